import Domain
import Foundation
import GRDB

extension Record {
  /// Everything that is held about a member; nil when there is none.
  public func export(_ id: Practitioner.ID) throws -> MemberExport? {
    guard let practitioner = try practitioner(id) else { return nil }
    var export = MemberExport(account: try account(practitioner))
    export.listing = try listing(id).map(part)
    export.draft = try first("SELECT draft FROM listing_draft WHERE practitioner_id = ?", [id.text])?[0]
    try addHistory(to: &export, id.text)
    try addAccess(to: &export, id.text)
    try addOthers(to: &export, id.text)
    try addReferrals(to: &export, id)
    export.digests = try rows("SELECT * FROM digest WHERE practitioner_id = ? ORDER BY until", [id.text]).map
    {
      MemberExport.DigestPart(
        day: $0["period"], since: Date(milliseconds: $0["since"]), until: Date(milliseconds: $0["until"]))
    }
    export.savedSearches = try savedSearches(of: id).map {
      MemberExport.SearchPart(name: $0.name, query: $0.query, savedAt: $0.savedAt)
    }
    export.shownToSeekers = try rows(
      "SELECT * FROM match_exposure WHERE practitioner_id = ? ORDER BY day", [id.text]
    ).map { MemberExport.ShownPart(day: LocalDay(number: $0["day"]).text, times: $0["times"]) }
    try addSlots(to: &export, id)
    export.requests = try requestParts(of: id)
    return export
  }

  private func account(_ practitioner: Practitioner) throws -> MemberExport.Account {
    let password = try first("SELECT set_at FROM password WHERE practitioner_id = ?", [practitioner.id.text])
    return MemberExport.Account(
      id: practitioner.id.text, name: practitioner.name, email: practitioner.email.text,
      standing: practitioner.standing.rawValue, timeZone: practitioner.timeZone,
      stoppedStreams: practitioner.stoppedStreams.map(\.rawValue).sorted(),
      emailPreferences: part(practitioner.preferences), joinedAt: practitioner.joinedAt,
      publishedAt: practitioner.publishedAt, leftAt: practitioner.leftAt, awayUntil: practitioner.awayUntil,
      passwordSetAt: password.map { moment($0, "set_at") } ?? nil)
  }

  private func part(_ preferences: EmailPreferences) -> MemberExport.PreferencesPart {
    MemberExport.PreferencesPart(
      rounds: preferences.rounds.rawValue, digests: preferences.digests.rawValue,
      digestDay: preferences.digestDay.name, digestHour: preferences.digestHour)
  }

  private func part(_ listing: Listing) -> MemberExport.ListingPart {
    MemberExport.ListingPart(
      profile: listing.profile, waitingPeriod: listing.wait?.period.slug,
      confirmedAt: listing.wait?.confirmedAt, confirmedBy: listing.wait?.means.rawValue,
      photo: listing.facts.photo, isOpenToSeekers: listing.facts.isOpenToSeekers,
      verifiedNumber: listing.facts.verification?.number, verifiedAt: listing.facts.verification?.at)
  }

  private func addHistory(to export: inout MemberExport, _ id: String) throws {
    export.waitHistory = try rows(
      "SELECT * FROM wait_event WHERE practitioner_id = ? ORDER BY happened_at, id", [id]
    ).map {
      MemberExport.WaitLine(
        at: Date(milliseconds: $0["happened_at"]), kind: $0["kind"], means: $0["means"],
        waitingPeriod: $0["waiting_period"])
    }
    export.awayHistory = try rows(
      "SELECT * FROM away_event WHERE practitioner_id = ? ORDER BY happened_at, id", [id]
    ).map {
      MemberExport.AwayLine(
        at: Date(milliseconds: $0["happened_at"]), means: $0["means"], until: moment($0, "away_until"))
    }
  }

