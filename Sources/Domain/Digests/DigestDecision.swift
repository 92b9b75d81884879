import Foundation

/// What goes into one member's digest, and whether one goes out.
public enum DigestDecision {
  /// What a look at one member brings.
  public struct Outcome: Hashable, Sendable {
    /// What goes out; nil when there is nothing to say, or nobody to say it to.
    public var email: NewEmail?
    /// The digest as the next one will need to know it.
    public var record: DigestRecord?
    /// When the member's next one is due.
    public var next: Date
    /// Whether this one is later than its cut-off: what it would have told is in the next.
    public var isLate: Bool
  }

  /// The wait is asked for once it was said so long ago: 30 days.
  public static let questionAfter: TimeInterval = 30 * 86_400

  /// A digest that is at most an hour behind its time still bears that time.
  private static let behind: TimeInterval = 3_600

  /// Decides about a member whose digest is due.
  ///
  /// - Parameter sections: what is new for them at `news`, the moment up to which it was looked for.
  public static func decide(
    _ facts: DigestFacts, sections: [DigestSection], news: Date, id: OutboxEntry.ID, schedule: Schedule,
    siteZone: TimeZone, now: Date
  ) -> Outcome {
    let zone = facts.practitioner.zone(orSite: siteZone)
    let times = DigestTimes(schedule: schedule, preferences: facts.practitioner.preferences, zone: zone)
    guard let due = facts.due else { return outcome(times, after: now, facts.lastPeriod) }
    let instant = times.latest(from: due, until: now)
    let period = LocalDay(instant, in: zone)
    var outcome = outcome(times, after: now, facts.lastPeriod)
    guard facts.lastPeriod.map({ $0 < period }) ?? true, isWanted(by: facts.practitioner) else {
      return outcome
    }
    // What an operator asks for between the times goes out at once.
    let isOnTime = times.next(after: instant - 0.001) == instant
    let spread = Spread.delay(
      upTo: isOnTime ? schedule.terms.randomizedDelay : 0, schedule: schedule.name,
      recipient: facts.practitioner.id,
      period: period.text)
    let (time, useBy) = (instant + spread, instant + spread + schedule.terms.cutOff)
    let at = now.timeIntervalSince(time) > behind ? now : time
    guard now <= instant + schedule.terms.cutOff else {
      outcome.isLate = true
      return outcome
    }
    guard let email = content(for: facts, sections: sections, zone: zone, news: news) else { return outcome }
    outcome.email = NewEmail(
      id: id, email: .digest(email), recipient: .practitioner(facts.practitioner.id), period: period.text,
      notBefore: at, useBy: useBy)
    outcome.record = DigestRecord(
      member: facts.practitioner.id, period: period, since: facts.start, until: news, email: id)
    outcome.next = times.next(after: now, laterThan: period) ?? DigestTimes.never
    return outcome
  }

  /// What a digest says; nil when that is nothing.
  ///
  /// The question about the wait is something to say when the answer grew old since the last digest. With other news it stands
  /// whenever the answer is old, but not about the same answer in two digests in a row. How many times are free is said with the
  /// rest, and is no reason for a digest.
  public static func content(for facts: DigestFacts, sections: [DigestSection], zone: TimeZone, news: Date)
    -> DigestEmail?
  {
    let oldSince = oldSince(facts)
    let isOld = oldSince <= news && !facts.practitioner.isAway(at: news)
    let isNews = isOld && oldSince > facts.since(now: news) - DigestFacts.overlap
    let isAsked = isOld && facts.told?.question != DigestQuestion(present: facts.wait)
    guard !sections.isEmpty || (isAsked && isNews) else { return nil }
    return DigestEmail(
      name: facts.practitioner.name, timeZone: zone.identifier,
      frequency: facts.practitioner.preferences.digests, until: news, sections: sections,
      question: isAsked ? DigestQuestion(present: facts.wait) : nil,
      freeTimes: facts.booking?.countOfFreeTimes(now: news))
  }

  /// Whether a member gets digests at all.
  public static func isWanted(by practitioner: Practitioner) -> Bool {
    practitioner.isListed && !practitioner.stoppedStreams.contains(.digests)
  }

  /// When what the listing says of the wait grows old; of one that says nothing, counted from when it was published.
  private static func oldSince(_ facts: DigestFacts) -> Date {
    let said = facts.wait?.confirmedAt ?? facts.practitioner.publishedAt ?? facts.practitioner.joinedAt
    return said + questionAfter
  }

  private static func outcome(_ times: DigestTimes, after now: Date, _ period: LocalDay?) -> Outcome {
    Outcome(
      email: nil, record: nil, next: times.next(after: now, laterThan: period) ?? DigestTimes.never,
      isLate: false)
  }
}
