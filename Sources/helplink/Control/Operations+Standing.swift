import Domain
import Foundation
import Store

/// What an operator decides about a member.
enum MemberCommand: String, Codable, Sendable {
  /// Their registration number is in the register.
  case verify
  /// They take no part until reinstated.
  case suspend
  case reinstate
}

extension Operations {
  /// A line of a member's trail, as commands show one.
  struct TrailFacts: Encodable {
    var at: Date
    var kind: String
    var detail: String
  }

  func run(_ command: MemberCommand, on text: String) async throws -> Report {
    guard let id = try await store.read({ try $0.practitioner(named: text)?.id }) else {
      return noMember(text)
    }
    switch command {
    case .verify: return try await verify(id, named: text)
    case .suspend: return try await set(.suspended, of: id, named: text)
    case .reinstate: return try await set(.active, of: id, named: text)
    }
  }

  private func verify(_ id: Practitioner.ID, named text: String) async throws -> Report {
    let (event, now) = (newEvent(), time.now().inMilliseconds)
    let outcome = try await store.perform({ (try $0.practitioner(id), try $0.listing(id)) }) {
      VerificationDecision.decide($0.0, listing: $0.1, event: event, now: now)
    }
    switch outcome {
    case .verified(let number):
      return try Report(
        ["member": id.text, "verifiedNumber": number], text: "\(number) is on record as checked")
    case .alreadyVerified(let number, let since):
      return try Report(
        ["member": id.text, "verifiedNumber": number],
        text: "\(number) was checked on \(since.formatted(.iso8601)); nothing changes")
    case .noNumber: return .refused("\(text) has no listing with a registration number yet")
    case .unknown: return noMember(text)
    }
  }

  private func set(_ standing: Practitioner.Standing, of id: Practitioner.ID, named text: String) async throws
    -> Report
  {
    let (event, now) = (newEvent(), time.now().inMilliseconds)
    let outcome = try await store.perform({ try $0.practitioner(id) }) {
      standing == .suspended
        ? StandingDecision.suspend($0, event: event, now: now)
        : StandingDecision.reinstate($0, event: event, now: now)
    }
    switch outcome {
    case .done, .alreadySo:
      let words = outcome == .done ? standing.rawValue : "\(standing.rawValue) already; nothing changes"
      return try Report(["member": id.text, "standing": standing.rawValue], text: words)
    case .hasLeft: return .refused("\(text) has left")
    case .unknown: return noMember(text)
    }
  }

  func trail(of text: String, limit: Int) async throws -> Report {
    let lines = try await store.read { record in
      try record.practitioner(named: text).map { try record.trail(of: $0.id, limit: limit) }
    }
    guard let lines else { return noMember(text) }
    let facts = lines.map { TrailFacts(at: $0.at, kind: $0.kind.rawValue, detail: $0.detail) }
    let words = lines.map {
      "\($0.at.formatted(.iso8601))  \($0.kind.words)\($0.detail.isEmpty ? "" : ": \($0.detail)")"
    }
    return try Report(facts, text: words.joined(separator: "\n"))
  }

  /// Published listings whose registration nobody has checked.
  func unverified(after: String, limit: Int) async throws -> Report {
    struct Facts: Encodable {
      var id: String
      var profession: String
      var registrationNumber: String
      /// Another number that was checked; nil when none was.
      var verifiedNumber: String?
      var email: String
      var name: String
    }
    let facts = try await store.read { try $0.unverified(after: after, limit: limit) }.map {
      Facts(
        id: $0.practitioner.text, profession: $0.profile.profession,
        registrationNumber: $0.profile.registrationNumber, verifiedNumber: $0.facts.verification?.number,
        email: $0.email.text, name: $0.name)
    }
    let lines = facts.map {
      [$0.id, $0.registrationNumber, $0.profession, $0.email, $0.name].joined(separator: "  ")
    }
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  func newEvent() -> SecurityEvent.ID {
    var chance = Chance()
    return SecurityEvent.ID(using: &chance)
  }
}
