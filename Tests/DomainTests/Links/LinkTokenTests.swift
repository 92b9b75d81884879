import Foundation
import Testing

@testable import Domain

struct LinkTokenTests {
  private let expiry = Sample.now + 45 * Sample.day

  private func ring(_ keys: [UInt8]) throws -> KeyRing {
    let pairs = keys.map { ($0, [UInt8](repeating: $0 &+ 100, count: 32)) }
    return try #require(KeyRing(Dictionary(uniqueKeysWithValues: pairs)))
  }

  private func token(_ purpose: LinkToken.Purpose = .waitingPeriod, choice: UInt8 = 2, subject: Int = 1)
    -> LinkToken
  {
    LinkToken(purpose, subject: Sample.id(subject, of: OutboxEntry.self), choice: choice, expiresAt: expiry)
  }

  @Test(arguments: LinkToken.Purpose.allCases, [0, 1, 6, 255] as [UInt8])
  func `a sealed token opens as it was`(purpose: LinkToken.Purpose, choice: UInt8) throws {
    let ring = try ring([1])
    let token = token(purpose, choice: choice)
    let text = ring.seal(token)
    #expect(text.utf8.count == 64)
    #expect(text.utf8.allSatisfy("abcdefghijklmnopqrstuvwxyz234567".utf8.contains))
    let opened = try ring.open(text, for: purpose, now: Sample.now)
    #expect(opened == token)
    #expect(opened.subjectID(OutboxEntry.self) == Sample.id(1))
    #expect(ring.seal(token) == text)
  }

  @Test(arguments: 0..<320)
  func `a token with one bit flipped is invalid`(bit: Int) throws {
    let ring = try ring([1, 2, 3])
    var octets = try #require(Base32.decode(ring.seal(token())))
    octets[bit / 8] ^= 1 << UInt8(bit % 8)
    for purpose in LinkToken.Purpose.allCases {
      #expect(throws: LinkTokenError.invalid) {
        try ring.open(Base32.encode(octets), for: purpose, now: Sample.now)
      }
    }
  }

  /// The signature of one token under the purpose, subject, choice, expiry or key of another.
  @Test(arguments: [1..<2, 2..<3, 3..<19, 19..<20, 20..<24])
  func `a part taken from another genuine token is invalid`(part: Range<Int>) throws {
    let other = LinkToken(
      .unsubscribe, subject: Sample.id(2, of: OutboxEntry.self), choice: 5, expiresAt: expiry + 1)
    let (old, new) = (try ring([1]), try ring([1, 2]))
    var octets = try #require(Base32.decode(new.seal(token())))
    let donor = try #require(Base32.decode(old.seal(other)))
    octets.replaceSubrange(part, with: donor[part])
    #expect(octets != Base32.decode(new.seal(token())))
    for purpose in LinkToken.Purpose.allCases {
      #expect(throws: LinkTokenError.invalid) {
        try new.open(Base32.encode(octets), for: purpose, now: Sample.now)
      }
    }
  }

  @Test(arguments: LinkToken.Purpose.allCases, LinkToken.Purpose.allCases)
  func `a token opens for its own purpose only`(made: LinkToken.Purpose, asked: LinkToken.Purpose) throws {
    let ring = try ring([1])
    let text = ring.seal(token(made))
    if made == asked {
      #expect(try ring.open(text, for: asked, now: Sample.now).purpose == made)
    } else {
      #expect(throws: LinkTokenError.invalid) { try ring.open(text, for: asked, now: Sample.now) }
      #expect(throws: LinkTokenError.invalid) { try ring.open(text, for: asked, now: expiry) }
    }
  }

  @Test func `a token works up to its expiry and then says what it was`() throws {
    let ring = try ring([1])
    let text = ring.seal(token())
    #expect(try ring.open(text, for: .waitingPeriod, now: expiry - 0.001) == token())
    for later in [0, 1, 400 * Sample.day] {
      #expect(throws: LinkTokenError.expired(token())) {
        try ring.open(text, for: .waitingPeriod, now: expiry + later)
      }
    }
  }

  @Test func `an expiry is kept in whole seconds, rounded down`() throws {
    let ring = try ring([1])
    let token = LinkToken(.bounce, subject: Sample.id(1, of: OutboxEntry.self), expiresAt: expiry + 0.9)
    #expect(token.expiresAt == expiry)
    #expect(try ring.open(ring.seal(token), for: .bounce, now: Sample.now) == token)
  }

  @Test(arguments: [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: -1)])
  func `an expiry outside four octets is held within them`(date: Date) throws {
    let ring = try ring([1])
    let text = ring.seal(LinkToken(.bounce, subject: Sample.id(1, of: OutboxEntry.self), expiresAt: date))
    #expect(text.utf8.count == 64)
    if date < Sample.now {
      #expect(throws: LinkTokenError.self) { try ring.open(text, for: .bounce, now: Sample.now) }
    } else {
      #expect(
        try ring.open(text, for: .bounce, now: Sample.now).expiresAt > Sample.now + 50 * 365 * Sample.day)
    }
  }

  @Test func `links made before a rotation open while the old key is in the ring`() throws {
    let before = try ring([1]).seal(token())
    let after = try ring([1, 2]).seal(token())
    #expect(before != after)
    #expect(try ring([1, 2]).open(before, for: .waitingPeriod, now: Sample.now) == token())
    #expect(try ring([1, 2]).open(after, for: .waitingPeriod, now: Sample.now) == token())
    #expect(throws: LinkTokenError.invalid) {
      try ring([2]).open(before, for: .waitingPeriod, now: Sample.now)
    }
    #expect(throws: LinkTokenError.invalid) {
      try ring([1]).open(after, for: .waitingPeriod, now: Sample.now)
    }
  }

  @Test func `the same key number with another key opens nothing`() throws {
    let stranger = try #require(KeyRing([1: [UInt8](repeating: 9, count: 32)]))
    #expect(throws: LinkTokenError.invalid) {
      try stranger.open(try ring([1]).seal(token()), for: .waitingPeriod, now: Sample.now)
    }
  }

  @Test(arguments: [
    "", "a", String(repeating: "a", count: 63), String(repeating: "a", count: 64),
    String(repeating: "a", count: 65), String(repeating: "é", count: 32), String(repeating: "A", count: 64),
  ])
  func `what is no token is invalid`(text: String) throws {
    let ring = try ring([1])
    #expect(throws: LinkTokenError.invalid) { try ring.open(text, for: .waitingPeriod, now: Sample.now) }
  }

  @Test func `a token in upper case or with something around it is invalid`() throws {
    let ring = try ring([1])
    let text = ring.seal(token())
    for wrong in [
      text.uppercased(), text + "a", " " + text, text + "\n", String(text.dropLast()), text + "=",
    ] {
      #expect(throws: LinkTokenError.invalid) { try ring.open(wrong, for: .waitingPeriod, now: Sample.now) }
    }
  }
}
