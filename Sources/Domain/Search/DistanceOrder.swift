/// Slots by the distance of their nearest place; those in the same place by availability. Those without a place (telehealth only)
/// come after all others, by availability too.
///
/// Only as much is sorted as a page takes: slots are counted into rings first, and the rings that the page lies in are sorted.
struct DistanceOrder {
  /// Those with a place and those without, by availability.
  private var placed: [(slot: Int32, square: Double, ring: Int32)] = []
  private var apart: [Int32] = []

  private static let rings = 8_192
  /// Of the chord; 0.6 km. The last ring holds whatever is farther.
  private static let ringWidth = 0.000_1

  /// Those of an order by availability that were found; `squares` are of their chords.
  init(_ order: [Int32], _ found: SlotSet, _ squares: [Double]) {
    for slot in order where found.contains(Int(slot)) {
      let square = squares[Int(slot)]
      if square.isFinite {
        let ring = min(Double(Self.rings - 1), square.squareRoot() / Self.ringWidth)
        placed.append((slot, square, Int32(ring)))
      } else {
        apart.append(slot)
      }
    }
  }

  /// Those of a range.
  func slice(_ range: Range<Int>) -> [Int32] {
    let near = range.clamped(to: 0..<placed.count)
    let far = range.clamped(to: placed.count..<(placed.count + apart.count))
    var slots = near.isEmpty ? [] : nearest(near)
    if !far.isEmpty {
      slots += apart[(far.lowerBound - placed.count)..<(far.upperBound - placed.count)]
    }
    return slots
  }

  private func nearest(_ range: Range<Int>) -> [Int32] {
    var counts = [Int](repeating: 0, count: Self.rings)
    for one in placed { counts[Int(one.ring)] += 1 }
    var (first, before) = (0, 0)
    while before + counts[first] <= range.lowerBound {
      before += counts[first]
      first += 1
    }
    var (last, upTo) = (first, before + counts[first])
    while upTo < range.upperBound {
      last += 1
      upTo += counts[last]
    }
    let rings = Int32(first)...Int32(last)
    let sorted = placed.enumerated().filter { rings.contains($0.element.ring) }
      .sorted { ($0.element.square, $0.offset) < ($1.element.square, $1.offset) }
    return sorted[(range.lowerBound - before)..<(range.upperBound - before)].map { $0.element.slot }
  }
}
