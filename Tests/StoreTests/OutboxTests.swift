import Domain
import Foundation
import Testing

@testable import Store

struct OutboxTests {
  @Test func `an email rests as it was decided on`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      let email = Sample.email(1, to: 1)
      try await store.apply(emails: [email])
      let expected = OutboxEntry(
        id: email.id, email: email.email, recipient: email.recipient, period: "2026-11",
        createdAt: Sample.now,
        useBy: Sample.now + 7 * Sample.day)
      #expect(try await store.entry(1) == expected)
    }
  }

  @Test func `one of a kind, period and recipient is there once, as it was first`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply(emails: [Sample.email(1, to: 1), Sample.email(2, to: 1)])
      try await store.apply(emails: [Sample.email(3, to: 1, due: Sample.now + 60)])
      try await store.apply(emails: [Sample.email(4, to: 2), Sample.email(5, to: 1, period: "2026-12")])
      let ids = Set(try await store.texts("SELECT id FROM outbox"))
      #expect(ids == Set([1, 4, 5].map { Sample.emailID($0).text }))
      #expect(try await store.entry(1).createdAt == Sample.now)
    }
  }

  @Test func `an email that is settled still stands in the way of its like`() async throws {
    try await ScratchStore.with { store in
      let id = try await store.sending()
      try await store.settle(id, .sent)
      try await store.apply(emails: [Sample.email(2, to: 1)])
      #expect(try await store.number("SELECT count(*) FROM outbox") == 1)
    }
  }

  @Test func `the queue is listed newest first, counted by state, and says how old it is`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...5)
      try await store.apply(
        emails: (1...5).map { Sample.email($0, to: $0, due: Sample.now - Double($0) * 60) })
      let listed = try await store.read { try $0.emails(in: nil, limit: 3) }
      #expect(listed.map(\.id) == [1, 2, 3].map { Sample.emailID($0) })
      #expect(try await store.read { try $0.countsByState() } == [.queued: 5])
      #expect(try await store.read { try $0.oldestDue(now: Sample.now + 60) } == Sample.now - 300)
      #expect(try await store.nextDue() == Sample.now - 300)
      #expect(try await store.claim(2).count == 2)
      #expect(try await store.read { try $0.emails(in: .claimed, limit: 9) }.count == 2)
      #expect(try await store.read { try $0.emails(in: .sent, limit: 9) }.count == 0)
    }
  }

  @Test func `an empty queue is no age old`() async throws {
    try await ScratchStore.with { store in
      let due = try await store.nextDue()
      #expect(due == nil)
      #expect(try await store.read { try $0.oldestDue(now: Sample.now + 60) } == nil)
      #expect(try await store.read { try $0.countsByState() } == [:])
    }
  }

  @Test func `the latest email of its kind to a member is known`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply(emails: [
        Sample.email(1, to: 1, period: "2026-10", due: Sample.now - 30 * Sample.day), Sample.email(2, to: 1),
        Sample.email(3, to: 2, due: Sample.now + 60),
      ])
      let latest = try await store.read { record in
        try (1...3).map { try record.isLatest(Sample.emailID($0)) }
      }
      #expect(latest == [false, true, true])
      #expect(try await store.read { try $0.recipient(of: Sample.emailID(3)) }?.id == Sample.id(2))
      #expect(try await store.read { try $0.recipient(of: Sample.emailID(9)) } == nil)
    }
  }

  @Test func `no row of the outbox holds an address of a member or a usable link`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply(emails: [Sample.email(1, to: 1)])
      let row = try await store.texts("SELECT facts, address, recipient_key, period FROM outbox").joined()
      #expect(!row.contains("@") && !row.contains("http"))
    }
  }
}
