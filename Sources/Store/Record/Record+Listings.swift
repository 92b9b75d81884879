import Domain
import Foundation
import GRDB

extension Record {
  /// A member's listing, or nil.
  public func listing(_ id: Practitioner.ID) throws -> Listing? {
    try practitioner(id).flatMap { try listings(of: [$0])[id] }
  }

  /// The listings of some members, read at once. Who has none is left out.
  func listings(of practitioners: [Practitioner]) throws -> [Practitioner.ID: Listing] {
    let ids = practitioners.map(\.id)
    let places = Dictionary(
      grouping: try rows(
        "SELECT * FROM practice_location WHERE practitioner_id", of: ids, orderedBy: "position")
    ) { $0["practitioner_id"] as String }
    let listings = Dictionary(
      uniqueKeysWithValues: try rows("SELECT * FROM listing WHERE practitioner_id", of: ids).map {
        ($0["practitioner_id"] as String, $0)
      })
    var found: [Practitioner.ID: Listing] = [:]
    for practitioner in practitioners {
      guard let row = listings[practitioner.id.text] else { continue }
      let places = places[practitioner.id.text]?.map(location) ?? []
      found[practitioner.id] = Listing(
        of: practitioner, profile: profile(row, places: places), wait: try wait(row),
        facts: facts(row, of: practitioner))
    }
    return found
  }

  /// What a member's listing says of their wait.
  public func wait(of id: Practitioner.ID) throws -> StatedWait? {
    let sql = "SELECT waiting_period, confirmed_at, confirmed_by FROM listing WHERE practitioner_id = ?"
    return try first(sql, [id.text]).flatMap { try wait($0) }
  }

  /// Whether a member's listing says that help seekers may find it.
  func isOpenToSeekers(_ id: Practitioner.ID) throws -> Bool {
    try first("SELECT is_open_to_seekers FROM listing WHERE practitioner_id = ?", [id.text])?[0] ?? false
  }

  /// All that colleagues may see of the members from one identifier on and before another, read in passes over the tables, one
  /// listing after another: 100,000 at once would be twice as much.
  func directory(from first: String, before end: String) throws -> Directory {
    let members: StatementArguments = [first, end]
    let stopped = try allStoppedStreams()
    let sites = try Row.fetchCursor(
      database,
      sql: """
        SELECT * FROM practice_location WHERE practitioner_id >= ? AND practitioner_id < ?
        ORDER BY practitioner_id, position
        """, arguments: members)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT * FROM practitioner JOIN listing ON listing.practitioner_id = practitioner.id
        WHERE practitioner.id >= ? AND practitioner.id < ? ORDER BY practitioner.id
        """, arguments: members)
    var directory = Directory([])
    // Both in the order of the members.
    var site = try sites.next()
    while let row = try rows.next() {
      let practitioner = try practitioner(row, stopped: stopped[row["id"]] ?? [])
      var places: [PracticeLocation] = []
      while let next = site, (next["practitioner_id"] as String) <= practitioner.id.text {
        if next["practitioner_id"] == practitioner.id.text { places.append(location(next)) }
        site = try sites.next()
      }
      let listing = Listing(
        of: practitioner, profile: profile(row, places: places), wait: try wait(row),
        facts: facts(row, of: practitioner))
      directory.set(listing, of: practitioner.id)
    }
    return directory
  }

  func wait(_ row: Row, prefix: String = "") throws -> StatedWait? {
    guard let slug: String = row[prefix + "waiting_period"] else { return nil }
    let by: String = row[prefix + "confirmed_by"]
    guard let period = WaitingPeriod(rawValue: slug), let means = ConfirmationMeans(rawValue: by) else {
      throw StoreError.unreadableRow(table: "listing", id: slug, why: "waiting period or means")
    }
    return StatedWait(period, confirmedAt: Date(milliseconds: row[prefix + "confirmed_at"]), means: means)
  }

  private func location(_ row: Row) -> PracticeLocation {
    PracticeLocation(postcode: row["postcode"], locality: row["locality"], state: row["state"])
  }

  private func profile(_ row: Row, places: [PracticeLocation]) -> Profile {
    var profile = Profile(profession: row["profession"], registrationNumber: row["registration_number"])
    profile.pronouns = row["pronouns"]
    profile.bio = row["bio"]
    profile.locations = places
    profile.sessionModes = slugs(row["session_modes"])
    profile.hours = slugs(row["hours"])
    profile.ageGroups = slugs(row["age_groups"])
    profile.clientTypes = slugs(row["client_types"])
    profile.areas = slugs(row["areas"])
    profile.modalities = slugs(row["modalities"])
    profile.services = slugs(row["services"])
    profile.funding = slugs(row["funding"])
    profile.languages = slugs(row["languages"])
    profile.gender = row["gender"]
    profile.fee = row["fee"]
    profile.accessibility = slugs(row["accessibility"])
    return profile
  }

  private func facts(_ row: Row, of practitioner: Practitioner) -> ListingFacts {
    var facts = ListingFacts(photo: practitioner.photo, isOpenToSeekers: row["is_open_to_seekers"])
    if let number: String = row["verified_number"], let at: Int64 = row["verified_at"] {
      facts.verification = ListingFacts.Verification(number: number, at: Date(milliseconds: at))
    }
    return facts
  }

  /// Split by octets: by characters it was 17 % of a start with 100,000 members.
  private func slugs(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}
