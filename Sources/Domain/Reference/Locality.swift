/// A suburb, town or post office of the table of places.
public struct Locality: Hashable, Sendable {
  /// What a row stands for.
  public enum Kind: String, Sendable, CaseIterable {
    /// A place where people can be seen.
    case street
    /// Post office boxes or a large receiver: resolves, but is not suggested.
    case postal
  }

  /// Postcode, name and state, as the table spells them.
  public let location: PracticeLocation
  /// Degrees, WGS 84, south negative.
  public let latitude: Double
  /// Degrees, WGS 84, east positive.
  public let longitude: Double
  /// What the row stands for.
  public let kind: Kind

  /// The states and territories of Australia.
  public static let states = Set(stateNames.keys)

  /// Their names, in small letters.
  static let stateNames = [
    "ACT": "australian capital territory", "NSW": "new south wales", "NT": "northern territory",
    "QLD": "queensland", "SA": "south australia", "TAS": "tasmania", "VIC": "victoria",
    "WA": "western australia",
  ]
}
