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
    .bookingConfirm(BookingConfirmEmail(appointment: appointment, keptUntil: Sample.now)),
    .bookingNews(
      BookingNewsEmail(
        appointment: appointment, news: .moved, reader: .seeker, by: .practitioner, changesUntil: Sample.now)),
    .bookingReminder(BookingReminderEmail(appointment: appointment, changesUntil: Sample.now)),
    .referral(asked), .referralReminder(ReferralReminderEmail(question: Sample.id(2), asked: asked)),
    .referralYes(
      ReferralYesEmail(
        name: "A", colleague: "B", asking: Sample.id(2), referral: Sample.id(1), from: .oneMonth,
        answeredAt: Sample.now)),
    .referralClosed(
      ReferralClosedEmail(
        name: "A", referrer: "B", asking: Sample.id(2), referral: Sample.id(1), closing: .placed,
        askedAt: Sample.now, timeZone: "Etc/UTC")),
    .requestConfirm(
      RequestConfirmEmail(request: Sample.id(1), practitioner: "A", asksNext: true, madeAt: Sample.now)),
    .request(
      RequestEmail(
        request: Sample.id(1), number: 2, name: "A", isAgain: true, answerBy: Sample.now, timeZone: "Etc/UTC")
    ),
    .requestNews(
      RequestNewsEmail(request: Sample.id(1), news: .passedOn, practitioner: "A", at: Sample.now)),
    .digest(
      DigestEmail(
        name: "A", timeZone: "Etc/UTC", frequency: .fortnightly, until: Sample.now.inMilliseconds,
        sections: [
          DigestSection(
            .answers,
            [
              DigestItem(
                member: Sample.id(3), name: "B", places: [],
                referral: DigestReferral(id: Sample.id(1), weeks: 4, answer: .yes(from: .oneMonth)))
            ]),
          DigestSection(
            .openings,
            [DigestItem(member: Sample.id(3), name: "B", places: ["Newtown NSW 2042"], wait: .now)], more: 2),
        ], question: DigestQuestion(present: Sample.wait(.now)))),
    .digest(
      DigestEmail(
        name: "A", timeZone: "Etc/UTC", frequency: .weekly, until: Sample.now.inMilliseconds,
        sections: [
          DigestSection(
            .requests, [DigestItem(DigestRequest(id: Sample.id(1), number: 2, askedAt: Sample.now))])
        ], question: nil, freeTimes: 3)),
  ]

  private static let appointment = Appointment(
    booking: Sample.id(1), sequence: 2,
    slot: Slot(
      start: Sample.now, minutes: 50, mode: .inPerson,
      place: PracticeLocation(postcode: "2042", locality: "Newtown", state: "NSW"), timeZone: "Etc/UTC"),
    practitioner: "A")
  private static let appointmentText =
    #"{"booking":"\#(Sample.id(1, of: Booking.self))","practitioner":"A","sequence":2,"slot":{"minutes":50,"mode":"in-person","place":{"locality":"Newtown","postcode":"2042","state":"NSW"},"start":1795436000000,"timeZone":"Etc/UTC"}}"#

  private static let member = Sample.id(3, of: Practitioner.self)

  private static let asked = ReferralEmail(
    name: "A", referrer: "B", weeks: 4, wait: .twoWeeks, askedAt: Sample.now, timeZone: "Etc/UTC")

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
        #"{"appointment":\#(Self.appointmentText),"keptUntil":1795436000000}"#,
        #"{"appointment":\#(Self.appointmentText),"by":"practitioner","changesUntil":1795436000000,"news":"moved","reader":"seeker"}"#,
        #"{"appointment":\#(Self.appointmentText),"changesUntil":1795436000000}"#,
        #"{"askedAt":1795436000000,"name":"A","referrer":"B","timeZone":"Etc/UTC","wait":"2-weeks","weeks":4}"#,
        #"{"asked":{"askedAt":1795436000000,"name":"A","referrer":"B","timeZone":"Etc/UTC","wait":"2-weeks","weeks":4},"question":"\#(Sample.id(2, of: OutboxEntry.self))"}"#,
        #"{"answeredAt":1795436000000,"asking":"\#(Sample.id(2, of: OutboxEntry.self))","colleague":"B","from":"1-month","name":"A","referral":"\#(Sample.id(1, of: Referral.self))"}"#,
        #"{"askedAt":1795436000000,"asking":"\#(Sample.id(2, of: OutboxEntry.self))","closing":"placed","name":"A","referral":"\#(Sample.id(1, of: Referral.self))","referrer":"B","timeZone":"Etc/UTC"}"#,
        #"{"asksNext":true,"madeAt":1795436000000,"practitioner":"A","request":"\#(Sample.id(1, of: TimeRequest.self))"}"#,
        #"{"answerBy":1795436000000,"isAgain":true,"name":"A","number":2,"request":"\#(Sample.id(1, of: TimeRequest.self))","timeZone":"Etc/UTC"}"#,
        #"{"at":1795436000000,"news":"passed-on","practitioner":"A","request":"\#(Sample.id(1, of: TimeRequest.self))"}"#,
        #"{"frequency":"fortnightly","name":"A","question":{"present":{"confirmedAt":1792844000000,"means":"email","period":"now"}},"sections":[{"items":[{"member":"\#(Self.member)","name":"B","places":[],"referral":{"answer":"yes-1-month","id":"\#(Sample.id(1, of: Referral.self))","weeks":4}}],"kind":"answers","more":0},{"items":[{"member":"\#(Self.member)","name":"B","places":["Newtown NSW 2042"],"wait":"now"}],"kind":"openings","more":2}],"timeZone":"Etc/UTC","until":1795436000000}"#,
        #"{"freeTimes":3,"frequency":"weekly","name":"A","sections":[{"items":[{"name":"","places":[],"request":{"askedAt":1795436000000,"id":"\#(Sample.id(1, of: TimeRequest.self))","number":2}}],"kind":"requests","more":0}],"timeZone":"Etc/UTC","until":1795436000000}"#,
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
    #expect(Email.Kind.digest.stream == .digests)
    for kind in [
      Email.Kind.signInLink, .invitation, .alreadyAMember, .noAccount, .passwordReset, .accountNotice,
      .addressChange, .bookingConfirm, .bookingNews, .bookingReminder, .referral, .referralReminder,
      .referralYes, .referralClosed, .requestConfirm, .request, .requestNews,
    ] {
      #expect(kind.stream == .transactional)
    }
    #expect(
      Email.Kind.allCases.map(\.rawValue) == [
        "waiting-period", "waiting-period-reminder", "sign-in-link", "invitation", "already-a-member",
        "no-account",
        "password-reset", "account-notice", "address-change", "booking-confirm", "booking-news",
        "booking-reminder", "referral", "referral-reminder", "referral-yes", "referral-closed",
        "request-confirm", "request", "request-news", "digest",
      ])
    #expect(Set(Self.emails.map(\.kind)) == Set(Email.Kind.allCases))
  }
}
