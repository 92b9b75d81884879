import Foundation

/// A search that a member keeps under a name.
public struct SavedSearch: Hashable, Sendable {
  /// The identifier of a saved search.
  public typealias ID = Identifier<SavedSearch>

  /// Its identifier.
  public var id: ID
  /// Whose it is; nobody else sees it.
  public var owner: Practitioner.ID
  /// In the member's words, one line; no two of a member's are alike.
  public var name: String
  /// As an address writes it, without a page.
  public var query: String
  /// When it was saved, or saved anew.
  public var savedAt: Date

  /// A search under a name.
  public init(id: ID, owner: Practitioner.ID, name: String, query: String, savedAt: Date) {
    self.id = id
    self.owner = owner
    self.name = name
    self.query = query
    self.savedAt = savedAt
  }

  /// The most that a name may hold, in Unicode scalars.
  public static let mostName = 80
  /// The most that a member may keep.
  public static let most = 50
}
