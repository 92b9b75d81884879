/// Reads one line of `au-localities.csv`.
enum LocalityRow {
  static let header = "postcode,locality,state,latitude,longitude,accuracy,kind,source"

  /// Why a line is no locality, as a clause.
  struct Refusal: Error { let reason: String }

  static func read(_ line: Substring.UTF8View) throws(Refusal) -> Locality {
    let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard fields.count == 8 else { throw Refusal(reason: "has \(fields.count) fields instead of 8") }
    guard fields[0].utf8.count == 4, fields[0].utf8.allSatisfy(isDigit) else {
      throw Refusal(reason: "the postcode must have four digits")
    }
    guard !fields[1].isEmpty, !fields[1].utf8.contains(UInt8(ascii: "\"")) else {
      throw Refusal(reason: "the locality must have a name, without quotes")
    }
    let state = String(fields[2])
    guard Locality.states.contains(state) else { throw Refusal(reason: "the state is none of Australia's") }
    let location = PracticeLocation(postcode: String(fields[0]), locality: String(fields[1]), state: state)
    let (latitude, longitude) = try point(fields[3], fields[4])
    guard let kind = Locality.Kind(rawValue: String(fields[6])) else {
      throw Refusal(reason: "the kind must be street or postal")
    }
    return Locality(location: location, latitude: latitude, longitude: longitude, kind: kind)
  }

  private static func point(_ north: Substring, _ east: Substring) throws(Refusal) -> (Double, Double) {
    guard let latitude = Double(north), (-90...90).contains(latitude) else {
      throw Refusal(reason: "the latitude must be a number of degrees, -90 to 90")
    }
    guard let longitude = Double(east), (-180...180).contains(longitude) else {
      throw Refusal(reason: "the longitude must be a number of degrees, -180 to 180")
    }
    return (latitude, longitude)
  }

  private static func isDigit(_ octet: UInt8) -> Bool { (48...57).contains(octet) }
}
