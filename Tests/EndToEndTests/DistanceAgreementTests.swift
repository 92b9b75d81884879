import Domain
import Foundation
import Testing

@testable import helplink

/// Our distances against the geodesics of PyPI's geopy, on the ellipsoid.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct DistanceAgreementTests {
  /// A Python that has geopy: what `.ci/run` has installed, or the one in the path.
  private static let python = ProcessInfo.processInfo.environment["HELPLINK_GEOPY_PYTHON"] ?? "python3"

  @Test func `a thousand random pairs of places are within half a percent`() async throws {
    let rows = try ReferenceData.load(folder: Binary.repository.path + "/data").localities.rows
    var chance = Chance(state: 9)
    let pairs = (0..<1_000).map { _ in
      (rows[Int.random(in: rows.indices, using: &chance)], rows[Int.random(in: rows.indices, using: &chance)])
    }
    let answers = try await Self.ask(pairs)
    try #require(answers.count == pairs.count)
    var worst = 0.0
    for ((first, second), geodesic) in zip(pairs, answers) {
      let error = abs(first.kilometres(to: second) - geodesic)
      #expect(error <= geodesic * 0.005, "\(first.location.label), \(second.location.label)")
      if geodesic > 0 { worst = max(worst, error / geodesic) }
    }
    // Another formula, or another radius, would not err so little and yet so much.
    #expect((0.002..<0.005).contains(worst), "\(worst)")
  }

  private static func ask(_ pairs: [(Locality, Locality)]) async throws -> [Double] {
    try await Scratch.using { scratch in
      let lines = pairs.map { first, second in
        "\(first.latitude) \(first.longitude) \(second.latitude) \(second.longitude)\n"
      }
      let file = try scratch.write("pairs", lines.joined())
      let script = Binary.fixtures.appendingPathComponent("geodesic_distances.py").path
      let ended = try await Program.run("/usr/bin/env", [python, script, file], in: scratch)
      try #require(ended.code == 0, "\(ended.errors)")
      return ended.output.split(separator: "\n").compactMap { Double($0) }
    }
  }
}
