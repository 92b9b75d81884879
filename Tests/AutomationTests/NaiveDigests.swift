import Domain
import Foundation

/// What a digest must hold, by going through everything that anybody ever did.
struct NaiveDigests {
  let members: [DigestWorld.Member]
  let recommendations: [[Int]: Date]
  let referrals: [DigestWorld.Referred]
  let requests: [DigestWorld.Requested]
  let localities: Localities

  struct Content: Equatable, CustomStringConvertible {
    var openings: Set<Int> = []
    var joined: Set<Int> = []
    var recommended: Set<Int> = []
    /// Requests and referrals that wait for the member, and what was answered to theirs, in the order that they were made.
    var requested: Set<TimeRequest.ID> = []
    var asked: Set<Referral.ID> = []
    var answers: [Referral.ID: ReferralAnswer] = [:]
    var asks = false

    var description: String {
      "openings \(openings.sorted()), joined \(joined.sorted()), by \(recommended.sorted()), requested \(requested.count), asked \(asked.count), answers \(answers.count), asks \(asks)"
    }
  }

  /// Nil when there is nothing to say.
  func content(for number: Int, told: DigestEmail?, now: Date) -> Content? {
    let member = members[number]
    let since = max(told?.until ?? published(number), now - 92 * 86_400)
    var content = Content()
    let (openings, recommended) = (items(.openings, told), items(.recommendations, told))
    for other in members.indices where other != number {
      if member.searches.contains(where: { isOpening(other, $0, since: since, now: now) }) {
        // What the last digest told is not told again, though a search was saved in between.
        if let wait = openings[other]?.wait, let now = members[other].waits.last?.wait?.period, now >= wait {
          continue
        }
        content.openings.insert(other)
      } else if published(other) > since, isNear(other, number), hasAreaInCommon(other, number) {
        content.joined.insert(other)
      }
      if let made = recommendations[[other, number]], made > since, recommended[other] == nil {
        content.recommended.insert(other)
      }
    }
    for request in requests where request.to == number && request.at > since && !request.isOver {
      if now < request.at + 48 * 3_600 { content.requested.insert(request.id) }
    }
    for referral in referrals {
      if referral.to == number, referral.at > since, referral.answer == nil, !referral.isClosed,
        now < referral.at + 14 * 86_400
      {
        content.asked.insert(referral.id)
      }
      if referral.from == number, let (answer, at) = referral.answer, at > since {
        content.answers[referral.id] = answer
      }
    }
    let wait = member.waits.last?.wait
    let oldSince = (wait?.confirmedAt ?? published(number)) + 30 * 86_400
    content.asks = oldSince <= now && !(told?.question.map { $0.present == wait } ?? false)
    let news = [content.openings.count, content.joined.count, content.recommended.count]
    let waiting = [content.requested.count, content.asked.count, content.answers.count]
    let hasNews = (news + waiting).contains { $0 > 0 }
    return hasNews || (content.asks && oldSince > since) ? content : nil
  }

  /// What a digest told of one kind, by the places among the members.
  private func items(_ kind: DigestSection.Kind, _ told: DigestEmail?) -> [Int: DigestItem] {
    let items = (told?.sections ?? []).filter { $0.kind == kind }.flatMap(\.items)
    let placed = items.compactMap { item in
      members.firstIndex { $0.practitioner.id == item.member }.map { ($0, item) }
    }
    return Dictionary(placed) { $1 }
  }

  private func published(_ number: Int) -> Date { members[number].practitioner.joinedAt }

  private func wait(_ number: Int, at moment: Date) -> WaitingPeriod? {
    members[number].waits.last { $0.at <= moment }.flatMap { $0.wait?.period }
  }

  private func isOpening(
    _ other: Int, _ search: (area: String, longest: WaitingPeriod?, kilometres: Int?, saved: Date),
    since: Date,
    now: Date
  ) -> Bool {
    guard search.saved < now, let said = members[other].waits.last?.wait, said.period.isOpen,
      now.timeIntervalSince(said.confirmedAt) <= 62 * 86_400,
      members[other].profile.areas.contains(search.area), said.period <= search.longest ?? .closed
    else { return false }
    if let kilometres = search.kilometres,
      distance(DigestWorld.places[0], members[other].profile.locations[0]) > Double(kilometres)
    {
      return false
    }
    let start = max(since, search.saved)
    guard published(other) <= start, let before = wait(other, at: start) else { return true }
    return said.period < before
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    distance(members[one].profile.locations[0], members[other].profile.locations[0]) <= 50
  }

  private func hasAreaInCommon(_ one: Int, _ other: Int) -> Bool {
    !Set(members[one].profile.areas).isDisjoint(with: members[other].profile.areas)
  }

  private func distance(_ one: PracticeLocation, _ other: PracticeLocation) -> Double {
    guard let one = localities.row(of: one), let other = localities.row(of: other) else { return .infinity }
    return one.kilometres(to: other)
  }

  /// The last time in a span at which a member wants a digest, by looking at every half hour.
  static func time(for member: Practitioner, after start: Date, until end: Date) -> Date? {
    let calendar = calendar(of: member)
    let first = (start.timeIntervalSince1970 / 1_800).rounded(.down) * 1_800
    return stride(from: first, through: end.timeIntervalSince1970, by: 1_800)
      .map(Date.init(timeIntervalSince1970:)).last { $0 > start && isWanted($0, member, calendar) }
  }

  static func calendar(of member: Practitioner) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = member.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt
    return calendar
  }

  static func isWanted(_ date: Date, _ member: Practitioner, _ calendar: Calendar) -> Bool {
    let parts = calendar.dateComponents([.weekday, .day, .hour, .minute], from: date)
    let wanted = member.preferences
    guard parts.hour == wanted.digestHour, parts.minute == 0,
      ((parts.weekday ?? 0) + 5) % 7 == wanted.digestDay.rawValue
    else { return false }
    switch wanted.digests {
    case .weekly: return true
    case .fortnightly: return (LocalDay(date, in: calendar.timeZone).number - 4) / 7 % 2 == 0
    case .monthly: return (parts.day ?? 0) <= 7
    }
  }
}
