import ArgumentParser
import Domain
import Foundation
import Mail

/// What is sent, as it would look.
struct Emails: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The kinds of email, and what they look like.", subcommands: [List.self, Preview.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the kinds.")
    @OptionGroup var options: Options

    private struct KindFacts: Encodable {
      var kind: String
      var stream: String
    }

    func run() async throws {
      let facts = Email.Kind.allCases.map { KindFacts(kind: $0.rawValue, stream: $0.stream.rawValue) }
      try options.show(
        try Report(facts, text: facts.map { "\($0.kind)  (\($0.stream))" }.joined(separator: "\n")))
    }
  }

  /// Which form of a message is shown.
  enum Form: String, EnumerableFlag { case text, html, raw }

  struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a kind with its sample's facts.")
    @OptionGroup var options: Options
    @Argument(help: "A kind, such as waiting-period.") var kind: Email.Kind
    @Flag(exclusivity: .exclusive, help: "Text, HTML, or the whole message.") var form = Form.text

    func run() async throws {
      let configuration = try options.configuration()
      let materials = try Materials.load(configuration, makesKeys: false)
      guard let entry = OutboxEntry.sample(kind, of: materials.templates, keys: materials.keys) else {
        throw Failure("there is no sample of \(kind.rawValue)")
      }
      let (message, _) = try materials.messageMaker(configuration).message(
        for: entry, to: configuration.mail.from)
      switch form {
      case .text: print(message.text)
      case .html: print(message.html ?? "")
      case .raw: FileHandle.standardOutput.write(Data(try message.bytes()))
      }
    }
  }
}

extension Email.Kind: ExpressibleByArgument {}