  private func addAccess(to export: inout MemberExport, _ id: String) throws {
    export.sessions = try rows("SELECT * FROM session WHERE practitioner_id = ? ORDER BY opened_at", [id]).map
    {
      MemberExport.SessionPart(
        means: $0["means"], browser: $0["browser"], openedAt: Date(milliseconds: $0["opened_at"]),
        seenAt: Date(milliseconds: $0["seen_at"]))
    }
    export.identities = try rows("SELECT * FROM identity WHERE practitioner_id = ? ORDER BY linked_at", [id])
      .map {
        MemberExport.IdentityPart(
          issuer: $0["issuer"], subject: $0["subject"], linkedAt: Date(milliseconds: $0["linked_at"]))
      }
    export.trail = try rows(
      "SELECT * FROM security_event WHERE practitioner_id = ? ORDER BY happened_at, id", [id]
    ).map {
      MemberExport.TrailLine(
        at: Date(milliseconds: $0["happened_at"]), kind: $0["kind"], detail: $0["detail"])
    }
  }

  private func addOthers(to export: inout MemberExport, _ id: String) throws {
    export.invitations = try rows("SELECT * FROM invitation WHERE inviter_id = ? ORDER BY created_at", [id])
      .map {
        MemberExport.InvitationPart(
          address: $0["address"], note: $0["note"], createdAt: Date(milliseconds: $0["created_at"]),
          expiresAt: Date(milliseconds: $0["expires_at"]), revokedAt: moment($0, "revoked_at"),
          redeemedAt: moment($0, "redeemed_at"))
      }
    export.recommendationsMade = try recommendations("recommended_id", where: "recommender_id", id)
    export.recommendationsReceived = try recommendations("recommender_id", where: "recommended_id", id)
    export.emails = try rows("SELECT * FROM outbox WHERE practitioner_id = ? ORDER BY created_at, id", [id])
      .map {
        MemberExport.EmailPart(
          kind: $0["kind"], period: $0["period"], state: $0["state"],
          createdAt: Date(milliseconds: $0["created_at"]), settledAt: moment($0, "settled_at"),
          address: $0["address"])
      }
  }

  /// Whatever has become of the two.
  private func addReferrals(to export: inout MemberExport, _ id: Practitioner.ID) throws {
    export.referralsMade = try rows(
      "SELECT * FROM referral WHERE referrer_id = ? ORDER BY made_at, id", [id.text]
    )
    .map(referral).map { made in
      MemberExport.ReferralMadePart(
        need: made.need, madeAt: made.madeAt, state: made.state.rawValue, closedAt: made.closedAt,
        asked: made.askings.map { part($0, with: $0.colleague.text) })
    }
    let received = """
      SELECT asking.*, referral.referrer_id FROM referral_asking AS asking
      JOIN referral ON referral.id = asking.referral_id WHERE asking.practitioner_id = ? ORDER BY asking.asked_at
      """
    export.referralsReceived = try rows(received, [id.text]).map {
      part(try asking($0), with: $0["referrer_id"])
    }
  }

  private func part(_ asking: Asking, with member: String) -> MemberExport.AskingPart {
    MemberExport.AskingPart(
      member: member, askedAt: asking.askedAt, answer: asking.answer?.word,
      offeredWait: asking.answer?.from?.slug, answeredAt: asking.answeredAt)
  }

  private func recommendations(_ other: String, where own: String, _ id: String) throws
    -> [MemberExport.RecommendationPart]
  {
    let sql =
      "SELECT \(other) AS member, sentence, made_at FROM recommendation WHERE \(own) = ? ORDER BY made_at"
    return try rows(sql, [id]).map {
      MemberExport.RecommendationPart(
        member: $0["member"], sentence: $0["sentence"], madeAt: Date(milliseconds: $0["made_at"]))
    }
  }

  func moment(_ row: Row, _ column: String) -> Date? {
    (row[column] as Int64?).map { Date(milliseconds: $0) }
  }
}
