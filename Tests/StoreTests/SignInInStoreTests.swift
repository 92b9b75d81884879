import Domain
import Foundation
import Testing

@testable import Store

struct SignInInStoreTests {
  private let digest = SecretDigest(of: "secret")

  private func link(_ number: Int = 1, digest: SecretDigest, at: Date = Sample.now) -> SignInLink {
    SignInLink(
      id: Sample.id(number), practitioner: Sample.id(1), digest: digest, createdAt: at, expiresAt: at + 900)
  }

  private func redeem(_ store: Store, session: String, now: Date = Sample.now) async throws -> Session? {
    let digest = digest
    var chance = Chance()
    let event = SecurityEvent.ID(using: &chance)
    return try await store.perform { record in
      (try record.signInLink(digest), try record.practitioner(Sample.id(1)))
    } decide: { link, practitioner in
      SignInDecision.redeem(
        link: link, practitioner: practitioner,
        opening: SessionOpening(
          session: SecretDigest(of: session), event: event, browser: ""), now: now)
    }
  }

  @Test func `a link is found by its digest and used once, however many try at once`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([.signInLinkMade(link(digest: digest))])
      #expect(try await store.read { try $0.signInLink(digest) } == link(digest: digest))
      #expect(try await store.read { try $0.signInLink(SecretDigest(of: "another")) } == nil)
      let opened = try await withThrowingTaskGroup(of: Session?.self) { group in
        for number in 0..<50 { group.addTask { try await redeem(store, session: "session \(number)") } }
        return try await group.reduce(into: [Session]()) { if let session = $1 { $0.append(session) } }
      }
      #expect(opened.count == 1)
      #expect(try await store.number("SELECT count(*) FROM session") == 1)
      #expect(try await store.read { try $0.signInLink(digest) }?.usedAt == Sample.now)
    }
  }

  @Test func `a session lasts until it is closed or over`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([.signInLinkMade(link(digest: digest))])
      let session = try #require(try await redeem(store, session: "mine"))
      let over = session.expiresAt
      #expect(try await store.read { try $0.session(session.digest, now: over - 1) } == session)
      #expect(try await store.read { try $0.session(session.digest, now: over) } == nil)
      try await store.apply([.sessionClosed(session.digest)])
      #expect(try await store.read { try $0.session(session.digest, now: Sample.now) } == nil)
    }
  }

  @Test func `recent links are counted`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply(
        (1...5).map {
          .signInLinkMade(link($0, digest: SecretDigest(of: "\($0)"), at: Sample.now - Double($0) * 300))
        })
      let since = Sample.now - 900
      #expect(try await store.read { try $0.countOfSignInLinks(for: Sample.id(1), since: since) } == 2)
      #expect(try await store.read { try $0.countOfSignInLinks(for: Sample.id(2), since: since) } == 0)
    }
  }

  @Test func `streams are stopped and resumed, twice as well as once`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      for (change, expected) in [
        (Change.streamStopped(Sample.id(1), .rounds, at: Sample.now), [EmailStream.rounds]),
        (.streamStopped(Sample.id(1), .rounds, at: Sample.now + 1), [.rounds]),
        (.streamStopped(Sample.id(1), .digests, at: Sample.now), [.rounds, .digests]),
        (.streamResumed(Sample.id(1), .rounds), [.digests]),
        (.streamResumed(Sample.id(1), .rounds), [.digests]),
      ] {
        try await store.apply([change])
        #expect(try await store.read { try $0.practitioner(Sample.id(1)) }?.stoppedStreams == Set(expected))
      }
    }
  }
}
