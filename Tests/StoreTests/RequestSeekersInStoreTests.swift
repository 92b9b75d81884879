import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `What is kept of those who ask for a time` {
  private typealias S = RequestSamples

  private func holds(_ store: Store, _ now: Date) async throws -> Bool {
    try await store.read { try $0.holdsSeekers(SeekersDecision.ends(BookingTerms(), now: now)) }
  }

  private func forget(_ store: Store, _ now: Date) async throws {
    try await store.perform({ _ in }) { SeekersDecision.decide(BookingTerms(), now: now) }
    try await store.sweep()
  }

  private func text(_ scratch: ScratchStore) throws -> String {
    try ["", "-wal"].map { suffix in
      let url = URL(fileURLWithPath: scratch.path + suffix)
      guard FileManager.default.fileExists(atPath: url.path) else { return "" }
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }.joined().lowercased()
  }

  /// Unconfirmed a day, without a time ninety days from its end, with one until its appointment goes.
  @Test(arguments: ["unconfirmed", "over", "withdrawn", "accepted"])
  func `is nowhere in the file once it is no longer needed`(state: String) async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try await S.open(store)
    _ = try await S.make(1, asking: 1, store)
    if state != "unconfirmed" {
      _ = try await S.decide(1, store) { RequestDecision.confirm($0, S.means(1)) }
    }
    let days = 90.0 * 86_400
    let end: Date
    switch state {
    case "unconfirmed": end = S.now + 86_400
    case "over":
      _ = try await S.decide(1, store) {
        RequestDecision.refuse(number: 1, wait: nil, facts: $0, S.means(2))
      }
      end = S.now + days
    case "withdrawn":
      _ = try await S.decide(1, store) { RequestDecision.withdraw($0.request, now: S.now) }
      end = S.now + days
    default:
      _ = try await S.accept(1, store)
      end = S.slot.start + days
    }
    #expect(try await !holds(store, end))
    #expect(try text(scratch).contains("zebulon"))
    #expect(try await holds(store, end + 1))
    try await forget(store, end + 1)
    #expect(try !text(scratch).contains("zebulon"))
    for table in ["time_request", "time_request_part", "booking"] {
      #expect(try await store.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
    try store.close()
  }

  @Test func `goes with whoever gave them a time, who takes along only that they were asked`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      try await S.ask(1, store)
      #expect(try await S.accept(1, store) == .done)
      let export = try #require(try await store.read { try $0.export(S.practitioner) })
      #expect(export.requests.map(\.answer) == ["accepted"])
      #expect(!String(decoding: try export.file(), as: UTF8.self).contains("Zebulon"))
      _ = try await store.erase(S.practitioner) {
        ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(5), now: S.now)
      }
      #expect(try await store.number("SELECT count(*) FROM time_request") == 0)
      #expect(try await store.number("SELECT count(*) FROM time_request_part") == 0)
      #expect(try await store.texts("PRAGMA foreign_key_check") == [])
      // What is left is that their appointment is off.
      #expect(try await store.texts("SELECT kind FROM outbox") == ["booking-news"])
    }
  }
}
