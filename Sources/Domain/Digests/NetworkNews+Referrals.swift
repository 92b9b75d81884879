import Foundation

/// What is new between a member and colleagues who refer to each other.
extension NetworkNews {
  /// Who asks the member since, and waits for an answer still.
  func asked(of facts: DigestFacts, since: Date) -> DigestSection {
    let waiting = facts.unanswered.filter {
      isNew($0.asking.askedAt, since: since) && $0.state(now: moment) == .asked
    }
    let items = waiting.map { asked in
      DigestItem(
        member: asked.referrer.id, name: asked.referrer.name, places: [],
        referral: DigestReferral(id: asked.referral.id, weeks: asked.referral.need.weeks))
    }
    return section(.asked, items, told: facts.told)
  }

  /// What colleagues answered to the member's referrals since, as it stands.
  func answers(to facts: DigestFacts, since: Date) -> DigestSection {
    let answered = facts.answers.filter { asked in
      asked.asking.answeredAt.map { isNew($0, since: since) } ?? false
    }
    let items = answered.map { asked in
      DigestItem(
        member: asked.colleague.id, name: asked.colleague.name, places: [],
        referral: DigestReferral(
          id: asked.referral.id, weeks: asked.referral.need.weeks, answer: asked.asking.answer))
    }
    return section(.answers, items, told: facts.told)
  }

  private func section(_ kind: DigestSection.Kind, _ items: [DigestItem], told: DigestEmail?)
    -> DigestSection
  {
    let known = Set((told?.told(kind) ?? []).map(\.referral))
    return section(kind, items.filter { !known.contains($0.referral) })
  }
}
