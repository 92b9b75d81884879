import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `Accounts in the record` {
  private static func stored(_ octet: UInt8) -> StoredPassword {
    StoredPassword(
      parameters: .current, salt: [UInt8](repeating: octet, count: 16),
      hash: [UInt8](repeating: octet, count: 32))
  }

  private static func session(_ name: String, of member: Int, at: Date = Sample.now) -> Session {
    Session(
      digest: SecretDigest(of: name), practitioner: Sample.id(member), means: .password,
      browser: "Firefox on Linux", openedAt: at)
  }

  @Test func `a password is one a member, replaced, stretched anew, and taken away`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1, 2])
      let steps: [(Change, StoredPassword?, Date?)] = [
        (.passwordSaved(Sample.id(1), Self.stored(1), at: Sample.now), Self.stored(1), Sample.now),
        (.passwordSaved(Sample.id(1), Self.stored(2), at: Sample.now + 1), Self.stored(2), Sample.now + 1),
        (.passwordRestretched(Sample.id(1), Self.stored(3)), Self.stored(3), Sample.now + 1),
        (.passwordRestretched(Sample.id(2), Self.stored(4)), Self.stored(3), Sample.now + 1),
        (.passwordSaved(Sample.id(1), nil, at: Sample.now + 2), nil, nil),
      ]
      for (change, stored, setAt) in steps {
        try await store.apply([change])
        let found = try await store.read { try $0.password(of: Sample.id(1)) }
        #expect(found?.stored == stored && found?.setAt == setAt)
      }
      #expect(try await store.read { try $0.password(of: Sample.id(2)) } == nil)
    }
  }

  @Test func `sessions are listed, the last used first, seen, and closed but for one`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1, 2])
      let sessions = ["a", "b", "c"].enumerated().map {
        Self.session($0.element, of: 1, at: Sample.now + Double($0.offset))
      }
      try await store.apply((sessions + [Self.session("d", of: 2)]).map(Change.sessionOpened))
      func listed(_ member: Int = 1, now: Date = Sample.now + 10) async throws -> [Session] {
        try await store.read { try $0.sessions(of: Sample.id(member), now: now) }
      }
      #expect(try await listed() == sessions.reversed())
      let seen = sessions[0].seen(at: Sample.now + 29 * Sample.day)
      try await store.apply([.sessionSeen(seen.digest, at: seen.seenAt, expiresAt: seen.expiresAt)])
      #expect(try await listed().first == seen)
      #expect(try await listed(now: Sample.now + 31 * Sample.day) == [seen])
      try await store.apply([.sessionsClosed(Sample.id(1), except: sessions[1].digest)])
      #expect(try await listed() == [sessions[1]])
      #expect(try await listed(2).count == 1)
      try await store.apply([.sessionsClosed(Sample.id(1), except: nil)])
      #expect(try await listed().isEmpty)
    }
  }

  @Test func `a link that changes an account is found with its purpose, counted, and used once`() async throws
  {
    try await ScratchStore.with { store in
      try await store.join([1])
      let purposes: [AccountLink.Purpose] = [
        .passwordReset, .addressChange(try EmailAddress("New@example.com")),
      ]
      for (number, purpose) in purposes.enumerated() {
        let link = AccountLink(
          id: Sample.id(10 + number), purpose: purpose, practitioner: Sample.id(1),
          digest: SecretDigest(of: "\(number)"), createdAt: Sample.now, expiresAt: Sample.now + 60)
        try await store.apply([.accountLinkMade(link)])
        #expect(try await store.read { try $0.accountLink(link.digest) } == link)
        for (since, count) in [(Sample.now - 1, 1), (Sample.now, 0)] {
          let found = try await store.read {
            try $0.countOfAccountLinks(purpose.name, for: Sample.id(1), since: since)
          }
          #expect(found == count)
        }
        for moment in [Sample.now + 1, Sample.now + 2] {
          try await store.apply([.accountLinkUsed(link.id, at: moment)])
          #expect(try await store.read { try $0.accountLink(link.digest) }?.usedAt == Sample.now + 1)
        }
      }
    }
  }

  @Test
  func `an address is another everywhere, no link that was out works, and what bounced does not follow`()
    async throws
  {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      let old = try #require(try await store.read { try $0.practitioner(Sample.id(1)) }).email
      let new = try EmailAddress("New@Elsewhere.example")
      func link(_ number: Int, of member: Int, _ purpose: AccountLink.Purpose) -> AccountLink {
        AccountLink(
          id: Sample.id(number), purpose: purpose, practitioner: Sample.id(member),
          digest: SecretDigest(of: "\(number)"), createdAt: Sample.now, expiresAt: Sample.now + 3_600)
      }
      let links = [
        link(10, of: 1, .addressChange(new)), link(11, of: 1, .passwordReset),
        link(12, of: 1, .addressChange(try EmailAddress("third@example.com"))),
        link(13, of: 2, .passwordReset),
      ]
      let signIn = SignInLink(
        id: Sample.id(14), practitioner: Sample.id(1), digest: SecretDigest(of: "14"),
        createdAt: Sample.now, expiresAt: Sample.now + 900)
      try await store.apply(links.map(Change.accountLinkMade) + [.signInLinkMade(signIn)])
      try await store.pool.write {
        try Record($0, store.keys).suppress(old, reply: "550", now: Sample.now)
      }
      let facts = try await store.read { try $0.addressChangeFacts(links[0].digest) }
      #expect(facts.link == links[0] && facts.practitioner?.id == Sample.id(1) && facts.holder == nil)
      let now = Sample.now + 60
      try await store.apply([
        .accountLinkUsed(links[0].id, at: now), .linksEnded(Sample.id(1), at: now),
        .addressChanged(Sample.id(1), new),
      ])
      let moved = try await store.read { try $0.practitioner(at: EmailAddress("new@elsewhere.example")) }
      #expect(moved?.id == Sample.id(1) && moved?.email == new)
      #expect(try await store.read { try $0.practitioner(at: old) } == nil)
      #expect(try await store.read { try $0.suppression(of: old) } != nil)
      #expect(try await store.read { try $0.suppression(of: new) } == nil)
      for (link, isUsable) in zip(links, [false, false, false, true]) {
        let found = try await store.read { try $0.accountLink(link.digest) }
        #expect(found?.isUsable(now: now) == isUsable)
        #expect((found?.usedAt != nil) == (link == links[0]))
      }
      #expect(try await store.read { try $0.signInLink(signIn.digest) }?.isUsable(now: now) == false)
      #expect(try await store.read { try $0.addressChangeFacts(links[0].digest) }.holder?.id == Sample.id(1))
      #expect(try await store.read { try $0.addressChangeFacts(links[1].digest) }.link == nil)
    }
  }

  @Test func `a code is found by the browser that asked, the newest first, and its wrong tries are counted`()
    async throws
  {
    try await ScratchStore.with { store in
      try await store.join([1])
      let browser = SecretDigest(of: "browser")
      for number in 1...2 {
        let link = SignInLink(
          id: Sample.id(number), practitioner: Sample.id(1), digest: SecretDigest(of: "\(number)"),
          code: .init(digest: SecretDigest(of: "code \(number)"), browser: browser),
          createdAt: Sample.now + Double(number), expiresAt: Sample.now + 900)
        try await store.apply([.signInLinkMade(link)])
        #expect(try await store.read { try $0.signInLink(askedIn: browser) } == link)
        for _ in 0..<number { try await store.apply([.signInCodeTried(link.id)]) }
        #expect(try await store.read { try $0.signInLink(askedIn: browser) }?.code?.tries == number)
      }
      for (since, count) in [(Sample.now, 3), (Sample.now + 1, 2), (Sample.now + 2, 0)] {
        #expect(try await store.read { try $0.countOfCodeTries(for: Sample.id(1), since: since) } == count)
      }
      #expect(try await store.read { try $0.signInLink(askedIn: SecretDigest(of: "other")) } == nil)
    }
  }

  @Test func `the trail is read from its end, whole or of one kind`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1, 2])
      let kinds: [SecurityEvent.Kind] = [.signedIn, .signInRefused, .signedOut, .signedIn]
      let lines = kinds.enumerated().map {
        SecurityEvent(
          id: Sample.id(20 + $0.offset), practitioner: Sample.id(1), kind: $0.element,
          at: Sample.now + Double($0.offset), detail: "x")
      }
      try await store.apply(lines.map(Change.securityEvent))
      let newest = try await store.read { try $0.trail(of: Sample.id(1), limit: 3) }
      #expect(newest == [lines[3], lines[2], lines[1]])
      #expect(try await store.read { try $0.trail(of: Sample.id(2), limit: 3) }.isEmpty)
      #expect(try await store.read { try $0.securityEvent(of: Sample.id(1), kind: .signedIn) } == lines[3])
      #expect(try await store.read { try $0.securityEvent(of: Sample.id(1), kind: .exported) } == nil)
    }
  }
}
