import Foundation

/// What is new among the members themselves: who joined, and who recommends whom.
extension NetworkNews {
  /// Colleagues who joined are near within so many kilometres of one of the member's places.
  public static let nearby = 50

  /// Colleagues with a new listing, near, with an area in common.
  mutating func joined(for facts: DigestFacts, since: Date, besides others: [DigestItem]) -> DigestSection {
    let new = joined(since: since)
    guard !new.isEmpty, let own = index.directory[facts.practitioner.id] else {
      return DigestSection(.joined, [])
    }
    var around = SlotSet()
    for place in own.profile.locations {
      guard let point = reference.localities.row(of: place)?.coordinates else { continue }
      around.formUnion(slots(around: Reach(point: point, kilometres: Self.nearby)))
    }
    var found = new.intersection(around).intersection(index.slots(with: own.profile.areas))
    let told = (facts.told?.told(.joined) ?? []) + (facts.told?.told(.openings) ?? []) + others
    for member in told.compactMap(\.member) + [own.practitioner] {
      if let slot = index.directory.slot(of: member) { found.remove(slot) }
    }
    return section(.joined, found) { _ in nil }
  }

  /// Who recommends the member since.
  func recommendations(for facts: DigestFacts, since: Date) -> DigestSection {
    let told = Set((facts.told?.told(.recommendations) ?? []).map(\.member))
    let items = facts.recommendations.filter {
      isNew($0.madeAt, since: since) && !told.contains($0.recommender)
    }
    .compactMap { index.directory[$0.recommender] }.map { DigestItem($0) }
    return section(.recommendations, items)
  }
}
