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
    /// Until when they are away; nil when they are not.
    var awayUntil: Date?
    /// Why nothing goes to their address; nil when mail does.
    var suppressed: String?
    var profile: Profile?

    init(_ practitioner: Practitioner, wait: StatedWait?, profile: Profile?, siteZone: TimeZone, now: Date) {
      id = practitioner.id.text
      name = practitioner.name
      email = practitioner.email.text
      standing = practitioner.standing.rawValue
      timeZone = practitioner.timeZone ?? siteZone.identifier
      stoppedStreams = practitioner.stoppedStreams.map(\.rawValue).sorted()
      waitingPeriod = wait?.period.slug
      confirmedAt = wait?.confirmedAt
      confirmedBy = wait?.means.rawValue
      awayUntil = practitioner.isAway(at: now) ? practitioner.awayUntil : nil
      self.profile = profile
    }

    var line: String {
      [id, waitingPeriod ?? "never said", confirmedAt?.formatted(.iso8601) ?? "-", email, name].joined(
        separator: "  ")
    }
  }

  func members(after: String, limit: Int) async throws -> Report {
    let (zone, now) = (materials.siteZone, time.now())
    let facts = try await store.read { record in
      try record.practitioners(after: after, limit: limit).map {
        MemberFacts($0, wait: try record.wait(of: $0.id), profile: nil, siteZone: zone, now: now)
      }
    }
    return try Report(facts, text: facts.map(\.line).joined(separator: "\n"))
  }

  /// A member by identifier or by address.
  func member(_ text: String) async throws -> Report {
    let (zone, now) = (materials.siteZone, time.now())
    let facts = try await store.read { record in
      try record.practitioner(named: text).map {
        var facts = MemberFacts(
          $0, wait: try record.wait(of: $0.id), profile: try record.listing($0.id)?.profile, siteZone: zone,
          now: now)
        facts.suppressed = try record.suppression(of: $0.email)?.reply
        return facts
      }
    }
    guard let facts else { return noMember(text) }
    var lines = [
      facts.name, "identifier       \(facts.id)", "email            \(facts.email)",
      "standing         \(facts.standing)",
      "time zone        \(facts.timeZone)", "waiting period   \(facts.waitingPeriod ?? "never said")",
      "confirmed        \(facts.confirmedAt?.formatted(.iso8601) ?? "never") by \(facts.confirmedBy ?? "nobody")",
      "away until       \(facts.awayUntil?.formatted(.iso8601) ?? "not away")",
      "stopped          \(facts.stoppedStreams.isEmpty ? "nothing" : facts.stoppedStreams.joined(separator: ", "))",
    ]
    if let suppressed = facts.suppressed {
      lines.append(
        "suppressed       \(suppressed); to send again: helplink queue release --address \(facts.email)")
    }
    if let profile = facts.profile {
      lines.append("profession       \(profile.profession)")
      lines.append("places           \(profile.locations.map(\.label).joined(separator: "; "))")
    }
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  /// The operator says for a member that they are away, or back.
  func away(_ text: String, until: String?) async throws -> Report {
    let day = until.flatMap { LocalDay($0) }
    if let until, day == nil { return .refused("\(until) is no day; write one as 2027-01-14") }
    guard let id = try await store.read({ try $0.practitioner(named: text)?.id }) else {
      return noMember(text)
    }
    let (zone, now) = (materials.siteZone, time.now())
    var chance = Chance()
    let event = Identifier<AwayEvent>(using: &chance)
    let outcome = try await store.perform({ try $0.practitioner(id) }) {
      AwayDecision.decide(
        until: day, practitioner: $0, event: event, means: .operator, siteZone: zone, now: now)
    }
    switch outcome {
    case .away(let until):
      return try Report(
        ["member": id.text, "awayUntil": until.formatted(.iso8601)],
        text: "away until \(until.formatted(.iso8601))")
    case .back: return try Report(["member": id.text], text: "not away")
    case .dayRefused: return .refused("the first day back lies after today and within a year")
    case .notTakingPart: return .refused("\(text) takes no part at present")
    }
  }

  func noMember(_ text: String) -> Report {
    .refused("no member has the identifier or address \(text)")
  }
}

extension Record {
  /// A member as commands name one: by identifier or by address.
  func practitioner(named text: String) throws -> Practitioner? {
    if let id = Practitioner.ID(text) { return try practitioner(id) }
    return try (try? EmailAddress(text)).flatMap { try practitioner(at: $0) }
  }
}
