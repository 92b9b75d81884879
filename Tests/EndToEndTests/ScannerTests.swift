import Foundation
import Testing

/// Mail scanners on the monthly question, in numbers and in person; the gauntlet of every kind is in `GauntletTests`.
@Suite(.timeLimit(.minutes(5)))
struct ScannerTests {
  private static let address = "siobhan.kelly@example.com"

  /// A daemon that has sent its round, and what Siobhán Kelly got. Her listing says "closed" since 2025.
  private func withDelivered(
    _ test: (Installation, Program, DeliveredMessage) async throws -> Void
  ) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let daemon = try await site.serve()
      try await site.sendRound()
      let message = try await site.maildir.message(to: Self.address, linkingTo: "/w/")
      try #require(message.links(to: "/w/").count == 7)
      try await test(site, daemon, message)
    }
  }

  @Test func `a thousand fetches of every kind leave the record untouched`() async throws {
    try await withDelivered { site, daemon, message in
      let before = try await site.settledWriteTransactions()
      let links = message.links
      #expect(links.count >= 8)
      for method in ["GET", "HEAD", "OPTIONS"] {
        let statuses = try await fetch(links, by: method, times: 1_000)
        #expect(
          statuses.allSatisfy { method == "OPTIONS" ? $0 < 500 : $0 == 200 }, "\(method): \(Set(statuses))")
      }
      #expect(try await site.writeTransactions() == before)
      expectNoToken(of: links, in: daemon.output + daemon.errors, what: "the log")
    }
  }

  /// Fetches the links in turn, eight at a time.
  private func fetch(_ links: [String], by method: String, times: Int) async throws -> [Int] {
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for lane in 0..<8 {
        group.addTask {
          var statuses: [Int] = []
          for number in stride(from: lane, to: times, by: 8) {
            statuses.append(try await Visitor.send(method, links[number % links.count]).status)
          }
          return statuses
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  @Test func `one client that submits all seven forms leaves the old answer standing`() async throws {
    try await withDelivered { site, daemon, message in
      let old = try await site.member(Self.address)
      for link in message.links(to: "/w/") { try await submitFirstForm(of: link, site) }
      let after = try await site.member(Self.address)
      #expect(after == old)
      #expect(after.waitingPeriod == "closed")
      for file in ["helplink.sqlite", "helplink.sqlite-wal"] {
        let record = try Data(contentsOf: site.scratch.folder.appendingPathComponent("state/\(file)"))
        expectNoToken(of: message.links, in: String(decoding: record, as: UTF8.self), what: file)
      }
      expectNoToken(of: message.links, in: daemon.output + daemon.errors, what: "the log")
    }
  }

  @Test func `a client that reads all seven pages first and then submits them changes nothing either`()
    async throws
  {
    try await withDelivered { site, _, message in
      let old = try await site.member(Self.address)
      let forms = try await message.links(to: "/w/").asyncMap { try await firstForm(of: $0) }
      for form in forms { _ = try await Visitor.post(site.url + form.action, form: form.hidden) }
      #expect(try await site.member(Self.address) == old)
    }
  }

  @Test(.enabled(if: RealPeers.areAsked, RealPeers.reason))
  func `the person who comes after the scanner chooses by hand, and it counts`() async throws {
    try await withDelivered { site, _, message in
      for link in message.links(to: "/w/") { try await submitFirstForm(of: link, site) }
      let browser = try await Browser.open(in: site.scratch)
      try await browser.open(try #require(message.link(below: "Within 2 weeks")))
      #expect(try await browser.text("h1") == "How long is your wait?")
      try await browser.click("label[for='waiting-period-2-weeks']")
      try await browser.press("form.stack button[type='submit']")
      #expect(try await browser.text("h1") == "Thank you: Within 2 weeks")
      let member = try await site.member(Self.address)
      #expect(member.waitingPeriod == "2-weeks")
      #expect(member.confirmedBy == "email")
    }
  }

  private func firstForm(of link: String) async throws -> PageForm {
    let page = try await Visitor.get(link)
    return try #require(PageForm.all(in: page.body).first, "\(page.body)")
  }

  private func submitFirstForm(of link: String, _ site: Installation) async throws {
    let form = try await firstForm(of: link)
    let answer = try await Visitor.post(site.url + form.action, form: form.hidden)
    #expect(answer.status < 500)
  }

  private func expectNoToken(of links: [String], in text: String, what: String) {
    for token in links.compactMap({ $0.split(separator: "/").last }) where token.count > 16 {
      #expect(!text.contains(token), "a token is in \(what)")
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
