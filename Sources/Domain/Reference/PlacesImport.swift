import Foundation

/// Takes GeoNames' postal codes of Australia into the table of places, line by line.
///
/// Rows that are there stay as they are, to the letter; what was set by hand stays even where others are moved.
public struct PlacesImport {
  /// Beyond so many kilometres a move is told.
  public static let farKilometres = 25.0
  /// What the table says of a point that was set by hand.
  static let byHand = "override"

  /// What became of the lines that were taken.
  public private(set) var report = Report()
  private let localities: Localities
  private let moves: Bool
  private let source: String
  private var lines: [String]
  private var newRows: [Locality: String] = [:]
  private var seen: Set<PracticeLocation> = []

  /// - Parameters:
  ///   - table: The content of `au-localities.csv`.
  ///   - moves: Whether places that the table has go where the lines say.
  ///   - source: What the table says of the rows' origin, such as `geonames-2026`.
  /// - Throws: All bad lines of the table.
  public init(into table: String, regions: Regions, moves: Bool, source: String) throws(LocalitiesError) {
    localities = try Localities(csv: table, regions: regions)
    lines = table.split(whereSeparator: \.isNewline).map(String.init)
    self.moves = moves
    self.source = source
  }

  /// Takes a line of the dump; `number` is what the report calls it.
  public mutating func take(_ line: Substring, number: Int) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    do throws(GeoNamesLine.Refusal) {
      let place = try GeoNamesLine.read(line)
      try checkBounds(place)
      take(place, number)
    } catch { report.refused.append(Report.Refused(line: number, why: error.reason)) }
  }

  private func checkBounds(_ place: GeoNamesLine) throws(GeoNamesLine.Refusal) {
    guard !localities.regions.bounds.holds(place.point, of: place.location) else { return }
    let (latitude, longitude) = (Self.degrees(place.point.latitude), Self.degrees(place.point.longitude))
    throw .init(reason: "\(place.location.label) would lie outside its state, at \(latitude), \(longitude)")
  }

  private mutating func take(_ place: GeoNamesLine, _ number: Int) {
    guard seen.insert(Localities.key(of: place.location)).inserted else {
      report.repeated += 1
      return
    }
    if let index = localities.index(of: place.location) {
      compare(place, number, with: index)
    } else {
      add(place)
    }
  }

  private mutating func add(_ place: GeoNamesLine) {
    let kind: Locality.Kind = isOfPostBoxes(place.location) ? .postal : .street
    let row = Locality(
      location: place.location, latitude: place.point.latitude, longitude: place.point.longitude, kind: kind)
    newRows[row] = written(row, place)
    report.added += 1
  }

  /// The first line of the table is its header.
  private mutating func compare(_ place: GeoNamesLine, _ number: Int, with index: Int) {
    let old = localities.rows[index]
    let kilometres = old.coordinates.kilometres(to: place.point)
    let stays = !moves || lines[index + 1].hasSuffix("," + Self.byHand)
    if kilometres > Self.farKilometres {
      report.far.append(
        .init(
          line: number, place: old.location.label, kilometres: Int(kilometres.rounded()), isMoved: !stays))
    }
    let row = Locality(
      location: old.location, latitude: place.point.latitude, longitude: place.point.longitude,
      kind: old.kind)
    let isThere = Self.point(of: row) == Self.point(of: old)
    if stays || isThere {
      report.kept += 1
    } else {
      lines[index + 1] = written(row, place)
      report.moved += 1
    }
  }

  /// Australia Post's own names for what only receives: delivery centre, mail centre, business centre.
  private func isOfPostBoxes(_ place: PracticeLocation) -> Bool {
    localities.regions.bounds.isOfPostBoxes(place.postcode)
      || [" DC", " MC", " BC"].contains { place.locality.hasSuffix($0) }
  }

  /// The table with all that was taken, new rows where their postcodes and names belong.
  public var table: String {
    let new = newRows.sorted { Self.order($0.key) < Self.order($1.key) }
    var remaining = new[...]
    var whole = [lines[0]]
    for (row, line) in zip(localities.rows, lines.dropFirst()) {
      while let next = remaining.first, Self.order(next.key) < Self.order(row) {
        whole.append(next.value)
        remaining.removeFirst()
      }
      whole.append(line)
    }
    return (whole + remaining.map(\.value)).joined(separator: "\n") + "\n"
  }

  private static func order(_ row: Locality) -> (String, String, String) {
    (row.location.postcode, row.location.locality.lowercased(), row.location.state)
  }

  private func written(_ row: Locality, _ place: GeoNamesLine) -> String {
    let location = row.location
    return [
      location.postcode, location.locality, location.state, Self.point(of: row), "\(place.accuracy)",
      row.kind.rawValue, source,
    ].joined(separator: ",")
  }

  private static func point(of row: Locality) -> String {
    degrees(row.latitude) + "," + degrees(row.longitude)
  }

  /// Four decimals, which is some ten metres.
  private static func degrees(_ degrees: Double) -> String { String(format: "%.4f", degrees) }
}
