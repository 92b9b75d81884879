import Domain
import Foundation
import GRDB

extension Record {
  /// Applies changes as they are; decides nothing.
  func apply(_ changes: [Change], touched: inout Writer.Touched) throws {
    for change in changes {
      if let practitioner = try apply(change) { touched.listings.insert(practitioner) }
      if let searcher = change.searcher { touched.searchers.insert(searcher) }
      if let recommender = change.recommender { touched.recommenders.insert(recommender) }
    }
  }

  /// Applies one change and returns the member whose listing it may have altered.
  private func apply(_ change: Change) throws -> Practitioner.ID? {
    switch change {
    case .joined(let practitioner, let profile, let wait):
      try insert(practitioner)
      try put(profile, of: practitioner.id)
      if let wait { try setWait(wait, of: practitioner.id) }
      return practitioner.id
    case .revised(let practitioner, let profile):
      try update(practitioner)
      try put(profile, of: practitioner.id)
      return practitioner.id
    case .waitSaid(let practitioner, let wait, let event):
      try append(event, practitioner: practitioner, wait: wait)
      try setWait(wait, of: practitioner)
      return practitioner
    case .answered(let answer):
      try put(answer)
      return nil
    case .awaySaid(let practitioner, let until, let event):
      try setAway(until, of: practitioner, event)
      return practitioner
    case .streamStopped(let practitioner, let stream, let date):
      try run(
        "INSERT INTO stopped_stream VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [practitioner.text, stream.rawValue, date.milliseconds])
      return nil
    case .streamResumed(let practitioner, let stream):
      try run(
        "DELETE FROM stopped_stream WHERE practitioner_id = ? AND stream = ?",
        [practitioner.text, stream.rawValue])
      return nil
    case .preferencesSaved(let practitioner, let preferences):
      try save(preferences, of: practitioner)
      return nil
    case .signInLinkMade, .signInLinkUsed, .signInCodeTried, .accountLinkMade, .accountLinkUsed,
      .sessionOpened, .sessionSeen, .sessionClosed:
      try applySignIn(change)
      return nil
    case .linksEnded, .addressChanged: return try applyAddress(change)
    case .draftSaved(let practitioner, let draft, let date):
      try put(draft, of: practitioner, at: date)
      return nil
    case .photoSaved(let practitioner, let photo):
      try run("UPDATE practitioner SET photo = ? WHERE id = ?", [photo, practitioner.text])
      return practitioner
    case .searchSaved, .searchForgotten:
      try applySearch(change)
      return nil
    case .referralMade, .referralAnswered, .referralClosed:
      try applyReferral(change)
      return nil
    case .recommended, .recommendationWithdrawn:
      try applyRecommendation(change)
      return nil
    case .accountOpened, .profileSaved, .listingFactsSaved, .published, .securityEvent, .passwordSaved,
      .passwordRestretched:
      return try applyAccount(change)
    case .standingSet, .sessionsClosed, .left, .erased, .strangersForgotten:
      return try applyStanding(change)
    case .invitationSent, .invitationRevoked, .invitationRedeemed:
      try applyInvitation(change)
      return nil
    case .matchesShown(let practitioners, let day, let first):
      try count(shown: practitioners, on: day, countedFrom: first)
      return nil
    case .identityLinked(let linked):
      try insert(linked)
      return nil
    case .identityUnlinked(let identity):
      try delete(identity)
      return nil
    case .emailRetried, .emailCancelled, .streamReleased, .addressReleased:
      try applyQueue(change)
      return nil
    case .slotOffered, .slotWithdrawn, .daysOffSaved, .daysOffForgotten, .slotTermsSaved:
      try applySlots(change)
      return nil
    case .requestSaved(let request):
      try put(request)
      return nil
    case .bookingSaved, .bookingForgotten, .seekersForgotten:
      try applyBooking(change)
      return nil
    }
  }

  private func applyAccount(_ change: Change) throws -> Practitioner.ID? {
    switch change {
    case .accountOpened(let practitioner): try insert(practitioner)
    case .profileSaved(let practitioner, let profile):
      try put(profile, of: practitioner)
      return practitioner
    case .listingFactsSaved(let practitioner, let facts):
      try put(facts, of: practitioner)
      return practitioner
    case .published(let practitioner, let date):
      try run(
        "UPDATE practitioner SET published_at = ? WHERE id = ?", [date?.milliseconds, practitioner.text])
      return practitioner
    case .securityEvent(let event):
      try run(
        "INSERT INTO security_event (id, practitioner_id, happened_at, kind, detail) VALUES (?, ?, ?, ?, ?)",
        [
          event.id.text, event.practitioner.text, event.at.milliseconds, event.kind.rawValue, event.detail,
        ])
    case .passwordSaved(let practitioner, let password?, let date):
      try run(
        """
        INSERT INTO password (practitioner_id, hash, set_at) VALUES (?, ?, ?)
        ON CONFLICT (practitioner_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
        """, [practitioner.text, password.text, date.milliseconds])
    case .passwordRestretched(let practitioner, let password):
      try run("UPDATE password SET hash = ? WHERE practitioner_id = ?", [password.text, practitioner.text])
    case .passwordSaved(let practitioner, nil, _):
      try run("DELETE FROM password WHERE practitioner_id = ?", [practitioner.text])
    default: break
    }
    return nil
  }

  private func applyQueue(_ change: Change) throws {
    switch change {
    case .emailRetried(let id, let date, let useBy):
      try run(
        """
        UPDATE outbox SET state = 'queued', due_at = ?, first_due_at = ?, use_by = ?, settled_at = NULL WHERE id = ?
        """, [date.milliseconds, date.milliseconds, useBy.milliseconds, id.text])
    case .emailCancelled(let id, let date):
      try run(
        """
        UPDATE outbox SET state = 'cancelled', due_at = NULL, last_reply = 'by the operator', settled_at = ?
        WHERE id = ?
        """, [date.milliseconds, id.text])
    case .streamReleased(let pause, let date): try resume(pause, now: date)
    case .addressReleased(let address):
      try release(address)
    default: break
    }
  }

  // Statements are kept once compiled: a click and an email ask for the same few, over and over.

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func first(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Rows of some members, read at once; `sql` ends with the column that names them. What asks for several is not kept: it differs
  /// by how many they are.
  func rows(
    _ sql: String, _ arguments: StatementArguments = [], of members: [Practitioner.ID],
    orderedBy order: String? = nil
  ) throws -> [Row] {
    guard !members.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: members.count).joined(separator: ", ")
    let whole = "\(sql) IN (\(marks))" + (order.map { " ORDER BY \($0)" } ?? "")
    let statement =
      try members.count == 1 ? database.cachedStatement(sql: whole) : database.makeStatement(sql: whole)
    return try Row.fetchAll(statement, arguments: arguments + StatementArguments(members.map(\.text)))
  }
}
