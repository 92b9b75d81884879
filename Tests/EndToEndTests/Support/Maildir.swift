import Foundation

/// A folder that mail is delivered into.
struct Maildir: Sendable {
  let folder: URL

  /// The messages in it now, oldest first.
  func messages() throws -> [DeliveredMessage] {
    let new = folder.appendingPathComponent("new")
    guard FileManager.default.fileExists(atPath: new.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: new.path).sorted().map { name in
      let file = new.appendingPathComponent(name)
      return DeliveredMessage(file: file, bytes: try Data(contentsOf: file))
    }
  }

  /// How many there are now; much faster than reading them.
  func count() throws -> Int {
    let new = folder.appendingPathComponent("new").path
    guard FileManager.default.fileExists(atPath: new) else { return 0 }
    return try FileManager.default.contentsOfDirectory(atPath: new).count
  }

  /// Waits for a message to an address that has a link of a kind: "/w/", "/sign-in/", "/u/".
  func message(to address: String, linkingTo path: String) async throws -> DeliveredMessage {
    try await eventually("a message to \(address) with a link to \(path)", within: .seconds(60)) {
      try messages().last { $0.header("To")?.contains(address) == true && !$0.links(to: path).isEmpty }
    }
  }
}
