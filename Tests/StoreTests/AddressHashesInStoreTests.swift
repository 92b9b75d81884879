import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct `An address that is to be spared` {
  private static let address = try? EmailAddress("Dr.Gone@example.com")

  private func suppress(_ store: Store, _ address: EmailAddress) async throws {
    try await store.writer.submit { database, _ in
      try Record(database, store.keys).suppress(address, reply: "550 no such user", now: Sample.now)
    }
  }

  private func isSuppressed(_ store: Store, _ address: EmailAddress) async throws -> Bool {
    try await store.read { try $0.suppression(of: address) } != nil
  }

  @Test func `is kept as a keyed hash, whatever the case, and released again`() async throws {
    try await ScratchStore.with { store in
      let address = try #require(Self.address)
      try await suppress(store, address)
      let other = try EmailAddress("dr.gone@EXAMPLE.com")
      try await suppress(store, other)
      #expect(try await store.read { try $0.countOfSuppressions() } == 1)
      #expect(try await isSuppressed(store, other))
      #expect(try await isSuppressed(store, EmailAddress("dr.here@example.com")) == false)
      #expect(try await store.texts("SELECT * FROM suppression").allSatisfy { !$0.contains("@") })
      try await store.apply([.addressReleased(other)])
      #expect(try await isSuppressed(store, address) == false)
    }
  }

  @Test func `is known after the keys were rotated, as long as the old key is in the ring`() async throws {
    let scratch = try ScratchStore()
    let address = try #require(Self.address)
    for (number, (keys, isKnown)) in [
      (try Sample.keys(1), true), (try Sample.keys(1, 2), true), (try Sample.keys(1, 2, 3), true),
      (try Sample.keys(2, 3), false),
    ].enumerated() {
      let store = try scratch.open(keys: keys)
      if number == 0 { try await suppress(store, address) }
      #expect(try await isSuppressed(store, address) == isKnown, "\(keys.ids)")
      try store.close()
    }
  }

  @Test func `is hashed when a release before kept it in the clear`() async throws {
    let scratch = try ScratchStore()
    let address = try #require(Self.address)
    var store = try scratch.open()
    try await store.pool.write {
      try $0.execute(
        sql:
          "INSERT INTO suppression (address_hash, suppressed_at, reply) VALUES (?, 5, 'no'), ('nobody', 6, 'no')",
        arguments: [address.key])
    }
    try store.close()
    store = try scratch.open()
    #expect(try await isSuppressed(store, address))
    #expect(try await store.read { try $0.countOfSuppressions() } == 1)
    #expect(try await store.owesSweep())
    try await store.sweep()
    try store.close()
    let file = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    #expect(file.range(of: Data(address.key.utf8)) == nil)
  }

  @Test func `has its stopped streams again when it joins anew, also under a newer key, and once`()
    async throws
  {
    let scratch = try ScratchStore()
    let address = try #require(Self.address)
    func member(_ number: Int) -> Practitioner {
      Practitioner(id: Sample.id(number), name: "Dr Gone", email: address, joinedAt: Sample.now)
    }
    for round in 0..<3 {
      let store = try scratch.open(keys: round == 0 ? Sample.keys(1) : Sample.keys(1, 2))
      try await store.apply([.accountOpened(member(round))])
      let stopped = try await store.read { try $0.practitioner(Sample.id(round))?.stoppedStreams }
      #expect(stopped == (round == 1 ? [.rounds, .digests] : []))
      // The first stops both; the second wants both again.
      let changes: [Change] = EmailStream.allCases.filter(\.isSubscribed).map {
        round == 0 ? .streamStopped(Sample.id(0), $0, at: Sample.now) : .streamResumed(Sample.id(round), $0)
      }
      try await store.apply(changes + [.erased(Sample.id(round), at: Sample.now)])
      #expect(try await store.number("SELECT count(*) FROM stopped_address") == (round == 0 ? 2 : 0))
      try store.close()
    }
  }
}
