import Domain
import Foundation
import Testing

/// Replays what `systemd-analyze calendar` of systemd 252 printed.
@Suite struct SystemdAgreementTests {
  @Test(arguments: try Fixture.accepted())
  func `gives systemd's normalized form and instants`(row: Fixture.Row) throws {
    let expression = try CalendarExpression(row.expression)
    #expect(expression.normalized == row.normalized)
    #expect(try row.replay(expression) == row.instants)
  }

  @Test(arguments: try Fixture.accepted())
  func `fires at the same instants when read from its normalized form`(row: Fixture.Row) throws {
    let expression = try CalendarExpression(row.expression)
    let again = try CalendarExpression(expression.normalized)
    #expect(again == expression)
    #expect(again.normalized == expression.normalized)
    #expect(try row.replay(again) == row.instants)
  }

  @Test(arguments: try Fixture.refused())
  func `refuses what systemd refuses`(text: String) {
    #expect(throws: CalendarExpressionError.self) { try CalendarExpression(text) }
  }

  @Test func `the fixtures are whole`() throws {
    #expect(try Fixture.accepted().count > 350)
    #expect(try Fixture.refused().count > 200)
  }
}

/// The recorded answers, beside this file.
enum Fixture {
  struct Row: Sendable, CustomTestStringConvertible {
    let expression: String
    let zone: String
    let base: String
    let normalized: String
    /// ISO 8601 in UTC, fractions of a second cut off; `never` where there is no further instant.
    let instants: [String]

    var testDescription: String { "\(expression) in \(zone) after \(base)" }

    /// Our instants after the base, as many as were recorded.
    func replay(_ expression: CalendarExpression) throws -> [String] {
      let zone = try #require(TimeZone(identifier: zone))
      var date: Date? = try Date(base, strategy: .iso8601)
      return instants.map { _ in
        date = date.flatMap { expression.next(after: $0, in: zone) }
        return date.map { Date(timeIntervalSince1970: $0.timeIntervalSince1970.rounded(.down)) }?
          .formatted(.iso8601) ?? "never"
      }
    }
  }

  static func accepted() throws -> [Row] {
    let lines = try String(contentsOf: url("accepted.tsv"), encoding: .utf8).split(separator: "\n")
    return try lines.filter { !$0.hasPrefix("# ") }.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 5, "\(line)")
      return Row(
        expression: cells[0], zone: cells[1], base: cells[2], normalized: cells[3],
        instants: cells[4].split(separator: " ").map(String.init))
    }
  }

  static func refused() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(contentsOf: url("refused.json")))
  }

  private static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }
}
