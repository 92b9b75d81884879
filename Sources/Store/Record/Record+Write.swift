import Domain
import Foundation
import GRDB

extension Record {
  func insert(_ practitioner: Practitioner) throws {
    try run(
      """
      INSERT INTO practitioner (id, name, email, email_key, standing, time_zone, joined_at, published_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        practitioner.id.text, practitioner.name, practitioner.email.text, practitioner.email.key,
        stored(practitioner.standing) ?? "active", practitioner.timeZone, practitioner.joinedAt.milliseconds,
        practitioner.publishedAt?.milliseconds,
      ])
    try takeBackStops(of: practitioner)
  }

  func update(_ practitioner: Practitioner) throws {
    try run(
      """
      UPDATE practitioner SET name = ?, email = ?, email_key = ?, standing = coalesce(?, standing), time_zone = ?,
        digest_due_at = CASE WHEN time_zone IS NOT DISTINCT FROM ? THEN digest_due_at ELSE 0 END
      WHERE id = ?
      """,
      [
        practitioner.name, practitioner.email.text, practitioner.email.key, stored(practitioner.standing),
        practitioner.timeZone, practitioner.timeZone, practitioner.id.text,
      ])
  }

  /// What the operator sets; that one has left or was erased is told by moments of their own.
  private func stored(_ standing: Practitioner.Standing) -> String? {
    switch standing {
    case .active, .suspended: standing.rawValue
    case .leaving, .erased: nil
    }
  }

  /// Puts the whole profile in the place of the one before; the wait stays as it is.
  func put(_ profile: Profile, of id: Practitioner.ID) throws {
    try run(
      """
      INSERT INTO listing (practitioner_id, pronouns, profession, registration_number, bio, session_modes, hours,
        age_groups, client_types, areas, modalities, services, funding, languages, gender, fee, accessibility)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (practitioner_id) DO UPDATE SET pronouns = excluded.pronouns, profession = excluded.profession,
        registration_number = excluded.registration_number, bio = excluded.bio,
        session_modes = excluded.session_modes, hours = excluded.hours, age_groups = excluded.age_groups,
        client_types = excluded.client_types, areas = excluded.areas, modalities = excluded.modalities,
        services = excluded.services, funding = excluded.funding, languages = excluded.languages,
        gender = excluded.gender, fee = excluded.fee,
        accessibility = excluded.accessibility
      """,
      [
        id.text, profile.pronouns, profile.profession, profile.registrationNumber, profile.bio,
        words(profile.sessionModes), words(profile.hours), words(profile.ageGroups),
        words(profile.clientTypes),
        words(profile.areas), words(profile.modalities), words(profile.services), words(profile.funding),
        words(profile.languages), profile.gender, profile.fee, words(profile.accessibility),
      ])
    try run("DELETE FROM practice_location WHERE practitioner_id = ?", [id.text])
    for (position, place) in profile.locations.enumerated() {
      try run(
        "INSERT INTO practice_location VALUES (?, ?, ?, ?, ?)",
        [id.text, position, place.postcode, place.locality, place.state])
    }
  }

  func put(_ facts: ListingFacts, of id: Practitioner.ID) throws {
    try run(
      """
      UPDATE listing SET is_open_to_seekers = ?, verified_number = ?, verified_at = ? WHERE practitioner_id = ?
      """,
      [
        facts.isOpenToSeekers ? 1 : 0, facts.verification?.number, facts.verification?.at.milliseconds,
        id.text,
      ])
  }

  func setWait(_ wait: StatedWait?, of id: Practitioner.ID) throws {
    try run(
      "UPDATE listing SET waiting_period = ?, confirmed_at = ?, confirmed_by = ? WHERE practitioner_id = ?",
      [wait?.period.slug, wait?.confirmedAt.milliseconds, wait?.means.rawValue, id.text])
  }

  func setAway(_ until: Date?, of id: Practitioner.ID, _ event: AwayEvent) throws {
    try run("UPDATE practitioner SET away_until = ? WHERE id = ?", [until?.milliseconds, id.text])
    try run(
      "INSERT INTO away_event (id, practitioner_id, happened_at, means, away_until) VALUES (?, ?, ?, ?, ?)",
      [event.id.text, id.text, event.at.milliseconds, event.means.rawValue, until?.milliseconds])
  }

  /// A line of the history, with what stands before it: to be written before the wait itself.
  func append(_ event: WaitEvent, practitioner: Practitioner.ID, wait: StatedWait?) throws {
    try run(
      """
      INSERT INTO wait_event (id, practitioner_id, kind, happened_at, means, email_id, waiting_period, confirmed_at,
        confirmed_by, before_waiting_period)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT waiting_period FROM listing WHERE practitioner_id = ?))
      """,
      [
        event.id.text, practitioner.text, event.kind.rawValue, event.at.milliseconds, event.means.rawValue,
        event.email?.text, wait?.period.slug, wait?.confirmedAt.milliseconds, wait?.means.rawValue,
        practitioner.text,
      ])
  }

  func put(_ answer: WaitAnswer) throws {
    try run(
      """
      INSERT INTO wait_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (email_id) DO UPDATE SET waiting_period = excluded.waiting_period,
        answered_at = excluded.answered_at, before_waiting_period = excluded.before_waiting_period,
        before_confirmed_at = excluded.before_confirmed_at, before_confirmed_by = excluded.before_confirmed_by,
        contested_at = excluded.contested_at
      """,
      [
        answer.email.text, answer.practitioner.text, answer.period?.slug, answer.at.milliseconds,
        answer.before?.period.slug, answer.before?.confirmedAt.milliseconds, answer.before?.means.rawValue,
        answer.contestedAt?.milliseconds,
      ])
  }

  private func words(_ slugs: [String]) -> String { slugs.joined(separator: " ") }
}
