import Foundation
import Fuzzing
import Testing

@testable import Domain

/// What people, programs and files hand to Domain as text, changed at random: refused or understood, never a trap.
@Suite(.timeLimit(.minutes(60)))
struct DomainFuzzTests {
  struct Wrong: Error { let what: String }

  @Test func `no altered link token opens`() async throws {
    let ring = try #require(
      KeyRing([1: [UInt8](repeating: 7, count: 32), 2: [UInt8](repeating: 9, count: 32)]))
    let issued = LinkToken.Purpose.allCases.flatMap { purpose in
      (0..<8).map { choice in
        ring.seal(
          LinkToken(
            purpose, subject: Sample.id(choice + 1, of: OutboxEntry.self), choice: UInt8(choice),
            expiresAt: Sample.now + 86_400))
      }
    }
    let genuine = Set(issued)
    try await Fuzz.run("link tokens", corpus: issued) { text in
      for purpose in LinkToken.Purpose.allCases {
        if (try? ring.open(text, for: purpose, now: Sample.now)) != nil, !genuine.contains(text) {
          throw Wrong(what: "a token that was never issued opens for \(purpose)")
        }
      }
    }
  }

  @Test func `a calendar expression that is taken is written so that it reads the same`() async throws {
    let corpus = [
      "daily", "Mon..Fri *-*-01 09:00", "Tue *-*-01..07 09:00:00 Australia/Sydney", "*:0/15", "quarterly",
      "2026-12-25 08:30", "*-02~03/7 00:00:00.5", "Sat,Sun *-1,7-* 12..14:*:*", "*-*~1 23:59 UTC",
      "Mon *-05~07/1", "2003..2040/2-*-* 00:00:00/20.25", "hourly Australia/Lord_Howe",
    ]
    try await Fuzz.run("calendar expressions", corpus: corpus) { text in
      guard let first = try? CalendarExpression(text) else { return }
      let second = try CalendarExpression(first.normalized)
      guard second.normalized == first.normalized else {
        throw Wrong(what: "\(first.normalized) is read as \(second.normalized)")
      }
    }
  }

  @Test func `a time span that is taken is written so that it reads the same`() async throws {
    let corpus = [
      "5min", "2h 30min", "1 month 2 days", "0", "300", "1.5h", "3weeks4d", "55s500ms", "1y 12month",
    ]
    try await Fuzz.run("time spans", corpus: corpus) { text in
      guard let first = try? TimeSpan(text) else { return }
      let second = try TimeSpan(first.normalized)
      guard second == first else { throw Wrong(what: "\(first.normalized) is read as \(second.normalized)") }
    }
  }

  @Test func `an address that is taken starts no header, and is one line of few characters`() async throws {
    let corpus = ["ada@example.com", "a.b+c@münchen.example", "\"quoted name\"@example.org", "x@[192.0.2.1]"]
    try await Fuzz.run("addresses", corpus: corpus) { text in
      guard let address = try? EmailAddress(text) else { return }
      let isPlain = address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>,;".utf8.contains($0) }
      guard isPlain, address.text.utf8.count <= 254, address.key == address.key.lowercased() else {
        throw Wrong(what: "\(address.text.debugDescription) was taken")
      }
    }
  }

  @Test func `who asks through proxies has a network, whatever they claim`() async throws {
    let proxies = ["10.0.0.0/8"].compactMap(AddressRange.init)
    let corpus = [
      "198.51.100.1, 10.1.2.3", "[2001:db8::7]:443", "::ffff:1.2.3.4", "unknown", "1.2.3.4:80,10.0.0.1",
    ]
    try await Fuzz.run("forwarded addresses", corpus: corpus) { text in
      let network = ClientNetwork.of(peer: IPAddress("10.0.0.1"), forwardedFor: [text], proxies: proxies)
      guard network != nil else { throw Wrong(what: "nobody's network") }
    }
  }
}
