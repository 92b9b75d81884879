import ArgumentParser

/// The operator invites somebody.
struct Invite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Invite somebody in the operator's name: how the first member joins. Once more sends a fresh link.")
  @OptionGroup var options: Options
  @Argument(help: "Their email address.") var email: String
  @Option(help: "A few words for the email; links are left out.") var note = ""

  func run() async throws { try await options.ask(.invite(email, note: note)) }
}
