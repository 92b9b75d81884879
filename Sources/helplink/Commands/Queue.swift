import ArgumentParser
import Domain

/// The outbox.
struct Queue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The outbox: what is owed, and what became of it.",
    subcommands: [List.self, Show.self, Retry.self, Cancel.self, Release.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List emails, newest first.")
    @OptionGroup var options: Options
    @Option(help: "queued, claimed, sending, sent, failed, uncertain or cancelled.") var state:
      OutboxEntry.State?
    @Option(help: "How many at the most.") var limit = 100

    func run() async throws { try await options.ask(.queue(state: state, limit: limit)) }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one email.")
    @OptionGroup var options: Options
    @Argument(help: "Its identifier.") var email: String

    func run() async throws { try await options.ask(.queued(email)) }
  }

  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send an email now that failed, is uncertain, was cancelled or waits.")
    @OptionGroup var options: Options
    @Argument(help: "Its identifier.") var email: String

    func run() async throws { try await options.ask(.command(.retry, email: email)) }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do not send an email that waits.")
    @OptionGroup var options: Options
    @Argument(help: "Its identifier.") var email: String

    func run() async throws { try await options.ask(.command(.cancel, email: email)) }
  }
}

extension Queue {
  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let a database send that was copied or restored. What it has not sent, the other may have.")
    @OptionGroup var options: Options
    @Flag(help: "Release the fence; there is nothing else to release.") var fence = false

    func validate() throws {
      guard fence else { throw ValidationError("say what is to be released: --fence") }
    }

    func run() async throws { try await options.ask(.releaseFence) }
  }
}

extension OutboxEntry.State: ExpressibleByArgument {}
