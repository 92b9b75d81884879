import Foundation

/// Runs a check over changed values: a few thousand from a seed that stays, or with `HELPLINK_FUZZ_SECONDS` as many as that
/// time allows, from a seed that is printed with the count.
public enum Fuzz {
  private static let seconds = ProcessInfo.processInfo.environment["HELPLINK_FUZZ_SECONDS"].flatMap(
    Double.init)

  /// Calls `check` with each changed value and with its number; what it throws names the value.
  public static func run(
    _ name: String, corpus: [String], count: Int = 4_000, _ check: (String) async throws -> Void
  ) async throws {
    let values = corpus.map { Array($0.utf8) }
    let seed = seconds == nil ? 20_261_124 : UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    let end = seconds.map { Date() + $0 }
    var done = 0
    while end.map({ Date() < $0 }) ?? (done < count) {
      let octets = mutations.change(values[mutations.below(values.count)], with: values)
      let text = String(decoding: octets, as: UTF8.self)
      do { try await check(text) } catch {
        throw Finding(
          description: "\(name), seed \(seed), number \(done): \(error)\n\(text.debugDescription)")
      }
      done += 1
    }
    if seconds != nil { print("fuzz: \(name): \(done) values from seed \(seed)") }
  }

  /// A value that a check failed for.
  public struct Finding: Error, CustomStringConvertible {
    /// What was checked, which value, and what went wrong.
    public let description: String
  }
}
