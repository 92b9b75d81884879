/// One line of GeoNames' postal codes (`AU.txt`): twelve fields with tabs between, as
/// https://download.geonames.org/export/zip/readme.txt describes them.
struct GeoNamesLine {
  let location: PracticeLocation
  let point: Coordinates
  /// GeoNames' own grade, from 1 (estimated) to 6; 0 where it gave none.
  let accuracy: Int

  /// Why a line is none of Australia's places, as a clause.
  struct Refusal: Error { let reason: String }

  static func read(_ line: Substring) throws(Refusal) -> GeoNamesLine {
    let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard fields.count == 12 else { throw Refusal(reason: "has \(fields.count) fields instead of 12") }
    guard fields[0] == "AU" else { throw Refusal(reason: "the country is not AU") }
    guard Locality.states.contains(fields[4]) else {
      throw Refusal(reason: "the state, the fifth field, is none of Australia's")
    }
    guard let accuracy = fields[11].isEmpty ? 0 : Int(fields[11]), (0...6).contains(accuracy) else {
      throw Refusal(reason: "the accuracy must be nothing, or a number from 1 to 6")
    }
    guard !fields[2].contains(",") else { throw Refusal(reason: "the place's name has a comma") }
    let row = "\(fields[1]),\(fields[2]),\(fields[4]),\(fields[9]),\(fields[10]),\(accuracy),street,geonames"
    do throws(LocalityRow.Refusal) {
      let place = try LocalityRow.read(Substring(row).utf8)
      return GeoNamesLine(location: place.location, point: place.coordinates, accuracy: accuracy)
    } catch { throw Refusal(reason: error.reason) }
  }
}
