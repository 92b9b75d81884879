import ArgumentParser

/// Is it well?
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Is it well? Exits 0 only when the daemon runs and mail leaves.")

  @OptionGroup var options: Options

  func run() async throws { try await options.ask(.status) }
}
