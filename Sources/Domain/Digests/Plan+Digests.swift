import Foundation

/// The digests that one member would get. Nothing happens any more: what is new now is in the first of them.
extension Plan {
  /// Those that go out in the plan's time, without one that waits in the outbox already.
  ///
  /// - Parameter sections: what is new for the member now.
  public func digests(
    to facts: DigestFacts, sections: [DigestSection], schedule: Schedule, id: OutboxEntry.ID
  ) -> [PlannedEmail] {
    let zone = facts.practitioner.zone(orSite: siteZone)
    return newDigests(to: facts, sections: sections, schedule: schedule, id: id, atMost: .max).map { email in
      PlannedEmail(
        due: max(email.notBefore, now), kind: .digest, period: email.period,
        practitioner: facts.practitioner.id, zone: zone.identifier, schedule: schedule.name,
        assumesSilence: email.isQuestionAlone)
    }.filter { $0.due >= from && $0.due < to }
  }

  /// The first of them as it would rest in the outbox.
  public func firstDigest(
    to facts: DigestFacts, sections: [DigestSection], schedule: Schedule, id: OutboxEntry.ID
  ) -> OutboxEntry? {
    newDigests(to: facts, sections: sections, schedule: schedule, id: id, atMost: 1).first.map {
      OutboxEntry(
        id: $0.id, email: $0.email, recipient: $0.recipient, period: $0.period, createdAt: $0.notBefore,
        useBy: $0.useBy)
    }
  }

  private func newDigests(
    to facts: DigestFacts, sections: [DigestSection], schedule: Schedule, id: OutboxEntry.ID,
    atMost count: Int
  ) -> [NewEmail] {
    var (facts, sections, emails) = (facts, sections, [NewEmail]())
    let times = DigestTimes(
      schedule: schedule, preferences: facts.practitioner.preferences,
      zone: facts.practitioner.zone(orSite: siteZone))
    facts.due = facts.due ?? times.next(after: now, laterThan: facts.lastPeriod)
    while let due = facts.due, due < to, emails.count < count {
      let moment = max(due, now)
      let standing = facts.standing(sections, at: moment)
      let outcome = DigestDecision.decide(
        facts, sections: standing, news: moment, id: id, schedule: schedule, siteZone: siteZone, now: moment)
      if let email = outcome.email, case .digest(let told) = email.email {
        emails.append(email)
        (facts.told, facts.lastPeriod, sections) = (told, outcome.record?.period, [])
      }
      facts.due = outcome.next
    }
    return emails
  }
}

extension NewEmail {
  /// Whether it is a digest that does nothing but ask for the wait.
  fileprivate var isQuestionAlone: Bool {
    if case .digest(let digest) = email { digest.sections.isEmpty } else { false }
  }
}
