import ArgumentParser
import Domain
import Foundation

/// Every email that would go out.
struct SchedulePlan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Print every email that would go out, for whom and when, if nobody answers and nothing changes.",
    discussion: """
      By the decisions that the daemon takes: what waits in the outbox, what a look at the clock would fire now, and what \
      schedules fire later. Lines that end in "(if not answered)" fall away for those who answer.
      """)

  @OptionGroup var options: Options
  @Option(help: "The first day, such as 2026-12-01, by the site's clock; today when it is left out.")
  var from: Day?
  @Option(help: "The last day, whole; 31 days after the first when it is left out.") var to: Day?
  @Option(help: "One member alone: identifier or email address.") var member: String?

  func run() async throws {
    let configuration = try options.configuration()
    let request = try request(by: TimeZone(identifier: configuration.site.timeZone) ?? .gmt, now: Date())
    var lines = try await Owner.using(configuration) { try await plan(request, from: $0) }
    lines.sort { ($0.due, $0.email, $0.member) < ($1.due, $1.email, $1.member) }
    try options.show(try Report(lines, text: lines.map(\.text).joined(separator: "\n")))
  }

  private func plan(_ request: PlanRequest, from owner: Owner) async throws -> [PlanPart.Line] {
    var lines: [PlanPart.Line] = []
    var asked: PlanRequest? = request
    while let ask = asked {
      let report = try await owner.ask(.plan(ask))
      if let failure = report.failure { throw Failure(failure) }
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      let part = try decoder.decode(PlanPart.self, from: Data(report.json.utf8))
      lines += part.lines
      asked = part.next.map { after in
        var next = ask
        next.after = after
        return next
      }
    }
    return lines
  }

  private func request(by zone: TimeZone, now: Date) throws -> PlanRequest {
    let first = from?.day ?? LocalDay(now, in: zone)
    let last = to?.day ?? LocalDay(number: first.number + 31)
    guard first <= last else { throw ValidationError("--to lies before --from") }
    guard last.number - first.number <= 800 else {
      throw ValidationError("a plan spans two years at the most")
    }
    return PlanRequest(
      from: first.start(in: zone), to: LocalDay(number: last.number + 1).start(in: zone), member: member)
  }
}

/// A day as options take one.
struct Day: ExpressibleByArgument {
  let day: LocalDay

  init?(argument: String) {
    guard let day = LocalDay(argument) else { return nil }
    self.day = day
  }
}
