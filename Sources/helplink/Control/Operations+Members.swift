import Automation
import Domain
import Foundation
import Store

extension Operations {
  /// A member as commands show one.
  struct MemberFacts: Encodable {
    var id: String
    var name: String
    var email: String
    var standing: String
    var timeZone: String
    var stoppedStreams: [String]
    var waitingPeriod: String?
    var confirmedAt: Date?
    var confirmedBy: String?
    var profile: Profile?

    init(_ practitioner: Practitioner, wait: StatedWait?, profile: Profile?, siteZone: TimeZone) {
      id = practitioner.id.text
      name = practitioner.name
      email = practitioner.email.text
      standing = practitioner.standing.rawValue
      timeZone = practitioner.timeZone ?? siteZone.identifier
      stoppedStreams = practitioner.stoppedStreams.map(\.rawValue).sorted()
      waitingPeriod = wait?.period.slug
      confirmedAt = wait?.confirmedAt
      confirmedBy = wait?.means.rawValue
      self.profile = profile
    }

    var line: String {
      [id, waitingPeriod ?? "never said", confirmedAt?.formatted(.iso8601) ?? "-", email, name].joined(
        separator: "  ")
    }
  }

  func members(after: String, limit: Int) async throws -> Report {
    let zone = materials.siteZone
    let facts = try await store.read { record in
      try record.practitioners(after: after, limit: limit).map {
        MemberFacts($0, wait: try record.wait(of: $0.id), profile: nil, siteZone: zone)
      }
    }
    return try Report(facts, text: facts.map(\.line).joined(separator: "\n"))
  }

  /// A member by identifier or by address.
  func member(_ text: String) async throws -> Report {
    let zone = materials.siteZone
    let facts = try await store.read { record in
      let found =
        if let id = Practitioner.ID(text) { try record.practitioner(id) } else {
          try (try? EmailAddress(text)).flatMap { try record.practitioner(at: $0) }
        }
      return try found.map {
        MemberFacts(
          $0, wait: try record.wait(of: $0.id), profile: try record.listing($0.id)?.profile, siteZone: zone)
      }
    }
    guard let facts else { return .refused("no member has the identifier or address \(text)") }
    var lines = [
      facts.name, "identifier       \(facts.id)", "email            \(facts.email)",
      "standing         \(facts.standing)",
      "time zone        \(facts.timeZone)", "waiting period   \(facts.waitingPeriod ?? "never said")",
      "confirmed        \(facts.confirmedAt?.formatted(.iso8601) ?? "never") by \(facts.confirmedBy ?? "nobody")",
      "stopped          \(facts.stoppedStreams.isEmpty ? "nothing" : facts.stoppedStreams.joined(separator: ", "))",
    ]
    if let profile = facts.profile {
      lines.append("profession       \(profile.profession)")
      lines.append("places           \(profile.locations.map(\.label).joined(separator: "; "))")
    }
    return try Report(facts, text: lines.joined(separator: "\n"))
  }
}
