import Domain
import Foundation
import GRDB

extension Record {
  /// The searches that a member keeps, by their names.
  public func savedSearches(of owner: Practitioner.ID) throws -> [SavedSearch] {
    Self.byName(
      try rows("SELECT * FROM saved_search WHERE practitioner_id = ?", [owner.text]).map(savedSearch))
  }

  /// Those of all members.
  func allSavedSearches() throws -> [Practitioner.ID: [SavedSearch]] {
    let all = try rows("SELECT * FROM saved_search", []).map(savedSearch)
    return Dictionary(grouping: all, by: \.owner).mapValues(Self.byName)
  }

  private static func byName(_ searches: [SavedSearch]) -> [SavedSearch] {
    searches.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }

  private func savedSearch(_ row: Row) throws -> SavedSearch {
    let (id, owner): (String, String) = (row["id"], row["practitioner_id"])
    guard let search = SavedSearch.ID(id), let owner = Practitioner.ID(owner) else {
      throw StoreError.unreadableRow(table: "saved_search", id: id, why: "an identifier")
    }
    return SavedSearch(
      id: search, owner: owner, name: row["name"], query: row["query"],
      savedAt: Date(milliseconds: row["saved_at"]))
  }

  func applySearch(_ change: Change) throws {
    switch change {
    case .searchSaved(let search):
      try run(
        """
        INSERT INTO saved_search (id, practitioner_id, name, query, saved_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, saved_at = excluded.saved_at
        """,
        [search.id.text, search.owner.text, search.name, search.query, search.savedAt.milliseconds])
    case .searchForgotten(let id, _): try run("DELETE FROM saved_search WHERE id = ?", [id.text])
    default: break
    }
  }
}
