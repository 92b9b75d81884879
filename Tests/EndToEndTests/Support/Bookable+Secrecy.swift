import Foundation
import Testing

extension Bookable {
  private static let clinical = [
    "patient", "therap", "psych", "mental", "health", "clinic", "treat", "diagnos", "counsel", "depress",
  ]

  /// Nothing that seekers said of themselves is in an email, a calendar or the log, nor a clinical word; their address is where
  /// theirs go, and nowhere else.
  static func expectNothingSaid(_ secrets: [String], _ site: Installation, _ daemon: Program) throws {
    for message in try site.maildir.messages() {
      let isTheirs = message.header("To")?.contains(seeker) == true
      let said = (message.text + message.html + message.calendar + (message.header("Subject") ?? ""))
        .lowercased()
      for word in secrets + clinical { #expect(!said.contains(word), "\(word)") }
      if !isTheirs { #expect(!said.contains(seeker)) }
    }
    let log = (daemon.output + daemon.errors).lowercased()
    for word in secrets + [seeker] { #expect(!log.contains(word), "\(word)") }
  }
}
