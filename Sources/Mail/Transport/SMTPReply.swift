/// One complete reply of a server (RFC 5321, section 4.2).
struct SMTPReply: Hashable, Sendable {
  /// 200...599.
  var code: Int
  /// The RFC 3463 status, such as `5.1.1`, when the first line begins with one.
  var enhanced: String?
  /// What the lines say without code and status, on one line, printable, at most 1,000 octets.
  var text: String

  /// The reply as a reader of a log knows it.
  var line: String {
    [String(code), enhanced, text].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Puts a reply together from its lines.
struct SMTPReplyReader {
  private var texts: [Substring] = []
  private var enhanced: String?
  private static let longestText = 1000
  private static let mostLines = 100

  /// Takes one line with its line end; returns the reply that it completes, if it does.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> SMTPReply? {
    let octets = line.prefix { $0 != .carriageReturn && $0 != .lineFeed }
    guard octets.count >= 3, let code = Self.code(octets.prefix(3)) else { return nil }
    keep(String(decoding: octets.dropFirst(4).map { $0.isVisible ? $0 : .space }, as: UTF8.self))
    guard octets.count == 3 || octets[3] == .space else { return nil }
    defer { self = SMTPReplyReader() }
    let text = texts.joined(separator: " ").prefix(Self.longestText)
    return SMTPReply(code: code, enhanced: enhanced, text: String(text))
  }

  private mutating func keep(_ text: String) {
    guard texts.count < Self.mostLines else { return }
    let status = Self.status(text)
    if texts.isEmpty { enhanced = status }
    let hasStatus = status != nil && status == enhanced
    texts.append(text.dropFirst(hasStatus ? (status ?? "").count : 0).drop { $0 == " " })
  }

  private static func code(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self)).flatMap { (200...599).contains($0) ? $0 : nil }
  }

  /// `class.subject.detail` at the start of a line, before a space or the line's end (RFC 2034,
  /// section 4).
  private static func status(_ text: String) -> String? {
    let word = text.prefix { $0 != " " }
    let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
    let isStatus =
      numbers.count == 3 && ["2", "4", "5"].contains(numbers[0]) && numbers.allSatisfy(isNumber)
    return isStatus ? String(word) : nil
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
