import AsyncHTTPClient
import Domain
import Foundation
import HummingbirdTesting
import Logging
import Store
import Synchronization
import Testing

@testable import Web

/// A site that people may sign in to through a provider of ours, with one member.
struct ProviderFixture: Sendable {
  let site: SiteFixture
  let provider: ScriptedProvider
  let log: KeptLog
  let client: any TestClientProtocol

  static func run(
    _ signIn: SignInWays = SignInWays(), _ test: @escaping @Sendable (ProviderFixture) async throws -> Void
  ) async throws {
    let clock = SiteFixture.Clock(SiteFixture.start)
    let now: @Sendable () -> Date = { clock.now.withLock { $0 } }
    try await ScriptedProvider.run(now: now) { scripted in
      let http = OpenIDProvider.makeClient()
      let log = KeptLog()
      let settings = ProviderSettings(
        issuer: scripted.issuer, name: "Example ID", clientID: ScriptedProvider.client.id,
        clientSecret: ScriptedProvider.client.secret)
      let provider = OpenIDProvider(settings: settings, client: http, now: now)
      do {
        let site = try await SiteFixture(
          clock: clock, provider: provider, logger: log.logger, signIn: signIn)
        try await site.test { client in
          try await test(ProviderFixture(site: site, provider: scripted, log: log, client: client))
        }
      } catch {
        try await http.shutdown()
        throw error
      }
      try await http.shutdown()
    }
  }

  func browser() -> Browser { Browser(client) }

  /// A browser in which the member is signed in already.
  func signedInBrowser(at path: String = "/listings") async throws -> (Browser, formToken: String) {
    let session = NewSession()
    let opened = Session(
      digest: session.digest, practitioner: site.member.id, means: .emailLink, openedAt: site.site.now())
    try await site.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(opened)]) }
    var browser = browser()
    browser.cookies["__Host-session"] = session.secret
    let page = try await browser.get(path)
    return (browser, try #require(hidden("form-token", in: page.text)))
  }

  /// Links the account of the member.
  func link(_ account: ScriptedProvider.Account = .init(), to member: Practitioner? = nil) async throws {
    let linked = LinkedIdentity(
      identity: ProviderIdentity(issuer: provider.issuer, subject: account.subject),
      practitioner: (member ?? site.member).id, account: account.email, linkedAt: SiteFixture.start)
    try await site.store.perform({ _ in }) { Decision((), changes: [.identityLinked(linked)]) }
  }

  /// What the member's account is linked to.
  func linked() async throws -> [LinkedIdentity] {
    let member = site.member.id
    return try await site.store.read { try $0.linkedIdentities(of: member) }
  }

  /// Begins, and returns the address at the provider.
  func begin(_ browser: inout Browser, at path: String = ProviderRoutes.path, _ body: String = "")
    async throws -> String
  {
    try address(in: try await browser.post(path, body))
  }

  /// Where a page sends the browser by itself.
  func address(in answer: Browser.Answer) throws -> String {
    let refresh = try #require(answer.headers.first { $0.name.canonicalName == "refresh" }?.value)
    return String(try #require(refresh.firstMatch(of: /^0; url=(.+)$/)).1)
  }

  /// Begins, signs in at the provider and comes back: the page of the callback.
  func comeBack(
    _ browser: inout Browser, as account: ScriptedProvider.Account = .init(), _ body: String = ""
  ) async throws -> Browser.Answer {
    let address = try await begin(&browser, body)
    return try await browser.get("/sign-in/google/callback" + provider.signIn(at: address, as: account))
  }

  /// Presses the button of the page that the provider led back to.
  func goOn(_ browser: inout Browser, from page: Browser.Answer) async throws -> Browser.Answer {
    let arrival = try #require(hidden("arrival", in: page.text), "\(page.status)")
    return try await browser.post("/sign-in/google/callback", "arrival=\(arrival)")
  }
}

/// What the site logs, kept.
final class KeptLog: Sendable {
  private let lines = Mutex("")

  var text: String { lines.withLock { $0 } }

  var logger: Logger {
    var logger = Logger(label: "test") { _ in Handler(log: self) }
    logger.logLevel = .trace
    return logger
  }

  private struct Handler: LogHandler {
    let log: KeptLog
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      log.lines.withLock { $0 += "\(event.message) \(event.metadata ?? [:])\n" }
    }
  }
}
