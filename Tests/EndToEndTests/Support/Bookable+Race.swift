import Foundation
import Testing

extension Bookable {
  /// Fifty clients, each of a network of its own, choose the first free time at once: one has it, and the others are told, and
  /// offered the next. Returns the time.
  func race(_ round: Int = 0) async throws -> String {
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
