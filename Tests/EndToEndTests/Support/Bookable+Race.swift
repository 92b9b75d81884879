import Foundation
import Testing

extension Bookable {
  /// So many races for a time, one after another: each time has one booking in the end, and no other is there.
  static func race(_ rounds: Int, hours: [Int], in scratch: Scratch) async throws {
    let site = try Installation.delivering(in: scratch)
    try await site.importPractitioners()
    try await prepare(site, hours: hours)
    try site.configure("bookings:\n  reminder-hours: 24\nhttp.trusted-proxies: [127.0.0.1]")
    _ = try await site.serve()
    let bookable = try await at(site)
    var taken: Set<String> = []
    for round in 0..<rounds { taken.insert(try await bookable.race(round)) }
    let held = try await Record.texts("SELECT CAST(starts_at AS TEXT) FROM booking", in: site.database)
    #expect(held.count == rounds && Set(held) == taken)
  }

  /// Fifty clients, each of a network of its own, choose the first free time at once: one has it, and the others are told, and
  /// offered the next. Returns the time.
  private func race(_ round: Int) async throws -> String {
    let times = try await times()
    let answers = try await withThrowingTaskGroup(of: Visitor.Answer.self) { group in
      for number in 0..<50 {
        let network = ["x-forwarded-for": "10.\(round).\(number).1"]
        group.addTask { try await choose(times[0], headers: network) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count { $0.status == 303 } == 1)
    let others = answers.filter { $0.status == 409 }
    #expect(others.count == 49)
    #expect(
      others.allSatisfy {
        $0.body.contains("Somebody else has just taken that time")
          && Bookable.times(in: $0.body).first == times[1]
      })
    return times[0]
  }
}
