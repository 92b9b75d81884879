import Fuzzing
import Testing

@testable import Automation

@Suite(.timeLimit(.minutes(60)))
struct ScheduleFuzzTests {
  struct Wrong: Error { let what: String }

  @Test func `every refusal of a schedule's file names the file`() async throws {
    let corpus = [
      """
      emails: waiting-period
      on-calendar:
        - Tue *-*-01..07 09:00
      time-zone: recipient
      randomized-delay: 30min
      persistent: true
      cut-off: 7d
      reminder-after: 7d
      """, "emails: waiting-period\non-calendar: [daily, 'Mon *-*-02 08:00']\ntime-zone: Australia/Sydney\n",
    ]
    try await Fuzz.run("schedule files", corpus: corpus, count: 1_500) { text in
      do throws(ScheduleMistakes) { _ = try ScheduleFile.read(text, name: "s", file: "s.yaml") } catch {
        for line in error.description.split(separator: "\n") where !line.hasPrefix("s.yaml:") {
          throw Wrong(what: "a line without the file: \(line)")
        }
        if error.description.isEmpty { throw Wrong(what: "nothing is said") }
      }
    }
  }
}
