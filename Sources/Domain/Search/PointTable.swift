/// Where the practitioners of slots see people: one entry a place.
struct PointTable: Sendable {
  private struct Entry: Sendable {
    /// A unit vector.
    let point: SIMD3<Double>
    let slot: Int32
  }

  private var entries: [Entry] = []

  mutating func insert(_ points: [Coordinates], of slot: Int) {
    entries += points.map { Entry(point: $0.unitVector, slot: Int32(slot)) }
  }

  mutating func remove(_ slot: Int) { entries.removeAll { $0.slot == slot } }

  /// For every slot below `slots` the `Chord` to its nearest place; infinite without a place.
  func nearest(to origin: Coordinates, slots: Int) -> [Double] {
    let origin = origin.unitVector
    var nearest = [Double](repeating: .infinity, count: slots)
    nearest.withUnsafeMutableBufferPointer { nearest in
      entries.withUnsafeBufferPointer { entries in
        for entry in entries {
          let square = Chord.squared(entry.point, origin)
          if square < nearest[Int(entry.slot)] { nearest[Int(entry.slot)] = square }
        }
      }
    }
    return nearest
  }
}
