/// The table of places: where practitioners can say that they work.
public struct Localities: Sendable {
  /// In the order of the file.
  public let rows: [Locality]
  /// Which time each of them keeps.
  public let regions: Regions
  private let indexByPlace: [PracticeLocation: Int]
  /// Finds rows by what is typed.
  let names: PlaceIndex

  /// Reads the content of `data/au-localities.csv`: a header, then a line a locality. Throws all lines that are bad or repeat
  /// another's postcode, name and state.
  public init(csv: String, regions: Regions) throws(LocalitiesError) {
    var reading = Reading()
    // A line break of two characters would otherwise leave its carriage return in the last field.
    for line in Substring(csv).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      reading.take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    if reading.rows.isEmpty, reading.bad.isEmpty { reading.refuse("holds no localities") }
    guard reading.bad.isEmpty else { throw LocalitiesError(lines: reading.bad) }
    rows = reading.rows
    indexByPlace = reading.indexByPlace
    names = PlaceIndex(rows)
    self.regions = regions
  }

  /// The row of a place; capitals in its name do not matter.
  public func row(of place: PracticeLocation) -> Locality? { index(of: place).map { rows[$0] } }

  /// Where that row is among `rows`.
  func index(of place: PracticeLocation) -> Int? { indexByPlace[Self.key(of: place)] }

  /// The IANA name of the time that a place keeps, or nil for a state that is none of Australia's.
  public func timeZone(of place: PracticeLocation) -> String? { regions.timeZone(of: place) }

  /// What places are told apart by: capitals in their names do not matter.
  static func key(of place: PracticeLocation) -> PracticeLocation {
    PracticeLocation(postcode: place.postcode, locality: place.locality.lowercased(), state: place.state)
  }
}

/// The table as far as it was read.
private struct Reading {
  var rows: [Locality] = []
  var indexByPlace: [PracticeLocation: Int] = [:]
  var bad: [LocalitiesError.Line] = []
  private var number = 0

  mutating func take(_ line: Substring.UTF8View) {
    number += 1
    if number == 1 { return takeHeader(line) }
    if line.isEmpty { return }
    do {
      keep(try LocalityRow.read(line))
    } catch {
      refuse(error.reason)
    }
  }

  mutating func refuse(_ reason: String) { bad.append(LocalitiesError.Line(number: number, reason: reason)) }

  private mutating func takeHeader(_ line: Substring.UTF8View) {
    if !line.elementsEqual(LocalityRow.header.utf8) { refuse("must be the header \(LocalityRow.header)") }
  }

  private mutating func keep(_ row: Locality) {
    let key = Localities.key(of: row.location)
    guard indexByPlace[key] == nil else { return refuse("repeats \(row.location.label)") }
    indexByPlace[key] = rows.count
    rows.append(row)
  }
}
