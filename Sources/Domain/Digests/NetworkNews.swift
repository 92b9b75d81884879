import Foundation

/// What is new in the network at one moment, for whoever asks: looked up in the index of the listings, not in the record.
///
/// Many ask one after another. What several of them need (who is near a place, who has room since) is kept until the moment is over.
public struct NetworkNews: Sendable {
  /// The moment. What happens later is for the next digest.
  public let moment: Date
  let index: SearchIndex
  let reference: ReferenceData
  private let history: WaitHistory
  private let recommendations: Recommendations
  /// Slots by when their listings were published, the oldest first.
  private var published: [(at: Date, slot: Int)] = []
  /// Slots that have room, and may have had none before.
  private var candidates = SlotSet()
  private var opened: [Date: SlotSet] = [:]
  private var points: [String: Coordinates?] = [:]
  private var near: [Reach: SlotSet] = [:]

  /// Some kilometres around a place.
  struct Reach: Hashable {
    let point: Coordinates
    let kilometres: Int
  }

  /// Sets that are kept at a time: 12 kB each for 100,000 listings.
  private static let mostKept = 1_000
  /// Listings that are looked at one by one; of more a set is made, for others to use.
  private static let few = 50

  /// The news of a moment.
  ///
  /// - Parameter history: from the beginning of the oldest digest that is asked for, less `DigestFacts.overlap`.
  public init(
    moment: Date, index: SearchIndex, history: WaitHistory, recommendations: Recommendations,
    reference: ReferenceData
  ) {
    self.moment = moment
    self.index = index
    self.history = history
    self.recommendations = recommendations
    self.reference = reference
    let oldest = moment - DigestFacts.horizon - DigestFacts.overlap
    index.directory.forEachSlot { slot, listing in
      guard let at = listing.publishedAt, at > oldest, at <= moment else { return }
      published.append((at, slot))
      if hasRoom(listing) { candidates.insert(slot) }
    }
    published.sort { $0.at < $1.at }
    for member in history.members {
      guard let slot = index.directory.slot(of: member), let listing = index.directory[slot: slot] else {
        continue
      }
      if hasRoom(listing) { candidates.insert(slot) }
    }
  }

  /// The sections for one member, in order; none of them is empty.
  public mutating func sections(for facts: DigestFacts) -> [DigestSection] {
    let since = facts.since(now: moment)
    let openings = openings(for: facts, since: since)
    let joined = joined(for: facts, since: since, besides: openings.items)
    let sections = [
      requests(to: facts, since: since), asked(of: facts, since: since), answers(to: facts, since: since),
      openings, joined, recommendations(for: facts, since: since),
    ]
    return sections.filter { !$0.items.isEmpty }
  }

  /// What the saved searches find that has room since the last digest: as it stands now, whatever it said in between.
  private mutating func openings(for facts: DigestFacts, since: Date) -> DigestSection {
    var found = SlotSet()
    for saved in facts.searches where saved.savedAt < moment && !candidates.isEmpty {
      // What a search finds when it is saved, its owner has seen.
      found.formUnion(opened(among: matches(saved, facts.practitioner.id), since: max(since, saved.savedAt)))
    }
    if let own = index.directory.slot(of: facts.practitioner.id) { found.remove(own) }
    for item in facts.told?.told(.openings) ?? [] {
      guard let slot = item.member.flatMap(index.directory.slot), let told = item.wait else { continue }
      if let now = index.directory[slot: slot]?.wait?.period, now >= told { found.remove(slot) }
    }
    return section(.openings, found) { $0.wait?.period }
  }

  private mutating func matches(_ saved: SavedSearch, _ owner: Practitioner.ID) -> SlotSet {
    let search = SearchReading(query: saved.query, terms: reference.facets).search
    let peers = search.isOfPeers ? recommendations.recommendedByPeers(of: owner, in: index.directory) : []
    var within: SlotSet?
    if let kilometres = search.within, let point = point(search.near) {
      within = slots(around: Reach(point: point, kilometres: kilometres))
    }
    return index.matches(search, within: within, peers: peers)
  }

  private mutating func opened(among found: SlotSet, since start: Date) -> SlotSet {
    let some = found.intersection(candidates)
    if let known = opened[start] { return some.intersection(known) }
    if some.count <= Self.few { return opened(some, since: start) }
    if opened.count >= Self.mostKept { opened.removeAll() }
    let all = opened(candidates, since: start)
    opened[start] = all
    return some.intersection(all)
  }

  private func opened(_ slots: SlotSet, since start: Date) -> SlotSet {
    SlotSet(
      slots.lazy.filter { slot in index.directory[slot: slot].map { isOpened($0, since: start) } ?? false }
        .map { Int32($0) })
  }

  /// Whether a listing that has room had none, or a longer wait, at a moment.
  private func isOpened(_ listing: Listing, since start: Date) -> Bool {
    if let published = listing.publishedAt, published > start - DigestFacts.overlap { return true }
    return [start - DigestFacts.overlap, start].contains { moment in
      guard let before = history.standing(of: listing.practitioner, at: moment) else { return false }
      return !hadRoom(listing, before, at: moment)
    }
  }

  private func hadRoom(_ listing: Listing, _ before: WaitingPeriod?, at start: Date) -> Bool {
    guard let before, before.isOpen, let now = listing.wait?.period else { return false }
    let wasAway = listing.awayUntil.map { start < $0 && $0 <= moment } ?? false
    return before <= now && !wasAway
  }

  private func hasRoom(_ listing: Listing) -> Bool {
    Availability(of: listing, now: moment).group == .openAndConfirmed
  }

  private mutating func point(_ text: String) -> Coordinates? {
    if let known = points[text] { return known }
    if points.count >= Self.mostKept { points.removeAll() }
    let point = reference.localities.near(text).point
    points.updateValue(point, forKey: text)
    return point
  }

  mutating func slots(around reach: Reach) -> SlotSet {
    if let known = near[reach] { return known }
    if near.count >= Self.mostKept { near.removeAll() }
    let slots = index.slots(within: reach.kilometres, of: reach.point)
    near[reach] = slots
    return slots
  }

  /// Slots of listings published after a moment.
  func joined(since start: Date) -> SlotSet {
    let first = published.partitioningIndex { $0.at > start - DigestFacts.overlap }
    return SlotSet(published[first...].lazy.map { Int32($0.slot) })
  }

  /// Whether something that happened at a moment may not have been told yet.
  func isNew(_ at: Date, since: Date) -> Bool { at > since - DigestFacts.overlap && at <= moment }

  /// The first of some items; the others are counted.
  func section(_ kind: DigestSection.Kind, _ items: [DigestItem]) -> DigestSection {
    let most = DigestSection.most
    return DigestSection(kind, Array(items.prefix(most)), more: max(0, items.count - most))
  }

  /// Those found, the most available first.
  func section(_ kind: DigestSection.Kind, _ found: SlotSet, wait: (Listing) -> WaitingPeriod?)
    -> DigestSection
  {
    let items = index.first(DigestSection.most, of: found).map { DigestItem($0, wait: wait($0)) }
    return DigestSection(kind, items, more: found.count - items.count)
  }
}
