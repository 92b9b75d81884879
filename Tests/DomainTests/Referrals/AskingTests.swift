import Foundation
import Testing

@testable import Domain

@Suite struct `Asking colleagues` {
  private func ask(
    _ numbers: [Int], by member: Practitioner? = nil, lately: Int = 0, existing: Referral? = nil,
    others: (inout Practitioner) -> Void = { _ in }
  ) throws -> Decision<ReferralDecision.Asked> {
    var chosen: [Practitioner.ID: (practitioner: Practitioner, wait: StatedWait?)] = [:]
    for number in Set(numbers) where number < 9 {
      var other = try Sample.practitioner(number)
      others(&other)
      chosen[other.id] = (other, Sample.wait(.threeMonths))
    }
    let facts = ReferralDecision.Facts(
      referrer: try member ?? Sample.practitioner(1), chosen: chosen, madeLately: lately, existing: existing)
    return ReferralDecision.ask(
      numbers.map { Sample.id($0) }, for: ReferralWalk.need, facts: facts, means: ReferralWalk.means())
  }

  @Test(arguments: [[2], [3, 2], [2, 3, 4]])
  func `each gets a question now, and a reminder that is due 72 hours later`(numbers: [Int]) throws {
    let decision = try ask(numbers)
    #expect(decision.outcome == .made(ReferralWalk.means().id))
    guard case .referralMade(let referral)? = decision.changes.first else {
      Issue.record("no referral was made")
      return
    }
    #expect(referral.askings.map(\.colleague) == numbers.map { Sample.id($0) })
    #expect(decision.emails.count == numbers.count * 2)
    for (asking, emails) in zip(referral.askings, stride(from: 0, to: decision.emails.count, by: 2)) {
      let (question, reminder) = (decision.emails[emails], decision.emails[emails + 1])
      #expect(question.email.kind == .referral && reminder.email.kind == .referralReminder)
      #expect(question.id == asking.email)
      #expect(reminder.notBefore == question.notBefore + 259_200)
      #expect(
        [question, reminder].allSatisfy { $0.useBy == asking.lapsesAt && $0.about == referral.referrer })
      #expect([question, reminder].allSatisfy { $0.recipient == .practitioner(asking.colleague) })
    }
  }

  /// Whatever the need says: what is sent rests on the facts of an email alone.
  @Test func `nothing of the enquiry but how soon is in what is sent`() throws {
    let facts = try ask([2, 3, 4]).emails.map { try EmailFacts.encode($0.email) }
    for text in facts {
      for word in ["anxiety", "The note", "adult", "in-person"] { #expect(!text.contains(word)) }
    }
  }

  @Test func `nobody else can be asked than up to three colleagues who are listed and not away`() throws {
    let unlisted = Practitioner(
      id: Sample.id(1), name: "A", email: try EmailAddress("a@example.com"), joinedAt: Sample.now,
      isListed: false)
    let refused: [(Decision<ReferralDecision.Asked>, ReferralDecision.Refusal)] = [
      (try ask([]), .nobodyChosen), (try ask([2, 3, 4, 5]), .tooManyChosen),
      (try ask([2, 2]), .tooManyChosen),
      (try ask([2, 1]), .oneself), (try ask([2, 9]), .unknown), (try ask([2], by: unlisted), .notListed),
      (try ask([2], by: Sample.practitioner(1, standing: .suspended)), .notListed),
      (try ask([2], lately: ReferralDecision.mostADay), .enoughForToday),
      (try ask([2]) { $0.standing = .suspended }, .unknown),
      (try ask([2]) { $0.standing = .leaving }, .unknown),
      (try ask([2]) { $0.publishedAt = nil }, .unknown),
      (try ask([2]) { $0.awayUntil = Sample.now + 60 }, .away(name: "Dr Number 2")),
    ]
    for (decision, refusal) in refused {
      #expect(decision.outcome == .refused(refusal))
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
    #expect(try ask([2], lately: ReferralDecision.mostADay - 1).outcome == .made(Sample.id(100)))
    #expect(try ask([2]) { $0.awayUntil = Sample.now }.outcome == .made(Sample.id(100)))
  }

  @Test func `a form that is sent twice makes one referral, and nobody takes another's name for theirs`()
    throws
  {
    let walk = try ReferralWalk()
    let again = try ask([2, 3], existing: walk.referral)
    #expect(again.outcome == .made(walk.referral.id))
    #expect(again.changes.isEmpty && again.emails.isEmpty)
    let other = try ask([2], by: Sample.practitioner(5), existing: walk.referral)
    #expect(other.outcome == .refused(.unknown) && other.changes.isEmpty)
  }
}

@Suite struct `Closing a referral` {
  @Test(arguments: Referral.Closing.allCases)
  func `tells those who are still asked, and nobody else`(closing: Referral.Closing) throws {
    var walk = try ReferralWalk()
    walk.press(.yes(from: nil), by: 2)
    walk.press(.no, by: 3)
    let queued = walk.emails.count
    #expect(walk.close(closing) == .closed(closing == .placed ? .placed : .withdrawn))
    #expect(walk.emails.dropFirst(queued).map(\.recipient) == [.practitioner(Sample.id(4))])
    #expect(walk.close(.withdrawn) == .alreadySo(walk.referral.state))
    #expect(walk.emails.count == queued + 1)
  }

  @Test func `is its referrer's to do, while they take part`() throws {
    var walk = try ReferralWalk()
    #expect(walk.close(.placed, by: Sample.id(2)) == .unknown)
    walk.practitioners[ReferralWalk.referrer]?.standing = .suspended
    #expect(walk.close(.placed) == .unknown)
    #expect(walk.referral.state == .open)
  }

  @Test func `tells nobody whose time was over`() throws {
    var walk = try ReferralWalk()
    walk.pass(Asking.lapsesAfter)
    let queued = walk.emails.count
    #expect(walk.close(.placed) == .closed(.placed))
    #expect(walk.emails.count == queued)
  }
}
