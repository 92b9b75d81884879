import Domain
import Foundation

/// Writes messages as a local delivery agent does: to `tmp`, synced, then renamed into `new`.
struct MaildirConnection: TransportConnection {
  let folder: String

  /// Adds the two lines that a final delivery owes (RFC 5321, section 4.4) and stores LF line ends, as
  /// mailboxes on disk have them; the rest is the message as it was given.
  func send(_ bytes: [UInt8], envelope: Envelope) -> SendReply {
    var content = Array("Return-Path: <\(envelope.sender)>\nDelivered-To: \(envelope.recipient)\n".utf8)
    content.reserveCapacity(content.count + bytes.count)
    for octet in bytes where octet != .carriageReturn { content.append(octet) }
    return deliver(content, as: MaildirName.next())
  }

  private func deliver(_ content: [UInt8], as name: String) -> SendReply {
    let draft = "\(folder)/tmp/\(name)"
    do {
      try DurableFile.write(content, to: draft)
      try DurableFile.rename(draft, to: "\(folder)/new/\(name)")
    } catch {
      unlink(draft)
      return .unreachable(reason: "the Maildir: \(error)")
    }
    do { try DurableFile.sync(folder: "\(folder)/new") } catch {
      return .lostAfterDot(reason: "the Maildir: \(error)")
    }
    return .accepted(code: 250, text: "delivered as \(name)")
  }
}
