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

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
    }

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
      abstract: "Let go out what is held back: by the fence, by a server's policy, or for one address.")
    @OptionGroup var options: Options
    @Flag(help: "A database that was copied or restored may send. What it has not sent, the other may have.")
    var fence = false
    @Option(help: "A stream goes on that the relay refused: rounds, digests or transactional.") var stream:
      EmailStream?
    @Option(help: "Emails go again to an address that a server refused for good.") var address: String?

    func validate() throws {
      guard [fence, stream != nil, address != nil].filter(\.self).count == 1 else {
        throw ValidationError(
          "say which one is to be released: --fence, --stream STREAM or --address ADDRESS")
      }
    }

    func run() async throws {
      if let stream { return try await options.ask(.releaseStream(stream)) }
      if let address { return try await options.ask(.releaseAddress(address)) }
      try await options.ask(.releaseFence)
    }
  }
}

extension OutboxEntry.State: ExpressibleByArgument {}
extension EmailStream: ExpressibleByArgument {}
