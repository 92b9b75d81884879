import ArgumentParser

extension Members {
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that you have found a member's registration number in the register.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String

    func run() async throws { try await options.ask(.memberCommand(.verify, member: member)) }
  }

  struct Suspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set a member aside: not listed, no emails, signed out everywhere.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String

    func run() async throws { try await options.ask(.memberCommand(.suspend, member: member)) }
  }

  struct Reinstate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back a member who was suspended: everything is as it was.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String

    func run() async throws { try await options.ask(.memberCommand(.reinstate, member: member)) }
  }

  struct Trail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what concerned the security of a member's account, newest first.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String
    @Option(help: "How many lines at the most.") var limit = 100

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
    }

    func run() async throws { try await options.ask(.trail(member: member, limit: limit)) }
  }
}
