import Domain
import Foundation
import HummingbirdTesting
import Store
import Testing

@testable import Web

extension SiteFixture {
  static func id(_ number: Int) throws -> Practitioner.ID { try practitioner(number: number).id }

  /// Members with these numbers beside the first, whose listings say "within a month".
  func addColleagues(_ numbers: ClosedRange<Int>) async throws {
    for number in numbers {
      let wait = StatedWait(.oneMonth, confirmedAt: Self.start - 40 * 86_400, means: .site)
      try await add(try Self.practitioner(number: number), wait: wait)
    }
  }

  /// A browser in which a member is signed in.
  func browser(_ client: any TestClientProtocol, of number: Int) async throws -> Browser {
    var browser = Browser(client)
    let secret = "secret \(number) at \(site.now().timeIntervalSince1970)"
    let session = Session(
      digest: SecretDigest(of: secret), practitioner: try Self.id(number), means: .emailLink,
      openedAt: site.now())
    if try await store.read({ [now = site.now()] in try $0.session(session.digest, now: now) }) == nil {
      try await store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    }
    browser.cookies["__Host-session"] = secret
    return browser
  }

  /// What the form of a referral sends, without those who are asked and the token.
  static let referral =
    "age=adult&area=ptsd&area=anxiety&mode=in-person&near=Broken+Hill&funding=private&weeks=4&note=A+wombat+%3Cb%3E"

  /// The member with number 1 refers to others, from the form that is shown to them. Returns the path of the referral.
  func refer(_ client: any TestClientProtocol, to numbers: [Int], from number: Int = 1) async throws -> String
  {
    var browser = try await browser(client, of: number)
    let to = try numbers.map { "to=\(try Self.id($0))" }.joined(separator: "&")
    let page = try await browser.get("/referrals/new?\(to)").text
    let (token, id) = (try #require(hidden("form-token", in: page)), try #require(hidden("id", in: page)))
    let answer = try await browser.post("/referrals", "\(Self.referral)&\(to)&id=\(id)&form-token=\(token)")
    let location = try #require(answer.location, "\(answer.text)")
    return String(location.prefix { $0 != "?" })
  }

  /// The newest email of a kind to a member.
  func newest(_ kind: Email.Kind, to number: Int) async throws -> OutboxEntry {
    let id = try Self.id(number)
    return try #require(
      try await queued().first { $0.email.kind == kind && $0.recipient == .practitioner(id) })
  }

  /// The link of a button of the newest question to a member; nil for the one that only shows.
  func link(_ answer: ReferralAnswer?, to number: Int) async throws -> String {
    let question = try await newest(.referral, to: number)
    let token = LinkToken(
      .referral, subject: question.id, choice: answer?.code ?? 0, expiresAt: question.createdAt + 45 * 86_400)
    return "/r/" + keys.seal(token)
  }

  /// What a member's listing says now.
  func wait(of number: Int) async throws -> WaitingPeriod? {
    let id = try Self.id(number)
    return try await store.read { try $0.wait(of: id)?.period }
  }

  /// Emails that wait, by their kinds.
  func kinds(to number: Int) async throws -> [Email.Kind] {
    let id = try Self.id(number)
    return try await queued().filter { $0.recipient == .practitioner(id) }.map(\.email.kind)
  }
}
