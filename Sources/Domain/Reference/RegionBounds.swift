/// Where the places of each state and of some postcodes lie, and which postcodes are of post office boxes, from
/// `data/au-regions.json`.
struct RegionBounds: Hashable, Sendable, Decodable {
  /// A box of degrees.
  struct Box: Hashable, Sendable, Decodable {
    let south: Double
    let west: Double
    let north: Double
    let east: Double

    func holds(_ point: Coordinates) -> Bool {
      point.latitude >= south && point.latitude <= north && point.longitude >= west && point.longitude <= east
    }
  }

  private let states: [String: Box]
  /// Islands that are far from the state they belong to.
  private let postcodes: [String: Box]
  /// Postcodes, and the states that each of them is in.
  private let crossing: [String: [String]]
  /// By state or territory: "1000-1999 PO/LVR".
  private let ranges: [String: [String]]

  private enum CodingKeys: String, CodingKey {
    case states = "bounds"
    case postcodes = "bounds_by_postcode"
    case crossing = "postcodes_crossing_states"
    case ranges = "postcode_ranges"
  }

  func isBounded(_ state: String) -> Bool { states[state] != nil }

  /// Whether a point is where a place of that postcode and state may be. Some postcodes cross the borders of states, and who
  /// lists their places is not always sure on which side one is.
  func holds(_ point: Coordinates, of place: PracticeLocation) -> Bool {
    if let box = postcodes[place.postcode] { return box.holds(point) }
    return ([place.state] + crossing[place.postcode, default: []]).contains {
      states[$0]?.holds(point) ?? false
    }
  }

  /// Whether a postcode is one of post office boxes and large receivers.
  func isOfPostBoxes(_ postcode: String) -> Bool {
    ranges.values.joined().contains { range in
      let ends = range.prefix { $0 != " " }.split(separator: "-")
      return range.hasSuffix(" PO/LVR") && ends.count == 2 && ends[0] <= postcode && postcode <= ends[1]
    }
  }
}
