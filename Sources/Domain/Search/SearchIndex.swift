import Foundation

/// The directory with what makes it quick to search: bits for every slug, words, places, and the orders, as of one version of the
/// record and one local day.
///
/// A commit that touches one listing changes that one here: 100,000 are not gone through again. The value is a snapshot; whoever
/// holds one searches on in it.
public struct SearchIndex: Sendable {
  /// What is searched.
  public private(set) var directory: Directory
  private let localities: Localities
  private(set) var terms: TermIndex
  private(set) var words: WordIndex
  private(set) var points: PointTable
  private(set) var published: SlotSet
  /// Those whom help seekers may find: verified, and opted in.
  private(set) var seekers: SlotSet
  private(set) var names: NameOrder
  private(set) var day: DayOrder

  /// Changes that it takes one by one; more are quicker all at once.
  private static let mostSteps = 500

  /// An index over a directory, its ages counted at `now`, its day that of `zone`.
  public init(_ directory: Directory, reference: ReferenceData, now: Date, zone: TimeZone) {
    self.directory = directory
    localities = reference.localities
    var (terms, points, published) = (TermIndex(reference), PointTable(), SlotSet())
    var seekers = SlotSet()
    var slotsByWord: [String: [Int32]] = [:]
    directory.forEachSlot { slot, listing in
      terms.insert(slot, listing.profile)
      for word in Self.words(of: listing) { slotsByWord[word, default: []].append(Int32(slot)) }
      published.insert(slot)
      if listing.isForSeekers { seekers.insert(slot) }
      points.insert(reference.localities.points(of: listing.profile), of: slot)
    }
    self.points = points
    self.published = published
    self.seekers = seekers
    self.terms = terms
    words = WordIndex(slotsByWord)
    names = NameOrder(directory)
    day = DayOrder(directory, asOf: now, zone: zone)
  }

  /// Takes over what commits have changed since, and the day when it is another.
  public mutating func follow(_ new: Directory, reference: ReferenceData, now: Date, zone: TimeZone) {
    let changed = new.slots(changedSince: directory.version)
    if changed.count > Self.mostSteps {
      self = Self(new, reference: reference, now: now, zone: zone)
    } else {
      var turn = Turn(old: directory, new: new)
      for slot in changed { replace(slot, &turn) }
      directory = new
      if !day.holds(at: now) { day = DayOrder(new, asOf: now, zone: zone) }
    }
  }

  /// What ages are counted at: another moment begins another order.
  public var moment: Date { day.asOf }

  /// Whether it shows a directory as of a moment.
  public func shows(_ directory: Directory, at now: Date) -> Bool {
    self.directory.version == directory.version && day.holds(at: now)
  }

  /// Two directories while slots go over from the one to the other. The orders look at the listings that they were made of.
  private struct Turn {
    let old: Directory
    let new: Directory
    var taken: Set<Int> = []

    func listing(_ slot: Int) -> Listing? { taken.contains(slot) ? new[slot: slot] : old[slot: slot] }
  }

  private mutating func replace(_ slot: Int, _ turn: inout Turn) {
    let (old, new) = (turn.old[slot: slot], turn.new[slot: slot])
    let isRenamed = old?.name != new?.name || old?.practitioner != new?.practitioner
    if let old {
      day.remove(slot, old, turn.listing)
      if isRenamed { names.remove(slot, old, turn.listing) }
    }
    replaceContent(slot, old, new)
    turn.taken.insert(slot)
    if let new {
      day.insert(slot, new, turn.listing)
      if isRenamed { names.insert(slot, new, turn.listing) }
    }
  }

  private mutating func replaceContent(_ slot: Int, _ old: Listing?, _ new: Listing?) {
    if old?.profile != new?.profile {
      if let old { terms.remove(slot, old.profile) }
      if let new { terms.insert(slot, new.profile) }
    }
    if old?.profile.locations != new?.profile.locations {
      points.remove(slot)
      points.insert(new.map { localities.points(of: $0.profile) } ?? [], of: slot)
    }
    if new == nil { published.remove(slot) } else { published.insert(slot) }
    if new?.isForSeekers ?? false { seekers.insert(slot) } else { seekers.remove(slot) }
    guard old?.name != new?.name || old?.profile.bio != new?.profile.bio else { return }
    let (before, after) = (old.map(Self.words) ?? [], new.map(Self.words) ?? [])
    for word in before.subtracting(after) { words.remove(slot, under: word) }
    for word in after.subtracting(before) { words.insert(slot, under: word) }
  }

  /// What free text finds of a listing besides its slugs.
  private static func words(of listing: Listing) -> Set<String> {
    Set(FoldedWords.of(listing.profile.bio)).subtracting(FoldedWords.fillers).union(
      FoldedWords.of(listing.name))
  }
}
