import Domain
import Foundation
import GRDB
import Testing

@testable import Store

struct IdentitiesInStoreTests {
  private func linked(_ subject: String, to member: Int = 1, issuer: String = "https://id.example")
    -> LinkedIdentity
  {
    LinkedIdentity(
      identity: ProviderIdentity(issuer: issuer, subject: subject), practitioner: Sample.id(member),
      account: "\(subject)@example.com", linkedAt: Sample.now)
  }

  @Test func `an identity is found by issuer and subject, both to the letter`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      let all = [linked("a"), linked("A"), linked("a", to: 2, issuer: "https://other.example")]
      try await store.apply(all.map(Change.identityLinked))
      for one in all { #expect(try await store.read { try $0.linkedIdentity(one.identity) } == one) }
      let unknown = ProviderIdentity(issuer: "https://id.example/", subject: "a")
      #expect(try await store.read { try $0.linkedIdentity(unknown) } == nil)
      #expect(try await store.read { try $0.linkedIdentities(of: Sample.id(1)) } == [all[1], all[0]])
    }
  }

  @Test func `an identity opens one account, also when two link it at once`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply([.identityLinked(linked("a"))])
      await #expect(throws: DatabaseError.self) {
        try await store.apply([.identityLinked(linked("a", to: 2))])
      }
      #expect(try await store.read { try $0.linkedIdentities(of: Sample.id(2)) }.isEmpty)
    }
  }

  @Test func `what is unlinked is gone, once and twice`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([.identityLinked(linked("a")), .identityLinked(linked("b"))])
      for _ in 0..<2 {
        try await store.apply([.identityUnlinked(linked("a").identity)])
        #expect(try await store.read { try $0.linkedIdentities(of: Sample.id(1)) } == [linked("b")])
      }
    }
  }
}
