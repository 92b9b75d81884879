import Domain
import Foundation
import GRDB

extension Record {
  /// A referral with those whom it asks, or nil.
  public func referral(_ id: Referral.ID) throws -> Referral? {
    try first("SELECT * FROM referral WHERE id = ?", [id.text]).map(referral)
  }

  /// The same with whom it concerns; nil as well when its referrer is gone.
  public func referralFacts(_ id: Referral.ID) throws -> ReferralFacts? {
    try referral(id).flatMap(facts)
  }

  /// A colleague's part of the referral that an email asked for; nil where one of the two takes no part.
  public func askingFacts(email: OutboxEntry.ID) throws -> AskingFacts? {
    let sql = "SELECT referral_id, practitioner_id FROM referral_asking WHERE email_id = ?"
    return try first(sql, [email.text]).flatMap(part)
  }

  /// The part of a referral that an email is about; nil for every other email.
  func referralPart(of entry: OutboxEntry) throws -> AskingFacts? {
    try entry.asking.flatMap { try askingFacts(email: $0) }
  }

  /// What stands before a member makes a referral that is to be called `id`.
  public func referralFacts(
    by referrer: Practitioner.ID, asking colleagues: [Practitioner.ID], as id: Referral.ID, now: Date
  ) throws -> ReferralDecision.Facts {
    var chosen: [Practitioner.ID: (practitioner: Practitioner, wait: StatedWait?)] = [:]
    for colleague in colleagues.prefix(Referral.mostColleagues + 1) {
      if let found = try practitioner(colleague) { chosen[colleague] = (found, try wait(of: colleague)) }
    }
    let sql = "SELECT count(*) FROM referral WHERE referrer_id = ? AND made_at > ?"
    return ReferralDecision.Facts(
      referrer: try practitioner(referrer), chosen: chosen,
      madeLately: try first(sql, [referrer.text, (now - 86_400).milliseconds])?[0] ?? 0,
      existing: try referral(id))
  }

  /// What a press of an answer rests on: by the link of an email.
  public func referralAnswerFacts(email: OutboxEntry.ID) throws -> ReferralDecision.AnswerFacts? {
    try askingFacts(email: email).map(facts)
  }

  /// The same on the colleague's own page.
  public func referralAnswerFacts(of id: Referral.ID, by colleague: Practitioner.ID) throws
    -> ReferralDecision.AnswerFacts?
  {
    try referralFacts(id)?.asking(of: colleague).map(facts)
  }

  private func facts(_ asked: AskingFacts) throws -> ReferralDecision.AnswerFacts {
    ReferralDecision.AnswerFacts(
      asked: asked, wait: try wait(of: asked.colleague.id), waitAnswer: try answer(to: asked.asking.email))
  }
}

extension Record {
  /// Referrals that a member made, the newest first, so many at the most.
  public func referralsMade(by referrer: Practitioner.ID, limit: Int) throws -> [ReferralFacts] {
    let sql = "SELECT * FROM referral WHERE referrer_id = ? ORDER BY made_at DESC, id LIMIT ?"
    return try rows(sql, [referrer.text, limit]).compactMap { try facts(referral($0)) }
  }

  /// Referrals that a member was asked to take, the newest first, so many at the most; not those of somebody who takes no part.
  public func referralsReceived(by colleague: Practitioner.ID, limit: Int) throws -> [AskingFacts] {
    let sql = """
      SELECT referral_id, practitioner_id FROM referral_asking WHERE practitioner_id = ?
      ORDER BY asked_at DESC, email_id LIMIT ?
      """
    return try rows(sql, [colleague.text, limit]).compactMap(part)
  }

  /// What a member was asked after a moment and has not answered, whether or not an answer is expected still: the oldest first.
  public func referralsUnanswered(by colleague: Practitioner.ID, after: Date) throws -> [AskingFacts] {
    let sql = """
      SELECT referral_id, practitioner_id FROM referral_asking
      WHERE practitioner_id = ? AND answer IS NULL AND asked_at > ? ORDER BY asked_at, email_id
      """
    return try rows(sql, [colleague.text, after.milliseconds]).compactMap(part)
  }

  /// What was answered to a member's referrals after a moment, and stands, the oldest answer first.
  public func referralAnswers(to referrer: Practitioner.ID, after: Date) throws -> [AskingFacts] {
    let sql = """
      SELECT asking.referral_id, asking.practitioner_id FROM referral
      JOIN referral_asking AS asking ON asking.referral_id = referral.id
      WHERE referral.referrer_id = ? AND asking.answer IS NOT NULL AND asking.answered_at > ?
      ORDER BY asking.answered_at, asking.email_id
      """
    return try rows(sql, [referrer.text, after.milliseconds]).compactMap(part)
  }
}

extension Record {
  private func part(_ row: Row) throws -> AskingFacts? {
    guard let id = Referral.ID(row["referral_id"] as String),
      let colleague = Practitioner.ID(row["practitioner_id"] as String)
    else { return nil }
    return try referralFacts(id)?.asking(of: colleague)
  }

  private func facts(_ referral: Referral) throws -> ReferralFacts? {
    guard let referrer = try practitioner(referral.referrer) else { return nil }
    let colleagues = try referral.askings.compactMap { try practitioner($0.colleague) }
    return ReferralFacts(
      referral, referrer: referrer,
      colleagues: Dictionary(colleagues.map { ($0.id, $0) }) { first, _ in first })
  }

  func referral(_ row: Row) throws -> Referral {
    let text: String = row["id"]
    guard let id = Referral.ID(text), let referrer = Practitioner.ID(row["referrer_id"] as String),
      let state = Referral.State(rawValue: row["state"])
    else { throw StoreError.unreadableRow(table: "referral", id: text, why: "an identifier or the state") }
    let sql = "SELECT * FROM referral_asking WHERE referral_id = ? ORDER BY position"
    return Referral(
      id: id, referrer: referrer, need: need(row), madeAt: Date(milliseconds: row["made_at"]), state: state,
      closedAt: moment(row, "closed_at"), askings: try rows(sql, [text]).map(asking))
  }

  private func need(_ row: Row) -> ReferralNeed {
    ReferralNeed(
      ageGroup: row["age_group"], areas: slugs(row["areas"]), modes: slugs(row["modes"]),
      locality: row["locality"], funding: row["funding"], weeks: row["weeks"], note: row["note"])
  }

  private func slugs(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  func asking(_ row: Row) throws -> Asking {
    let text: String = row["email_id"]
    guard let email = OutboxEntry.ID(text), let colleague = Practitioner.ID(row["practitioner_id"] as String)
    else { throw StoreError.unreadableRow(table: "referral_asking", id: text, why: "an identifier") }
    var asking = Asking(
      email: email, colleague: colleague, askedAt: Date(milliseconds: row["asked_at"]))
    if let word: String = row["answer"] {
      let wait = (row["offered_wait"] as String?).flatMap(WaitingPeriod.init)
      asking.answer = ReferralAnswer(word: word, from: wait)
    }
    asking.answeredAt = moment(row, "answered_at")
    asking.contestedAt = moment(row, "contested_at")
    return asking
  }
}
