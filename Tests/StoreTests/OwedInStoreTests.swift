import Domain
import Foundation
import Testing

@testable import Store

struct OwedInStoreTests {
  private enum Spoilt: CaseIterable, Sendable {
    case suspended, unsubscribed, answered, late
  }

  private func spoil(_ spoilt: Spoilt, _ store: Store) async throws {
    let member: Practitioner.ID = Sample.id(1)
    switch spoilt {
    case .suspended:
      try await store.apply([.revised(try Sample.practitioner(1, standing: .suspended), Sample.profile(1))])
    case .unsubscribed: try await store.apply([.streamStopped(member, .rounds, at: Sample.now)])
    case .answered: try await store.apply([.waitSaid(member, Sample.said(.now), Sample.event(1))])
    case .late: break
    }
  }

  @Test(arguments: Spoilt.allCases)
  private func `what is no longer owed is cancelled with its reason`(spoilt: Spoilt) async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply(emails: [Sample.email(1, to: 1), Sample.email(2, to: 2)])
      let now = spoilt == .late ? Sample.now + 7 * Sample.day + 1 : Sample.now
      let claimed = try await store.claim(now: now)
      #expect(claimed.count == 2)
      try await spoil(spoilt, store)
      let started = try await store.start(claimed, now: now)
      #expect(started.map(\.entry.id) == (spoilt == .late ? [] : [Sample.emailID(2)]))
      let entry = try await store.entry(1)
      #expect(entry.state == .cancelled)
      let reasons: [Spoilt: Owed.Reason] = [
        .suspended: .suspended, .unsubscribed: .unsubscribed, .answered: .answered, .late: .pastUseBy,
      ]
      #expect(entry.lastReply == reasons[spoilt]?.rawValue)
      #expect(entry.attempts == 0)
      #expect(try await store.claim(now: now + 60) == [])
    }
  }

  @Test func `an email goes to the address its reader has when it starts`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply(emails: [Sample.email(1, to: 1)])
      var moved = try Sample.practitioner(1)
      moved.email = try EmailAddress("new@example.com")
      try await store.apply([.revised(moved, Sample.profile(1))])
      let started = try await store.start(try await store.claim())
      #expect(started.map(\.address.text) == ["new@example.com"])
    }
  }

  @Test func `an operator's retry queues a failed email again, and cancel ends it`() async throws {
    try await ScratchStore.with { store in
      let id = try await store.sending()
      try await store.settle(id, .failed)
      let later = Sample.now + 20 * Sample.day
      let retried = try await store.perform {
        try $0.email(id)
      } decide: {
        QueueCommand.retry.decide($0, now: later)
      }
      #expect(retried == .done)
      let entry = try await store.entry(id)
      #expect(entry.state == .queued && entry.useBy == later + 7 * Sample.day && entry.firstDue == later)
      let cancelled = try await store.perform {
        try $0.email(id)
      } decide: {
        QueueCommand.cancel.decide($0, now: later)
      }
      #expect(cancelled == .done)
      #expect(try await store.entry(id).state == .cancelled)
      #expect(try await store.claim(now: later) == [])
    }
  }
}
