import Foundation
import Testing

@testable import Domain

struct EmailFactsTests {
  private static let emails: [Email] = [
    .waitingPeriod(
      WaitingPeriodEmail(
        round: Round(at: Sample.now, in: .gmt), name: "Dr Thảo \"O'Neill\"\r\nBcc: x \u{1F600}",
        present: Sample.wait(.overSixMonths, means: .import), timeZone: "Australia/Lord_Howe")),
    .waitingPeriod(
      WaitingPeriodEmail(round: Round(at: Sample.now, in: .gmt), name: "A", present: nil, timeZone: "Etc/UTC")
    ),
    .waitingPeriodReminder(
      WaitingPeriodReminderEmail(
        question: Sample.id(2), askedAt: Sample.now, round: Round(at: Sample.now, in: .gmt), name: "A",
        present: Sample.wait(.now), timeZone: "Etc/UTC")),
    .waitingPeriodReminder(
      WaitingPeriodReminderEmail(
        question: Sample.id(2), askedAt: Sample.now, round: Round(at: Sample.now, in: .gmt), name: "A",
        present: nil, timeZone: "Etc/UTC")),
    .signInLink(
      SignInLinkEmail(
        name: "A/B", link: Sample.id(1), generation: 3, keyID: 255, expiresAt: Sample.now.inMilliseconds)),
    .invitation(
      InvitationEmail(
        inviter: "A", note: "", invitation: Sample.id(1), generation: 2, keyID: 3, expiresAt: Sample.now,
        timeZone: "Etc/UTC")),
    .alreadyAMember(AlreadyAMemberEmail(name: "A", inviter: "B")),
    .noAccount(NoAccountEmail(askedAt: Sample.now)),
    .passwordReset(
      PasswordResetEmail(name: "A", link: Sample.id(1), keyID: 1, expiresAt: Sample.now.inMilliseconds)),
    .accountNotice(
      AccountNoticeEmail(
        name: "A", news: .passwordReset, at: Sample.now, browser: "Edge on Windows", timeZone: "Etc/UTC")),
    .addressChange(
      AddressChangeEmail(name: "A", link: Sample.id(1), keyID: 1, expiresAt: Sample.now.inMilliseconds)),
  ]

  @Test(arguments: emails)
  func `an email survives its facts, and the same email is the same text`(email: Email) throws {
    let text = try EmailFacts.encode(email)
    #expect(try EmailFacts.decode(text, kind: email.kind, version: email.kind.factsVersion) == email)
    #expect(try EmailFacts.encode(email) == text)
    #expect(!text.contains("\n"))
  }

  /// Rows queued by a release are read by the next: a change of shape needs a new version.
  @Test func `version 1 of each kind has this shape`() throws {
    #expect(
      try Self.emails.dropFirst().map(EmailFacts.encode) == [
        #"{"name":"A","round":{"month":11,"year":2026},"timeZone":"Etc/UTC"}"#,
        #"{"askedAt":1795436000000,"name":"A","present":{"confirmedAt":1792844000000,"means":"email","period":"now"},"question":"\#(Sample.id(2, of: OutboxEntry.self))","round":{"month":11,"year":2026},"timeZone":"Etc/UTC"}"#,
        #"{"askedAt":1795436000000,"name":"A","question":"\#(Sample.id(2, of: OutboxEntry.self))","round":{"month":11,"year":2026},"timeZone":"Etc/UTC"}"#,
        #"{"expiresAt":1795436000000,"generation":3,"keyID":255,"link":"\#(Sample.id(1, of: SignInLink.self))","name":"A/B"}"#,
        #"{"expiresAt":1795436000000,"generation":2,"invitation":"\#(Sample.id(1, of: Invitation.self))","inviter":"A","keyID":3,"note":"","timeZone":"Etc/UTC"}"#,
        #"{"inviter":"B","name":"A"}"#,
        #"{"askedAt":1795436000000}"#,
        #"{"expiresAt":1795436000000,"keyID":1,"link":"\#(Sample.id(1, of: AccountLink.self))","name":"A"}"#,
        #"{"at":1795436000000,"browser":"Edge on Windows","name":"A","news":"password-reset","timeZone":"Etc/UTC"}"#,
        #"{"expiresAt":1795436000000,"keyID":1,"link":"\#(Sample.id(1, of: AccountLink.self))","name":"A"}"#,
      ])
    let first = try EmailFacts.encode(Self.emails[0])
    #expect(
      first.contains(#""present":{"confirmedAt":1792844000000,"means":"import","period":"over-6-months"}"#))
  }

  @Test(arguments: Email.Kind.allCases)
  func `facts of another version are refused`(kind: Email.Kind) {
    for version in [0, 2, -1, 99] {
      #expect(throws: EmailFacts.Unreadable.unknownVersion(version, kind: kind)) {
        try EmailFacts.decode("{}", kind: kind, version: version)
      }
    }
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"name":"A","round":"2026-11","timeZone":"Etc/UTC"}"#,
    #"{"name":"A","round":{"month":13,"year":2026},"timeZone":"Etc/UTC"}"#,
    #"{"name":"A","round":{"month":0,"year":2026},"timeZone":"Etc/UTC"}"#,
    #"{"name":"A","present":{"period":"soon"},"round":{"month":1,"year":2026},"timeZone":"Etc/UTC"}"#,
  ])
  func `facts that mean nothing are refused`(text: String) {
    #expect {
      try EmailFacts.decode(text, kind: .waitingPeriod, version: 1)
    } throws: { error in
      if case EmailFacts.Unreadable.malformed = error { true } else { false }
    }
  }

  @Test(arguments: [
    #"{"name":"A","round":{"month":11,"year":2026},"timeZone":"Etc/UTC"}"#,
    #"{"askedAt":1,"name":"A","question":"x","round":{"month":11,"year":2026},"timeZone":"Etc/UTC"}"#,
  ])
  func `a reminder without its question is refused`(text: String) {
    #expect {
      try EmailFacts.decode(text, kind: .waitingPeriodReminder, version: 1)
    } throws: { error in
      if case EmailFacts.Unreadable.malformed = error { true } else { false }
    }
  }

  @Test func `a time in milliseconds is that time again`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let count = Int64.random(in: 1_577_836_800_000...2_051_222_400_000, using: &generator)
      #expect(Date(milliseconds: count).milliseconds == count)
    }
    #expect(Date(timeIntervalSince1970: -0.000_5).milliseconds == -1)
    #expect((Sample.now + 0.000_9).inMilliseconds == Sample.now)
  }

  @Test func `links to sign in are never unsubscribed from, rounds are`() {
    #expect(Email.Kind.waitingPeriod.stream == .rounds)
    #expect(Email.Kind.waitingPeriodReminder.stream == .rounds)
    for kind in [
      Email.Kind.signInLink, .invitation, .alreadyAMember, .noAccount, .passwordReset, .accountNotice,
      .addressChange,
    ] {
      #expect(kind.stream == .transactional)
    }
    #expect(
      Email.Kind.allCases.map(\.rawValue) == [
        "waiting-period", "waiting-period-reminder", "sign-in-link", "invitation", "already-a-member",
        "no-account",
        "password-reset", "account-notice", "address-change",
      ])
    #expect(Set(Self.emails.map(\.kind)) == Set(Email.Kind.allCases))
  }
}
