import Domain
import Foundation

@testable import Store

/// Referrals between numbered members, made as the site makes them.
enum ReferralSample {
  static let need = ReferralNeed(
    ageGroup: "adult", areas: ["anxiety", "grief-loss"], modes: ["in-person", "phone"],
    locality: "Broken Hill NSW 2880", funding: "private", weeks: 4,
    note: "Two lines;\nDROP TABLE referral; --")

  static func id(_ number: Int) -> Referral.ID { Sample.id(500 + number) }
  /// The email that asks the member `colleague` for the referral `number`.
  static func email(_ number: Int, position: Int) -> OutboxEntry.ID {
    Sample.id(600 + number * 10 + position)
  }
}

extension Store {
  /// A member asks others; returns what came of it.
  @discardableResult
  func refer(
    _ number: Int, from: Int, to: [Int], need: ReferralNeed = ReferralSample.need, at now: Date = Sample.now
  )
    async throws -> ReferralDecision.Asked
  {
    let colleagues = to.map { Sample.id($0, of: Practitioner.self) }
    let means = ReferralDecision.Means(
      id: ReferralSample.id(number),
      emails: (0..<3).map {
        (ReferralSample.email(number, position: $0), Sample.id(700 + number * 10 + $0))
      }, siteZone: Sample.sydney, now: now)
    return try await perform({
      try $0.referralFacts(by: Sample.id(from), asking: colleagues, as: means.id, now: now)
    }) { ReferralDecision.ask(colleagues, for: need, facts: $0, means: means) }
  }

  /// The colleague at a place of the referral answers by the link of the email.
  @discardableResult
  func answer(
    _ number: Int, position: Int = 0, _ answer: ReferralAnswer, at now: Date = Sample.now,
    from origin: ReferralDecision.Origin = .link
  ) async throws -> ReferralDecision.Answered {
    var chance = Chance()
    let press = ReferralDecision.Press(
      origin: origin, event: Identifier(using: &chance), email: Identifier(using: &chance), now: now)
    let email = ReferralSample.email(number, position: position)
    return try await perform({ try $0.referralAnswerFacts(email: email) }) {
      ReferralDecision.answer(ReferralDecision.Reply(answer), facts: $0, press)
    }
  }

  func takeBack(_ number: Int, position: Int = 0, at now: Date) async throws {
    var chance = Chance()
    let press = ReferralDecision.Press(
      origin: .ownPage, event: Identifier(using: &chance), email: Identifier(using: &chance), now: now)
    let email = ReferralSample.email(number, position: position)
    _ = try await perform({ try $0.referralAnswerFacts(email: email) }) {
      ReferralDecision.takeBack(facts: $0, press)
    }
  }

  @discardableResult
  func close(_ number: Int, by: Int, _ closing: Referral.Closing, at now: Date = Sample.now) async throws
    -> ReferralDecision.Closed
  {
    try await perform({ try $0.referralFacts(ReferralSample.id(number)) }) {
      ReferralDecision.close(
        closing, facts: $0, by: Sample.id(by), emails: (0..<3).map { Sample.id(800 + number * 10 + $0) },
        siteZone: Sample.sydney, now: now)
    }
  }
}
