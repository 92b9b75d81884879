import Foundation

/// What was measured of one thing, run by run.
struct Measure {
  let name: String
  let unit: String
  /// Whether more of it is better.
  var moreIsBetter = true
  var ours: [Double] = []
  var peer: [Double] = []
  var limit: [Double] = []
  /// What the limit is: "smtp-source", or what was promised.
  let limitName: String

  /// Ours as a share of the limit, run by run when both were run in turn.
  private var ratio: Double? { limit.isEmpty ? nil : ours.median / limit.median }

  var row: [String] {
    [
      name, ours.median.short + " " + unit, peer.isEmpty ? "–" : peer.median.short,
      limit.isEmpty ? "–" : "\(limit.median.short) (\(limitName))",
      ratio.map { $0.short } ?? "–", peer.isEmpty ? "–" : (ours.median / peer.median).short,
    ]
  }
}

enum Table {
  static func text(_ measures: [Measure]) -> String {
    let head = ["what", "ours", "peer", "limit", "ours/limit", "ours/peer"]
    let rows = [head] + measures.map(\.row)
    let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
        .trimmingCharacters(in: .whitespaces)
    }.joined(separator: "\n")
  }
}

extension [Double] {
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}

extension Double {
  /// Three figures, as a person would write it.
  var short: String {
    switch abs(self) {
    case 100...: String(Int(rounded()))
    case 10...: String(format: "%.1f", self)
    default: String(format: "%.2f", self)
    }
  }
}
