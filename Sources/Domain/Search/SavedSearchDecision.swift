import Foundation

/// Keeping a search, calling it otherwise, and letting it go.
public enum SavedSearchDecision {
  /// What is wanted.
  public enum Wish: Sendable {
    /// Under a name; one that has the name already becomes this search.
    case save(ListingSearch, name: String, id: SavedSearch.ID)
    case rename(SavedSearch.ID, name: String)
    case forget(SavedSearch.ID)
  }

  /// What the member is told.
  public enum Outcome: Hashable, Sendable, CaseIterable {
    case saved, renamed, forgotten
    /// It asks for nothing: everybody is what the page shows anyway.
    case everybody
    case nameMissing, nameTooLong
    /// Another of the member's has the name.
    case nameTaken
    case tooMany
    /// The member has no such search.
    case unknown
  }

  /// Decides a wish of a member who keeps these.
  public static func decide(_ wish: Wish, by owner: Practitioner.ID, saved: [SavedSearch], now: Date)
    -> Decision<Outcome>
  {
    switch wish {
    case .save(let search, let typed, let id):
      guard !search.isForEverybody else { return Decision(.everybody) }
      return named(typed) { name in
        if let same = saved.first(where: { isAlike($0.name, name) }) {
          return keep(same, as: name, search.firstPage.query, now, .saved)
        }
        guard saved.count < SavedSearch.most else { return Decision(.tooMany) }
        let new = SavedSearch(
          id: id, owner: owner, name: name, query: search.firstPage.query, savedAt: now)
        return Decision(.saved, changes: [.searchSaved(new)])
      }
    case .rename(let id, let typed):
      guard let present = saved.first(where: { $0.id == id }) else { return Decision(.unknown) }
      return named(typed) { name in
        let isTaken = saved.contains { $0.id != id && isAlike($0.name, name) }
        return isTaken
          ? Decision(.nameTaken) : keep(present, as: name, present.query, present.savedAt, .renamed)
      }
    case .forget(let id):
      guard saved.contains(where: { $0.id == id }) else { return Decision(.forgotten) }
      return Decision(.forgotten, changes: [.searchForgotten(id, of: owner)])
    }
  }

  private static func named(_ typed: String, _ decide: (String) -> Decision<Outcome>) -> Decision<Outcome> {
    let name = SearchReading.oneLine(typed)
    guard !name.isEmpty else { return Decision(.nameMissing) }
    guard name.unicodeScalars.count <= SavedSearch.mostName else { return Decision(.nameTooLong) }
    return decide(name)
  }

  private static func keep(
    _ present: SavedSearch, as name: String, _ query: String, _ date: Date, _ outcome: Outcome
  ) -> Decision<Outcome> {
    var kept = present
    (kept.name, kept.query, kept.savedAt) = (name, query, date)
    return Decision(outcome, changes: kept == present ? [] : [.searchSaved(kept)])
  }

  private static func isAlike(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }
}

extension Change {
  /// The member whose saved searches it alters.
  public var searcher: Practitioner.ID? {
    switch self {
    case .searchSaved(let search): search.owner
    case .searchForgotten(_, let owner): owner
    case .erased(let id, _): id
    default: nil
    }
  }
}
