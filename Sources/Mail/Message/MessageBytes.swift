extension Message {
  /// The message as it goes on the wire (RFC 5322, RFC 2045): CRLF line ends only, ASCII only.
  ///
  /// Exactly one each of From, To, Subject, Date, Message-ID and MIME-Version. Encoded bodies have lines
  /// of at most 76 octets; headers are folded to that where they can be, and never exceed 998. With HTML
  /// it is a `multipart/alternative`, the text part first, so that readers prefer the HTML, and a calendar's entry last.
  public func bytes() throws(MessageError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2048 + (text.utf8.count + (html?.utf8.count ?? 0)) * 5 / 4)
    try appendCorrespondents(to: &bytes)
    try appendIdentity(to: &bytes)
    try appendFurtherHeaders(to: &bytes)
    try HeaderField.append("MIME-Version", "1.0", to: &bytes)
    if let html {
      try appendAlternatives(html, to: &bytes)
    } else {
      try appendPart(text, type: "text/plain; charset=utf-8", to: &bytes)
      bytes.endLine()
    }
    return bytes
  }

  private func appendCorrespondents(to bytes: inout [UInt8]) throws(MessageError) {
    try append(from, as: "From", to: &bytes)
    try append(to, as: "To", to: &bytes)
    if let replyTo { try append(replyTo, as: "Reply-To", to: &bytes) }
  }

  private func append(_ mailbox: Mailbox, as field: String, to bytes: inout [UInt8]) throws(MessageError) {
    let address = try AddressRule.checked(mailbox.address, field: field)
    let value = Phrase.beside("<\(address)>", name: mailbox.name, column: field.utf8.count + 1)
    try HeaderField.append(field, value, to: &bytes)
  }

  private func appendIdentity(to bytes: inout [UInt8]) throws(MessageError) {
    let subject = Unstructured.value(subject, column: "Subject:".utf8.count)
    if subject.isEmpty {
      bytes.append(contentsOf: "Subject:".utf8)
      bytes.endLine()
    } else {
      try HeaderField.append("Subject", subject, to: &bytes)
    }
    try HeaderField.append("Date", DateField.text(date), to: &bytes)
    guard AddressRule.isMessageID(messageID) else { throw .messageID }
    try HeaderField.append("Message-ID", "<\(messageID)>", to: &bytes)
  }

  private func appendFurtherHeaders(to bytes: inout [UInt8]) throws(MessageError) {
    var taken = Self.ownFields
    for header in headers {
      guard taken.insert(header.name.lowercased()).inserted else { throw .repeatedHeader(name: header.name) }
      try HeaderField.append(header.name, header.value, to: &bytes)
    }
  }

  /// The fields that only the composer writes, in lower case.
  private static let ownFields: Set<String> = [
    "from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type",
    "content-transfer-encoding",
  ]

  private func appendAlternatives(_ html: String, to bytes: inout [UInt8]) throws(MessageError) {
    var parts = [(text, "text/plain; charset=utf-8"), (html, "text/html; charset=utf-8")]
    if let calendar {
      parts.append((calendar.text, "text/calendar; charset=utf-8; method=\(calendar.method)"))
    }
    let boundary = Boundary.derived(from: parts.map(\.0))
    try HeaderField.append(
      "Content-Type", "multipart/alternative; boundary=\"\(boundary)\"", to: &bytes)
    bytes.endLine()
    for (part, type) in parts {
      bytes.append(contentsOf: "--\(boundary)\r\n".utf8)
      try appendPart(part, type: type, to: &bytes)
      bytes.endLine()
    }
    bytes.append(contentsOf: "--\(boundary)--\r\n".utf8)
  }

  /// A part's header and encoded body, without the line end that follows it.
  private func appendPart(_ content: String, type: String, to bytes: inout [UInt8]) throws(MessageError) {
    let encoding = TransferEncoding.best(for: content)
    try HeaderField.append("Content-Type", type, to: &bytes)
    try HeaderField.append("Content-Transfer-Encoding", encoding.rawValue, to: &bytes)
    bytes.endLine()
    encoding.append(content, to: &bytes)
  }
}
