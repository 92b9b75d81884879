import ArgumentParser
import Domain
import Foundation

/// When an expression fires.
struct ScheduleNext: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract:
      "Print when a calendar expression fires next, one instant a line, in UTC. Needs no configuration.")

  @Argument(help: "As OnCalendar= of systemd takes it: 'Tue *-*-01..07 09:00'.") var expression: String
  @Option(help: ArgumentHelp("After this instant, such as 2026-12-01T00:00:00Z; now when it is left out."))
  var from: Instant?
  @Option(help: "How many, from 1 to 10000.") var count = 1
  @Option(help: "Read in this zone when the expression names none: an IANA name.") var timeZone = "UTC"
  @Flag(help: "Print facts as JSON.") var json = false

  private struct Facts: Encodable {
    var normalized: String
    var timeZone: String
    var instants: [Date]
  }

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("--count is a number from 1 to 10000") }
    guard ConfigurationChecks.timeZone(timeZone) != nil else {
      throw ValidationError("--time-zone \(timeZone) is no IANA name such as Australia/Sydney")
    }
  }

  func run() async throws {
    let calendar: CalendarExpression
    do throws(CalendarExpressionError) { calendar = try CalendarExpression(expression) } catch {
      throw Failure("\(error)")
    }
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    let instants = sequence(first: from?.date ?? Date()) { calendar.next(after: $0, in: zone) }
      .dropFirst().prefix(count)
    let facts = Facts(
      normalized: calendar.normalized, timeZone: calendar.timeZone?.identifier ?? timeZone,
      instants: Array(instants))
    let report = try Report(
      facts, text: facts.instants.map { $0.formatted(.iso8601) }.joined(separator: "\n"))
    if json || !report.text.isEmpty { print(json ? report.json : report.text) }
  }
}

/// An instant as options take one.
struct Instant: ExpressibleByArgument {
  let date: Date

  init?(argument: String) {
    guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
    self.date = date
  }
}
