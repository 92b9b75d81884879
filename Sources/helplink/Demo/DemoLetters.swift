import Foundation
import Mail
import Web

/// The letters of a Maildir, as the demo's mailbox shows them.
struct DemoLetters: Sendable {
  let maildir: String

  /// The newest letters: a Maildir's file names begin with the time of delivery.
  func newest(_ count: Int) throws -> [DemoMailbox.Letter] {
    try names().sorted { $0.localizedStandardCompare($1) == .orderedDescending }.prefix(count).compactMap(
      read)
  }

  /// One letter by the word that addresses it.
  func letter(_ word: String) throws -> DemoMailbox.Letter? {
    try names().first { Self.word(for: $0) == word }.flatMap(read)
  }

  private var folder: String { maildir + "/new" }

  private func names() throws -> [String] {
    FileManager.default.fileExists(atPath: folder)
      ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
  }

  private func read(_ name: String) -> DemoMailbox.Letter? {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
    let message = ReceivedMessage(Array(data))
    return DemoMailbox.Letter(
      name: Self.word(for: name), to: message.field("to") ?? "",
      subject: message.field("subject") ?? "(no subject)",
      date: message.field("date") ?? "", text: message.text(ofType: "text/plain") ?? "",
      html: message.text(ofType: "text/html") ?? "", raw: message.raw)
  }

  /// The file's name with everything but letters and digits as `-`: safe in an address, and still one of a kind.
  private static func word(for name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
