import Domain
import Foundation

/// The table that `make test` reads, `Tests/DomainTests/Calendar/Fixtures/agreement.tsv`: every expression of the sample
/// twice, in two zones, once from beside a change of clocks and once from elsewhere.
struct CalendarTable {
  private static let heading = """
    # What systemd 252 says (systemd-analyze calendar), or the rule where it gives up or breaks it: see CalendarExcuse.swift.
    # Made by CalendarAgreementTests with HELPLINK_WRITE_CALENDARS=1, and held against systemd by them in .ci/run.
    # expression, local zone, base, normalized form, the instants that follow (fractions of a second cut off)

    """
  private static let count = 3

  private(set) var text = heading
  private(set) var mistakes: [String] = []

  init() throws {
    let bases = try CalendarSample.zones.map { ($0, try CalendarBases($0)) }
    for (number, expression) in try CalendarSample.expressions().enumerated() {
      let (first, second) = (bases[number % bases.count], bases[(number + 3) % bases.count])
      let place = number / bases.count % 10
      try add(expression, zone: first.0, base: first.1.beside[place])
      try add(expression, zone: second.0, base: second.1.elsewhere[place])
    }
  }

  private mutating func add(_ expression: String, zone: String, base: Int) throws {
    let parsed = try CalendarExpression(expression)
    let systemd = try SystemdCalendar([expression], zone: zone, base: base, count: Self.count)
    let question = CalendarQuestion(expression: expression, zone: zone, base: base, count: Self.count)
    let verdict = try CalendarVerdict(question, parsed, systemd)
    if let mistake = verdict.mistake { mistakes.append(mistake) }
    let end = verdict.right.count < Self.count ? ["never"] : []
    let instants = (verdict.right.map(CalendarQuestion.text) + end).joined(separator: " ")
    text +=
      [expression, zone, CalendarQuestion.text(base), parsed.normalized, instants]
      .joined(separator: "\t") + "\n"
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../DomainTests/Calendar/Fixtures/agreement.tsv").standardizedFileURL

  static let isToBeWritten = ProcessInfo.processInfo.environment["HELPLINK_WRITE_CALENDARS"] == "1"
}
