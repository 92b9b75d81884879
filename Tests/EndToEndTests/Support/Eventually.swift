import Foundation

/// What a test waited for and did not get.
struct GaveUp: Error, CustomStringConvertible {
  let description: String
}

/// Asks again and again until there is an answer: other programs tell nobody when they are done.
///
/// Throws `GaveUp` with the words of `what` when there is none within the limit, or what `answer` throws.
func eventually<Answer>(
  _ what: String, within limit: Duration = .seconds(30), _ answer: () async throws -> Answer?
) async throws -> Answer {
  let clock = ContinuousClock()
  let end = clock.now + limit
  while true {
    if let answer = try await answer() { return answer }
    guard clock.now < end else { throw GaveUp(description: "not within \(limit): \(what)") }
    try await clock.sleep(for: .milliseconds(20))
  }
}
