import Foundation
import Testing

/// A referral between members of an installation, made on the site as people make it.
enum Referring {
  /// What nothing that is sent may hold: the note, and the labels and slugs of the areas.
  static let secrets = ["wombat by the creek", "borderline personality", "borderline-personality"]

  static let form = [
    "age": "adult", "area": "borderline-personality-emotion-dysregulation", "mode": "in-person", "weeks": "4",
    "near": "Broken Hill NSW 2880", "note": "Met a wombat by the creek.",
  ]

  /// Signed in, a member asks colleagues; returns the path of the referral.
  static func refer(
    _ referrer: SignedInVisitor, to colleagues: [String], at site: Installation
  ) async throws -> String {
    var fields: [(String, String)] = form.map { ($0.key, $0.value) }
    var page = "/referrals/new?"
    for colleague in colleagues {
      let id = try await site.member(colleague).id
      fields.append(("to", id))
      page += "to=\(id)&"
    }
    let answer = try await referrer.post("/referrals", fields: fields, from: page)
    let path = try #require(answer["location"]?.split(separator: "?").first, "\(answer.body)")
    return String(path)
  }

  /// Nothing of the enquiry is in any message of a folder, as it is and decoded, nor in what a daemon wrote.
  static func expectNothing(in maildir: Maildir, _ daemon: Program) throws {
    for message in try maildir.messages() {
      let source = String(decoding: try Data(contentsOf: message.file), as: UTF8.self)
      expectNothing(in: [source, message.header("Subject") ?? "", message.text, message.html])
    }
    expectNothing(in: [daemon.output, daemon.errors])
  }

  static func expectNothing(in texts: [String]) {
    for text in texts {
      let folded = text.lowercased()
      for secret in secrets { #expect(!folded.contains(secret), "“\(secret)” was sent or logged") }
    }
  }
}
