import Foundation

/// A message as it was delivered: its fields, and the texts of its parts. Reads what is there and refuses nothing: mail that
/// comes back is written by strangers.
public struct ReceivedMessage: Sendable {
  /// The bytes as text, line ends as LF.
  public let raw: String
  private let fields: [(name: String, value: String)]
  private let body: String

  /// Reads the bytes of a message.
  public init(_ bytes: [UInt8]) {
    raw = Self.withPlainLineEnds(String(decoding: bytes, as: UTF8.self))
    (fields, body) = Self.split(raw)
  }

  private init(part text: String) {
    raw = text
    (fields, body) = Self.split(text)
  }

  /// The first field of a name, unfolded, encoded words decoded (RFC 2047).
  public func field(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }.map { EncodedWords.decode($0.value) }
  }

  /// The text of the first part of a type such as `text/html`, wherever it stands.
  public func text(ofType type: String) -> String? {
    let contentType = field("content-type") ?? "text/plain"
    if let boundary = Self.parameter("boundary", of: contentType) {
      return Self.parts(body, boundary: boundary).lazy.compactMap { Self(part: $0).text(ofType: type) }.first
    }
    return contentType.lowercased().hasPrefix(type) ? decodedBody : nil
  }

  private var decodedBody: String { Self.withPlainLineEnds(undoneTransferEncoding) }

  private var undoneTransferEncoding: String {
    switch field("content-transfer-encoding")?.lowercased() {
    case "base64":
      let data = Data(base64Encoded: body, options: .ignoreUnknownCharacters) ?? Data()
      return String(decoding: data, as: UTF8.self)
    case "quoted-printable":
      let joined = body.replacingOccurrences(of: "=\n", with: "")
      return String(decoding: EncodedWords.quotedPrintable(joined), as: UTF8.self)
    default: return body
    }
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    text.replacingOccurrences(of: "\r\n", with: "\n")
  }

  private static func split(_ text: String) -> ([(name: String, value: String)], String) {
    let end = text.range(of: "\n\n")
    let head = end.map { String(text[..<$0.lowerBound]) } ?? text
    var fields: [(name: String, value: String)] = []
    for line in head.split(separator: "\n") {
      if line.first == " " || line.first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += line
      } else if let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        fields.append((String(line[..<colon]), value))
      }
    }
    return (fields, end.map { String(text[$0.upperBound...]) } ?? "")
  }

  private static func parameter(_ name: String, of value: String) -> String? {
    for parameter in value.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if pair.count == 2, pair[0].lowercased() == name { return pair[1].trimmingCharacters(in: ["\""]) }
    }
    return nil
  }

  private static func parts(_ body: String, boundary: String) -> [String] {
    ("\n" + body).components(separatedBy: "\n--" + boundary).dropFirst().prefix { !$0.hasPrefix("--") }
      .map { String($0.drop { $0 != "\n" }.dropFirst()) }
  }
}

/// Encoded words of RFC 2047, and the quoted-printable of RFC 2045 that they resemble.
enum EncodedWords {
  /// `=?utf-8?B?…?=` and `=?utf-8?Q?…?=` as text; white space between two of them goes.
  static func decode(_ text: String) -> String {
    var octets: [UInt8] = []
    var isAfterWord = false
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      let word = octetsOfWord(piece)
      if !octets.isEmpty || isAfterWord, !(isAfterWord && word != nil) { octets.append(UInt8(ascii: " ")) }
      octets += word ?? Array(piece.utf8)
      isAfterWord = word != nil
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private static func octetsOfWord(_ word: Substring) -> [UInt8]? {
    let parts = word.split(separator: "?", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "=", parts[4] == "=" else { return nil }
    switch parts[2].lowercased() {
    case "b": return Data(base64Encoded: String(parts[3])).map(Array.init)
    case "q": return quotedPrintable(parts[3].replacingOccurrences(of: "_", with: " "))
    default: return nil
    }
  }

  /// `=C3=A9` as octets; what is no such pair stays as it is.
  static func quotedPrintable(_ text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var octets: [UInt8] = []
    var index = 0
    while index < source.count {
      let pair =
        source[index] == UInt8(ascii: "=") && index + 2 < source.count
        ? source[(index + 1)...(index + 2)] : []
      if let octet = UInt8(String(decoding: pair, as: UTF8.self), radix: 16) {
        octets.append(octet)
        index += 3
      } else {
        octets.append(source[index])
        index += 1
      }
    }
    return octets
  }
}
