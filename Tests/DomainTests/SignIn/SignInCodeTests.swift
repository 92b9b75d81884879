import Foundation
import Testing

@testable import Domain

/// The six figures beside an emailed link.
@Suite struct `The code of an email` {
  private static let browser = "the browser's secret"
  private static let right = SignInLink.Code.digest("123456", browser: browser)
  private static let opening = SessionOpening(
    session: SecretDigest(of: "session"), event: Sample.id(22), browser: "")

  private static func link(tries: Int = 0, usedAt: Date? = nil) -> SignInLink {
    SignInLink(
      id: Sample.id(20), practitioner: Sample.id(1), digest: SecretDigest(of: "secret"),
      code: SignInLink.Code(digest: right, browser: SecretDigest(of: browser), tries: tries),
      createdAt: Sample.now, expiresAt: Sample.now + 900, usedAt: usedAt)
  }

  private static func redeem(
    _ code: SecretDigest, _ link: SignInLink?, _ practitioner: Practitioner?, triesToday: Int = 0,
    after seconds: TimeInterval = 60
  ) -> Decision<Session?> {
    SignInDecision.redeem(
      code: code, link: link, practitioner: practitioner, triesToday: triesToday, opening: opening,
      now: Sample.now + seconds)
  }

  @Test func `signs in once, and uses the link up`() throws {
    let decision = Self.redeem(Self.right, Self.link(), try Sample.practitioner())
    #expect(decision.outcome?.means == .emailCode)
    #expect(decision.changes.contains(.signInLinkUsed(Sample.id(20), at: Sample.now + 60)))
  }

  @Test
  func
    `refuses what is wrong, worn out, used, late or nobody's, and counts only a wrong one that could have been right`()
    throws
  {
    let active = try Sample.practitioner()
    let wrong = SignInLink.Code.digest("123457", browser: Self.browser)
    let elsewhere = SignInLink.Code.digest("123456", browser: "another browser")
    for (decision, counts) in [
      (Self.redeem(wrong, Self.link(), active), true),
      (Self.redeem(elsewhere, Self.link(), active), true),
      (Self.redeem(Self.right, Self.link(tries: 5), active), false),
      (Self.redeem(Self.right, Self.link(), active, triesToday: 30), false),
      (Self.redeem(Self.right, Self.link(usedAt: Sample.now), active), false),
      (Self.redeem(Self.right, Self.link(), active, after: 900), false),
      (Self.redeem(Self.right, Self.link(), try Sample.practitioner(standing: .suspended)), false),
      (Self.redeem(Self.right, Self.link(), try Sample.practitioner(2)), false),
      (Self.redeem(Self.right, nil, nil), false),
    ] {
      #expect(decision.outcome == nil && decision.emails.isEmpty)
      #expect(decision.changes == (counts ? [.signInCodeTried(Sample.id(20))] : []))
    }
  }

  @Test func `five wrong ones kill it, and the link lives on`() throws {
    let member = try Sample.practitioner()
    var link = Self.link()
    for number in 0..<10 {
      let decision = Self.redeem(
        SignInLink.Code.digest("\(number)", browser: Self.browser), link, member)
      link.code?.tries += decision.changes.count
    }
    #expect(link.code?.tries == 5)
    #expect(Self.redeem(Self.right, link, member).outcome == nil)
    let byLink = SignInDecision.redeem(
      link: link, practitioner: member, opening: Self.opening, now: Sample.now + 60)
    #expect(byLink.outcome != nil)
  }

  @Test func `has six figures that derive from key and record, each as often as another`() throws {
    let ring = try #require(
      KeyRing([1: [UInt8](repeating: 7, count: 32), 2: [UInt8](repeating: 8, count: 32)]))
    var seen: Set<String> = []
    var firsts = [Int](repeating: 0, count: 10)
    for number in 0..<2_000 {
      let record = Sample.id(number, of: SignInLink.self).bytes
      let figures = try #require(ring.figures(for: .signInCode, record: record, keyID: 1))
      #expect(figures.utf8.count == 6 && figures.utf8.allSatisfy { (48...57).contains($0) })
      #expect(figures == ring.figures(for: .signInCode, record: record, keyID: 1))
      firsts[Int(figures.prefix(1)) ?? 0] += 1
      seen.insert(figures)
    }
    #expect(seen.count > 1_990)
    #expect(firsts.allSatisfy { (140...260).contains($0) })
    #expect(
      ring.figures(for: .signInCode, record: [1], keyID: 1)
        != ring.figures(for: .signInCode, record: [1], keyID: 2))
    #expect(ring.figures(for: .signInCode, record: [1], keyID: 3) == nil)
  }
}
