import Domain
import Foundation
import Testing

/// One email of a kind, brought about and delivered by the real daemon.
struct Delivery {
  static let address = "siobhan.kelly@example.com"
  /// Of somebody who is no member.
  private static let invited = "new.colleague@example.com"

  let kind: Email.Kind
  let site: Installation
  let daemon: Program
  let message: DeliveredMessage
  let before: Installation.Member

  /// Every link of the message: of its text, of its HTML, and of its headers.
  var links: [String] {
    let header = message.header("List-Unsubscribe").map {
      [$0.trimmingCharacters(in: CharacterSet(charactersIn: "<> "))]
    }
    let html = message.html.matches(of: /href="(https?:[^"]+)"/).map { String($0.1) }
    return Array(Set(message.links + html + (header ?? []))).filter { $0.hasPrefix(site.url) }.sorted()
  }

  /// Has an email of a kind delivered to a member whose listing says "closed" since 2025.
  static func of(_ kind: Email.Kind, _ test: (Delivery) async throws -> Void) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let (daemon, message) = try await bringAbout(kind, site)
      let delivery = Delivery(
        kind: kind, site: site, daemon: daemon, message: message, before: try await site.member(address))
      try #require(delivery.links.count >= 1)
      try await test(delivery)
    }
  }

  private static func bringAbout(
    _ kind: Email.Kind, _ site: Installation
  ) async throws -> (Program, DeliveredMessage) {
    if kind.isAboutBooking { try await Bookable.prepare(site) }
    if kind.isAboutRequest { try await Bookable.prepare(site, offers: false) }
    if kind == .digest { try await makeNews(site) }
    let daemon = try await site.serve()
    switch kind {
    case .waitingPeriod:
      try await site.sendRound()
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/w/"))
    case .waitingPeriodReminder:
      try await site.sendRound()
      _ = try await daemon.terminate()
      return try await remind(site)
    case .signInLink:
      _ = try await Visitor.post("\(site.url)/sign-in", form: ["email": address])
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/sign-in/"))
    case .invitation:
      try #require(try await site.command("invite", invited, "--note", "See you there").code == 0)
      return (daemon, try await site.maildir.message(to: invited, linkingTo: "/invite/"))
    case .alreadyAMember:
      try #require(try await site.command("invite", address).code == 0)
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/sign-in"))
    case .noAccount:
      _ = try await Visitor.post("\(site.url)/sign-in", form: ["email": stranger])
      return (daemon, try await site.maildir.message(to: stranger, linkingTo: "/sign-in"))
    case .passwordReset:
      _ = try await Visitor.post("\(site.url)/sign-in/forgot", form: ["email": address])
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/sign-in/reset/"))
    case .accountNotice:
      _ = try await Visitor.post("\(site.url)/sign-in/forgot", form: ["email": address])
      let reset = try await site.maildir.message(to: address, linkingTo: "/sign-in/reset/")
      let link = try #require(reset.links(to: "/sign-in/reset/").first)
      _ = try await Visitor.post(link, form: ["password": password])
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/sign-in/forgot"))
    case .addressChange:
      try await askForAnotherAddress(site)
      return (daemon, try await site.maildir.message(to: newAddress, linkingTo: "/profile/address/"))
    case .bookingConfirm:
      try await Bookable.at(site).ask()
      return (daemon, try await site.maildir.message(to: Bookable.seeker, linkingTo: "/b/"))
    case .bookingNews: return (daemon, try await Bookable.at(site).book())
    case .bookingReminder: return (daemon, try await remindOfBooking(site))
    case .referral, .referralReminder, .referralYes, .referralClosed:
      return try await bringAboutReferral(kind, site, daemon)
    case .requestConfirm, .request, .requestNews:
      return (daemon, try await bringAboutRequest(kind, site))
    case .digest:
      try #require(try await site.command("schedule", "run", "digest").code == 0)
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/practitioners/"))
    }
  }

  /// The reminder of an appointment in some days, sent now.
  private static func remindOfBooking(_ site: Installation) async throws -> DeliveredMessage {
    let news = try await Bookable.at(site).book(6)
    let waiting = try await site.queue().first { $0.kind == "booking-reminder" }
    _ = try await site.command("queue", "retry", try #require(waiting).id)
    return try await eventually("the reminder") {
      try site.maildir.messages().first {
        $0.header("To")?.contains(Bookable.seeker) == true && !$0.links(to: "/move").isEmpty
          && $0.header("Message-ID") != news.header("Message-ID")
      }
    }
  }

  /// A colleague near the member, whom help seekers can find, and a wait that has just grown old enough to be asked for.
  private static func makeNews(_ site: Installation) async throws {
    try await site.importNeighbour()
    try await Bookable.open(address, at: site)
    try await Record.execute("UPDATE listing SET waiting_period = '3-months'", in: site.database)
    let old =
      "UPDATE listing SET confirmed_at = (SELECT published_at FROM practitioner WHERE id = practitioner_id)"
    try await Record.execute("\(old) - 2592000000", in: site.database)
  }

  /// The member signs in by an emailed link, and asks.
  private static func askForAnotherAddress(_ site: Installation) async throws {
    _ = try await Visitor.post("\(site.url)/sign-in", form: ["email": address])
    let signIn = try await site.maildir.message(to: address, linkingTo: "/sign-in/")
    let opened = try await Visitor.post(try #require(signIn.links(to: "/sign-in/").first), form: [:])
    let page = try await Visitor.get("\(site.url)/profile/address", headers: ["cookie": opened.cookies])
    let form = try #require(PageForm.all(in: page.body).first { $0.action == "/profile/address" })
    let asked = try await Visitor.post(
      "\(site.url)/profile/address", form: form.hidden.merging(["email": newAddress]) { $1 },
      headers: ["cookie": opened.cookies])
    try #require(asked.status == 303)
  }

  private static let newAddress = "siobhan@elsewhere.example"

  private static let stranger = "stranger@example.com"
  private static let password = "a heron stood in the shallows"

  /// The reminder is due in a week, and says that the question was asked only lately: as if it had been a week ago.
  private static func remind(_ site: Installation) async throws -> (Program, DeliveredMessage) {
    let week = "UPDATE outbox SET settled_at = settled_at - 604800000 WHERE kind = 'waiting-period'"
    try await Record.execute(week, in: site.database)
    let daemon = try await site.serve()
    let id = try await site.member(address).id
    let question = try await site.maildir.message(to: address, linkingTo: "/w/")
    for email in try await site.facts(
      [Installation.AddressedEmail].self, "queue", "list", "--state", "queued")
    where email.recipient == id && email.kind == "waiting-period-reminder" {
      _ = try await site.command("queue", "retry", email.id)
    }
    let reminder = try await eventually("the reminder") {
      try site.maildir.messages().first {
        $0.header("To")?.contains(address) == true && $0.header("Message-ID") != question.header("Message-ID")
      }
    }
    return (daemon, reminder)
  }

  /// A mail program's own address for unsubscribing acts at once by its standard (RFC 8058); its page does not. What a
  /// sign-in link's form does is what it is for, once, and nobody is the worse for a session that a gateway has.
  func mayBeSubmitted(_ link: String) -> Bool { kind != .signInLink }

  /// Nothing that the member said, or wants, is another than before, and nobody has joined.
  func expectUntouched() async throws {
    #expect(try await !site.members().contains { $0.email == Self.invited })
    #expect(try await site.member(Self.address) == before, "\(kind)")
    if kind == .referral || kind == .referralReminder { try await expectUnanswered() }
    if kind.isAboutRequest { try await expectRequestUntouched() }
    if kind == .digest { #expect(try await offers() == []) }
    guard kind.isAboutBooking, let link = message.link else { return }
    let page = try await Visitor.get(link).body
    #expect(page.contains(kind == .bookingConfirm ? "Yes, book it" : "This appointment is booked"))
  }

  /// No token of a link is in the log or in the database's files.
  func expectNoTokenAtRest() async throws {
    var places = ["the log": daemon.output + daemon.errors]
    for file in ["helplink.sqlite", "helplink.sqlite-wal"] {
      let bytes = try Data(contentsOf: site.scratch.folder.appendingPathComponent("state/\(file)"))
      places[file] = String(decoding: bytes, as: UTF8.self)
    }
    // A colleague's identifier and the page that one signs in for grant nothing.
    let capabilities = links.filter { !$0.contains("/practitioners/") && !$0.contains("?next=") }
    for token in capabilities.compactMap({ $0.split(separator: "/").last }) where token.count > 16 {
      for (place, text) in places { #expect(!text.contains(token), "a token is in \(place)") }
    }
    try Referring.expectNothing(in: site.maildir, daemon)
  }

  /// Whoever the email is for does what it is for.
  func expectThePersonSucceeds() async throws {
    switch kind {
    case .waitingPeriod, .waitingPeriodReminder, .digest:
      if kind == .digest { try await expectTimesAreOffered() }
      let link = try #require(message.link(below: "Within 2 weeks"))
      // Where somebody contradicted themselves before, the page has a choice to be made by hand.
      var form = ["waiting-period": "2-weeks"]
      for (name, value) in PageForm.all(in: try await Visitor.get(link).body).first?.hidden ?? [:]
      where name != "waiting-period" { form[name] = value }
      let answer = try await Visitor.post(link, form: form)
      #expect(answer.status == 303)
      let member = try await site.member(Self.address)
      #expect(member.waitingPeriod == "2-weeks" && member.confirmedBy == "email", "\(kind)")
    case .signInLink:
      let link = try #require(message.links(to: "/sign-in/").first)
      let answer = try await Visitor.post(link, form: [:])
      #expect(answer.status == 303)
      #expect(answer["location"] == "/listings")
    case .invitation:
      let link = try #require(message.links(to: "/invite/").first)
      let answer = try await Visitor.post(link, form: ["name": "Dr New Colleague"])
      #expect(answer.status == 303)
      #expect(try await site.members().filter { $0.email == Self.invited }.count == 1)
    case .alreadyAMember:
      let link = try #require(message.links(to: "/sign-in").first)
      #expect(try await Visitor.get(link).status == 200)
      #expect(try await Visitor.post(link, form: ["email": Self.address]).status == 200)
      _ = try await site.maildir.message(to: Self.address, linkingTo: "/sign-in/")
    case .noAccount:
      let page = try await Visitor.get(try #require(message.links.first { $0.hasSuffix("/sign-in") }))
      #expect(page.status == 200 && page.body.contains("Email me a link"))
    case .passwordReset:
      let link = try #require(message.links(to: "/sign-in/reset/").first)
      let answer = try await Visitor.post(link, form: ["password": Self.password])
      #expect(answer.status == 303 && answer["location"] == "/listings")
      let again = try await Visitor.post(
        "\(site.url)/sign-in", form: ["email": Self.address, "password": Self.password])
      #expect(again.status == 303 && again["location"] == "/listings")
    case .referral, .referralReminder, .referralYes, .referralClosed: try await expectReferralSucceeds()
    case .requestConfirm, .request, .requestNews: try await expectRequestSucceeds()
    case .accountNotice:
      let page = try await Visitor.get(try #require(message.links(to: "/sign-in/forgot").first))
      #expect(page.status == 200 && page.body.contains("Choose a new password"))
    case .addressChange:
      let link = try #require(message.links(to: "/profile/address/").first)
      let answer = try await Visitor.post(link, form: ["choice": "confirm"])
      #expect(answer.status == 303)
      #expect(try await site.member(Self.newAddress).id == before.id)
      _ = try await site.maildir.message(to: Self.address, linkingTo: "/help")
    case .bookingConfirm:
      let link = try #require(message.link)
      #expect(try await Visitor.post(link, form: ["choice": "confirm"]).status == 303)
      _ = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/profile/appointments")
    case .bookingNews:
      let link = try #require(message.link)
      #expect(try await Visitor.post("\(link)/cancel", form: ["choice": "cancel"]).status == 303)
      #expect(try await Visitor.get(link).body.contains("This appointment is cancelled"))
    case .bookingReminder:
      let link = try #require(message.link)
      let time = try #require(Bookable.times(in: try await Visitor.get("\(link)/move").body).last)
      let moved = try await Visitor.post("\(link)/move", form: ["choice": "move", "slot": time])
      #expect(moved.status == 303)
      _ = try await eventually("the news of it") {
        try site.maildir.messages().first { $0.calendar.contains("SEQUENCE:1") }
      }
    }
  }
}

extension Installation {
  /// An email of the outbox with whom it is for.
  struct AddressedEmail: Decodable, Sendable {
    let id: String
    let kind: String
    let recipient: String
  }
}

extension Email.Kind {
  /// Whether it takes a practitioner whom seekers may book.
  fileprivate var isAboutBooking: Bool {
    [.bookingConfirm, .bookingNews, .bookingReminder].contains(self)
  }

  /// Whether it takes one who publishes no times.
  fileprivate var isAboutRequest: Bool { [.requestConfirm, .request, .requestNews].contains(self) }
}
