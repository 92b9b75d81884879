/// What the place of a search turns out to be.
public enum NearPlace: Hashable, Sendable {
  /// None was given.
  case nowhere
  /// One place beyond doubt, or the middle of a postcode's.
  case place(label: String, point: Coordinates)
  /// Several that may be meant, the likeliest first.
  case ambiguous([PracticeLocation])
  /// None has this name.
  case unknown

  /// Where distances are counted from.
  public var point: Coordinates? {
    if case .place(_, let point) = self { point } else { nil }
  }
}

extension Localities {
  /// The place that the text of a search means: a label in full, a postcode, or a name that is one place's alone.
  public func near(_ text: String, choices: Int = 8) -> NearPlace {
    if text.isEmpty { return .nowhere }
    if let row = PracticeLocation(label: text).flatMap(row(of:)) ?? place(meantBy: text) {
      return .place(label: row.location.label, point: row.coordinates)
    }
    if let point = middle(ofPostcode: text) { return .place(label: text, point: point) }
    let found = suggestions(for: text, atMost: choices).map(\.location)
    return found.isEmpty ? .unknown : .ambiguous(found)
  }

  /// The middle of the places under a postcode: of those where people can be seen, if there are any.
  private func middle(ofPostcode postcode: String) -> Coordinates? {
    guard postcode.utf8.count == 4 else { return nil }
    let all = rows.filter { $0.location.postcode == postcode }
    let streets = all.filter { $0.kind == .street }
    return Coordinates(middleOf: (streets.isEmpty ? all : streets).map(\.coordinates))
  }

  /// Where a practitioner sees people; places that the table does not have are left out.
  func points(of profile: Profile) -> [Coordinates] {
    profile.locations.compactMap { row(of: $0)?.coordinates }
  }
}
