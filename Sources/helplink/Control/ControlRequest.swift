import Domain
import Foundation

/// What a command asks of whoever owns the record: the daemon through its control socket, or the command itself.
enum ControlRequest: Codable, Sendable {
  case status
  case members(after: String, limit: Int)
  case member(String)
  /// The operator invites an address.
  case invite(String, note: String)
  /// Away until a day (`2027-01-14`), or back (nil).
  case away(member: String, until: String?)
  /// Published listings whose registration was not checked.
  case unverified(after: String, limit: Int)
  case memberCommand(MemberCommand, member: String)
  case trail(member: String, limit: Int)
  /// Everything that is held about a member.
  case export(String)
  /// A member is erased at once.
  case erase(String)
  /// Another key signs from now on.
  case rotateKeys
  /// Lines of a file, the first of them having this number.
  case importMembers(lines: [String], firstNumber: Int)
  case queue(state: OutboxEntry.State?, limit: Int)
  case queued(String)
  case command(QueueCommand, email: String)
  /// The record may send, whatever gave it away as a copy.
  case releaseFence
  /// A stream goes on, whatever the relay had against it.
  case releaseStream(EmailStream)
  /// Emails go to an address again.
  case releaseAddress(String)
  case schedules
  case plan(PlanRequest)
  case fire(String)
  /// The next digest of a member, whole or in part.
  case digest(member: String)
}

/// The answer: facts as JSON, the same in words for a terminal, or why not.
struct Report: Codable, Sendable {
  var json: String
  var text: String
  /// One line; nil when it was done.
  var failure: String?
}

extension Report {
  /// A report of facts, in JSON and in words.
  init(_ facts: some Encodable, text: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    json = String(decoding: try encoder.encode(facts), as: UTF8.self)
    self.text = text
  }

  /// A report that says why not.
  static func refused(_ line: String) -> Report { Report(json: "null", text: "", failure: line) }
}
