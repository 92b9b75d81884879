import Domain
import Foundation
import Testing

/// Replays what `systemd-analyze calendar` of systemd 252 printed: a table of odd forms and refusals, and one made of every
/// expression that is compared with systemd itself where that is at hand.
@Suite struct SystemdAgreementTests {
  @Test(arguments: try Fixture.accepted() + Fixture.agreed())
  func `gives systemd's normalized form and instants`(row: Fixture.Row) throws {
    let expression = try CalendarExpression(row.expression)
    #expect(expression.normalized == row.normalized)
    #expect(try row.replay(expression) == row.instants)
  }

  @Test(arguments: try Fixture.accepted() + Fixture.agreed())
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
    let agreed = try Fixture.agreed()
    #expect(agreed.count == 720)
    #expect(Set(agreed.map(\.expression)).count == 360)
    #expect(Set(agreed.map(\.zone)).count == 8)
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

  /// Hand-picked and generated expressions, many of them written oddly.
  static func accepted() throws -> [Row] { try rows("accepted.tsv") }

  /// 60 hand-picked and 300 generated expressions, each in two zones; the table says how it is made.
  static func agreed() throws -> [Row] { try rows("agreement.tsv") }

  private static func rows(_ name: String) throws -> [Row] {
    let lines = try String(contentsOf: url(name), encoding: .utf8).split(separator: "\n")
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
