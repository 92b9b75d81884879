import ArgumentParser

/// The keys that sign links and cookies.
struct Keys: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The keys that sign links and cookies.", subcommands: [Rotate.self])

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign with a new key from now on; what earlier keys signed works until it expires.")
    @OptionGroup var options: Options

    func run() async throws { try await options.ask(.rotateKeys) }
  }
}
