import ArgumentParser
import Domain
import Foundation

/// What goes out when.
struct Schedules: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "What goes out when.",
    subcommands: [List.self, SchedulePlan.self, ScheduleNext.self, Run.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List schedules with their expressions in normal form and when they fire next.")
    @OptionGroup var options: Options

    func run() async throws { try await options.ask(.schedules) }
  }

  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Fire a schedule now, whatever the hour is where the recipients live. Who has had this month's email gets no second."
    )
    @OptionGroup var options: Options
    @Argument(help: "Its name, such as waiting-period.") var name: String

    func run() async throws { try await options.ask(.fire(name)) }
  }
}
