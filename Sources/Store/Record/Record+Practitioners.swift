import Domain
import Foundation
import GRDB

extension Record {
  /// A member, or nil.
  public func practitioner(_ id: Practitioner.ID) throws -> Practitioner? {
    try first("SELECT * FROM practitioner WHERE id = ?", [id.text]).map { try practitioner($0) }
  }

  /// Some members, read at once. Who is none is left out.
  func practitioners(_ ids: [Practitioner.ID]) throws -> [Practitioner] {
    let stopped = try stoppedStreams(
      rows("SELECT practitioner_id, stream FROM stopped_stream WHERE practitioner_id", of: ids))
    return try rows("SELECT * FROM practitioner WHERE id", of: ids).map {
      try practitioner($0, stopped: stopped[$0["id"]] ?? [])
    }
  }

  /// The member whose mailbox this is, whatever its case.
  public func practitioner(at address: EmailAddress) throws -> Practitioner? {
    try first("SELECT * FROM practitioner WHERE email_key = ?", [address.key]).map { try practitioner($0) }
  }

  /// Members who are not erased, in the order of their identifiers, after one, so many at the most; `zone` keeps those whose
  /// clocks run by it.
  public func practitioners(after: String, limit: Int, zone: String? = nil, isSiteZone: Bool = false) throws
    -> [Practitioner]
  {
    guard let zone else { return try practitioners(after, limit) }
    let named = try practitioners(after, limit, "AND time_zone = :zone", ["zone": zone])
    guard isSiteZone else { return named }
    // Two searches along the index. Asked at once with OR, the engine reads all who are left of the zone and sorts them, for every
    // chunk anew (measured: with 36,000 of them a transaction of 200 ms).
    let unnamed = try practitioners(after, limit, "AND time_zone IS NULL")
    return Array((named + unnamed).sorted { $0.id.text < $1.id.text }.prefix(limit))
  }

  private func practitioners(
    _ after: String, _ limit: Int, _ condition: String = "", _ zone: StatementArguments = [:]
  ) throws -> [Practitioner] {
    let sql = """
      SELECT * FROM practitioner WHERE id > :after AND erased_at IS NULL \(condition) ORDER BY id LIMIT :limit
      """
    return try rows(sql, ["after": after, "limit": limit] + zone).map { try practitioner($0) }
  }

  /// How many members there are, with those who have left and are not erased yet.
  public func countOfPractitioners() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM practitioner WHERE erased_at IS NULL") ?? 0
  }

  /// Zones that members named for themselves.
  public func zonesInUse() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE zone (name) AS (
          SELECT min(time_zone) FROM practitioner
          UNION ALL
          SELECT (SELECT min(time_zone) FROM practitioner WHERE time_zone > zone.name) FROM zone
          WHERE zone.name IS NOT NULL
        )
        SELECT name FROM zone WHERE name IS NOT NULL
        """)
  }

  /// A row as a member; `stopped` is what they want no more, where it was read for all of them together.
  func practitioner(_ row: Row, stopped: Set<EmailStream>? = nil) throws -> Practitioner {
    let text: String = row["id"]
    do {
      guard let id = Practitioner.ID(text), let standing = standing(row) else {
        throw StoreError.unreadableRow(table: "practitioner", id: text, why: "id or standing")
      }
      var practitioner = Practitioner(
        id: id, name: row["name"], email: try EmailAddress(row["email"] as String), standing: standing,
        timeZone: row["time_zone"], stoppedStreams: try stopped ?? stoppedStreams(text),
        joinedAt: Date(milliseconds: row["joined_at"]),
        awayUntil: (row["away_until"] as Int64?).map { Date(milliseconds: $0) })
      practitioner.publishedAt = (row["published_at"] as Int64?).map { Date(milliseconds: $0) }
      practitioner.photo = row["photo"]
      practitioner.preferences = preferences(row)
      practitioner.leftAt = (row["left_at"] as Int64?).map { Date(milliseconds: $0) }
      return practitioner
    } catch let refusal as EmailAddress.Refusal {
      throw StoreError.unreadableRow(table: "practitioner", id: text, why: refusal.explanation)
    }
  }

  /// What was said last goes before what the operator set: who has left is leaving, suspended or not.
  private func standing(_ row: Row) -> Practitioner.Standing? {
    if (row["erased_at"] as Int64?) != nil { return .erased }
    if (row["left_at"] as Int64?) != nil { return .leaving }
    return Practitioner.Standing(rawValue: row["standing"])
  }

  private func preferences(_ row: Row) -> EmailPreferences {
    let (rounds, digests): (String, String) = (row["round_frequency"], row["digest_frequency"])
    return EmailPreferences(
      rounds: RoundFrequency(rawValue: rounds) ?? .monthly,
      digests: DigestFrequency(rawValue: digests) ?? .weekly,
      digestDay: Weekday(rawValue: row["digest_day"]) ?? .monday, digestHour: row["digest_hour"])
  }

  private func stoppedStreams(_ id: String) throws -> Set<EmailStream> {
    let statement = try database.cachedStatement(
      sql: "SELECT stream FROM stopped_stream WHERE practitioner_id = ?")
    return Set(try String.fetchAll(statement, arguments: [id]).compactMap(EmailStream.init))
  }

  /// What members want no more, of all of them.
  func allStoppedStreams() throws -> [String: Set<EmailStream>] {
    stoppedStreams(try Row.fetchAll(database, sql: "SELECT practitioner_id, stream FROM stopped_stream"))
  }

  private func stoppedStreams(_ rows: [Row]) -> [String: Set<EmailStream>] {
    var stopped: [String: Set<EmailStream>] = [:]
    for row in rows {
      guard let stream = EmailStream(rawValue: row["stream"]) else { continue }
      stopped[row["practitioner_id"], default: []].insert(stream)
    }
    return stopped
  }
}
