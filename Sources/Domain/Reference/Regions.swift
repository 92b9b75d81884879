import Foundation

/// Which time each part of Australia keeps and where its places may lie, from `data/au-regions.json`.
public struct Regions: Hashable, Sendable {
  private let zonesByState: [String: String]
  private let zonesByPostcode: [String: String]
  /// Postcode, then locality in lower case.
  private let zonesByLocality: [String: [String: String]]
  let bounds: RegionBounds

  /// The file is not JSON of the shape that `data/README.md` describes, or lacks a state.
  public enum Refusal: Error, Equatable, Sendable {
    case malformed
    case missing(state: String)
    case unbounded(state: String)
    case zone(String)

    /// A sentence for the operator.
    public var explanation: String {
      switch self {
      case .malformed: "the regions are not JSON with timezones, bounds and their exceptions"
      case .missing(let state): "the regions give no time zone for \(state)"
      case .unbounded(let state): "the regions give no bounds for \(state)"
      case .zone(let name): "\"\(name)\" is no time zone"
      }
    }
  }

  /// Reads the file's content.
  public init(json: Data) throws(Refusal) {
    guard let file = try? JSONDecoder().decode(File.self, from: json),
      let bounds = try? JSONDecoder().decode(RegionBounds.self, from: json)
    else { throw .malformed }
    for state in Locality.states.sorted() {
      guard file.zones[state] != nil else { throw .missing(state: state) }
      guard bounds.isBounded(state) else { throw .unbounded(state: state) }
    }
    self.bounds = bounds
    zonesByState = file.zones
    zonesByPostcode = file.postcodes
    zonesByLocality = file.localities.mapValues { exception in
      Dictionary(exception.localities.map { ($0.lowercased(), exception.zone) }) { first, _ in first }
    }
    let named = Set(file.zones.values).union(file.postcodes.values).union(file.localities.values.map(\.zone))
    for name in named.sorted() where TimeZone(identifier: name) == nil { throw .zone(name) }
  }

  /// IANA names of every time that some place keeps, in the order of their names.
  public var timeZones: [String] {
    let exceptions = zonesByLocality.values.flatMap(\.values)
    return Set(zonesByState.values).union(zonesByPostcode.values).union(exceptions).sorted()
  }

  /// The IANA name of the time a place keeps, or nil for a state that is none of Australia's. A locality that keeps its own
  /// time comes first, then a postcode that does, then the state. A postcode's digits decide nothing else.
  public func timeZone(of place: PracticeLocation) -> String? {
    guard let zone = zonesByState[place.state] else { return nil }
    return zonesByLocality[place.postcode]?[place.locality.lowercased()] ?? zonesByPostcode[place.postcode]
      ?? zone
  }

  private struct File: Decodable {
    struct Exception: Decodable {
      let zone: String
      let localities: [String]
    }

    let zones: [String: String]
    let postcodes: [String: String]
    let localities: [String: Exception]

    enum CodingKeys: String, CodingKey {
      case zones = "timezones"
      case postcodes = "exceptions_by_postcode"
      case localities = "exceptions_by_locality"
    }
  }
}
