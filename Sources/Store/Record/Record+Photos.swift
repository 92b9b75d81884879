import Domain
import GRDB

extension Record {
  /// Whether a member has this photo: two may have uploaded the same.
  public func hasPhoto(_ name: String) throws -> Bool {
    try first("SELECT 1 FROM practitioner WHERE photo = ? LIMIT 1", [name]) != nil
  }

  /// The names of all photos that members have.
  public func photoNames() throws -> Set<String> {
    try Set(String.fetchAll(database, sql: "SELECT DISTINCT photo FROM practitioner WHERE photo IS NOT NULL"))
  }
}
