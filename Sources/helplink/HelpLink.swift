import ArgumentParser

/// The one program: the daemon, and the commands that talk to it.
@main
struct HelpLink: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "helplink",
    abstract: "An invite-only referral network that works mostly by email.",
    version: version,
    subcommands: [
      Serve.self, Demo.self, Check.self, Status.self, Invite.self, Members.self, Queue.self, Schedules.self,
      Emails.self, Places.self, Keys.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      failure.exit()
    } catch {
      // Usage errors and --help: the argument parser's own words, 64 (EX_USAGE) or 0.
      exit(withError: error)
    }
  }
}
