import Foundation

/// Who sends, and from where: what the messages of one site have in common.
public struct MailSite: Hashable, Sendable {
  /// Where the site is reached, without a slash at its end: `https://helplink.example`.
  public let siteURL: String
  /// The host of `siteURL`, in Message-IDs and List-Ids.
  public let host: String
  /// What the site is called: "Help Link Private".
  public let siteName: String
  /// The sender's legal name, in every message (Spam Act 2003, section 17).
  public let operatorName: String
  /// How the operator is reached, in every message: an address, a telephone number, or both.
  public let operatorContact: String
  /// The author of messages that answer something a person did.
  public let from: Message.Mailbox
  /// The author of subscribed mail.
  public let fromRounds: Message.Mailbox
  /// The domain that bounces come back to, each message to an address of its own (VERP), or nil for the author's address.
  public let returnPathDomain: String?

  /// A site. A slash at the end of its URL is dropped.
  public init(
    siteURL: URL, siteName: String, operatorName: String, operatorContact: String, from: Message.Mailbox,
    fromRounds: Message.Mailbox, returnPathDomain: String?
  ) {
    var text = siteURL.absoluteString
    while text.hasSuffix("/") { text.removeLast() }
    self.siteURL = text
    let host = siteURL.host(percentEncoded: false) ?? ""
    // An IPv6 address has colons, which a Message-ID may not have bare; only a test site is called by one.
    self.host = host.isEmpty || host.contains(":") ? "localhost" : host.lowercased()
    self.siteName = siteName
    self.operatorName = operatorName
    self.operatorContact = operatorContact
    self.from = from
    self.fromRounds = fromRounds
    self.returnPathDomain = returnPathDomain
  }
}
