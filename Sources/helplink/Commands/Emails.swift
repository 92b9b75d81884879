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
    static let configuration = CommandConfiguration(
      abstract: "Show a kind with its sample's facts, or the digest that a member gets next.")
    @OptionGroup var options: Options
    @Argument(help: "A kind, such as waiting-period.") var kind: Email.Kind
    @Option(help: "With digest: whose next one, by identifier or email address.") var member: String?
    @Flag(exclusivity: .exclusive, help: "Text, HTML, or the whole message.") var form = Form.text

    func validate() throws {
      guard member == nil || kind == .digest else {
        throw ValidationError("--member goes with digest: other kinds are shown with a sample's facts")
      }
    }

    func run() async throws {
      if let member { return try await showDigest(of: member) }
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

    private func showDigest(of member: String) async throws {
      let report = try await Owner.using(try options.configuration()) {
        try await $0.ask(.digest(member: member))
      }
      if options.json || report.failure != nil { return try options.show(report) }
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      let preview = try decoder.decode(DigestPreview.self, from: Data(report.json.utf8))
      guard preview.due != nil else {
        return print("As things stand now, \(preview.name) gets no digest: there is nothing to say.")
      }
      let part =
        switch form {
        case .text: preview.text
        case .html: preview.html
        case .raw: preview.raw
        }
      FileHandle.standardOutput.write(Data((part ?? "").utf8))
    }
  }
}

extension Email.Kind: ExpressibleByArgument {}
