import Foundation
import Testing

@testable import Domain

@Suite struct `Limits on passwords` {
  private static func network(_ number: Int) throws -> ClientNetwork {
    ClientNetwork(
      of: try #require(IPAddress("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)")))
  }

  private static let known = BrowserKnowledge.Entry(practitioner: Sample.id(1), email: nil, at: Sample.now)

  @Test func `hold up ten thousand guesses from as many networks, and never the member's own browser`() throws
  {
    let address = try EmailAddress("member@example.com")
    var limits = PasswordLimits()
    var tried = 0
    for number in 0..<10_000 {
      let now = Sample.now + Double(number) * 0.36
      if limits.take(address, known: nil, from: try Self.network(number), now: now) == .goOn { tried += 1 }
      if number % 1_000 == 0 {
        #expect(limits.take(address, known: Self.known, from: try Self.network(1), now: now) == .goOn)
      }
    }
    #expect(tried <= 10 + 10, "ten at once, and ten in the hour that it took")
  }

  @Test func `a network that tries many accounts is held up, and no other`() throws {
    var limits = PasswordLimits()
    var passed = 0
    for number in 0..<200 {
      let address = try EmailAddress("member\(number)@example.com")
      let verdict = limits.take(address, known: nil, from: try Self.network(1), now: Sample.now)
      if verdict == .goOn { passed += 1 } else { #expect(verdict == .networkWaits(10)) }
    }
    #expect(passed == 60)
    let other = try EmailAddress("other@example.com")
    #expect(limits.take(other, known: nil, from: try Self.network(2), now: Sample.now) == .goOn)
    #expect(limits.take(other, known: Self.known, from: try Self.network(1), now: Sample.now) == .goOn)
  }

  @Test func `a known browser has ten at once and one a minute, each browser its own`() throws {
    let address = try EmailAddress("member@example.com")
    var limits = PasswordLimits()
    for _ in 0..<10 { #expect(limits.take(address, known: Self.known, from: nil, now: Sample.now) == .goOn) }
    #expect(limits.take(address, known: Self.known, from: nil, now: Sample.now) == .accountWaits(60))
    let another = BrowserKnowledge.Entry(practitioner: Sample.id(1), email: nil, at: Sample.now + 1)
    #expect(limits.take(address, known: another, from: nil, now: Sample.now) == .goOn)
  }

  @Test func `an address counts whatever its case`() throws {
    var limits = PasswordLimits()
    for _ in 0..<5 {
      for text in ["member@example.com", "MEMBER@Example.com"] {
        #expect(limits.take(try EmailAddress(text), known: nil, from: nil, now: Sample.now) == .goOn)
      }
    }
    #expect(
      limits.take(try EmailAddress("Member@example.com"), known: nil, from: nil, now: Sample.now)
        == .accountWaits(360))
  }
}
