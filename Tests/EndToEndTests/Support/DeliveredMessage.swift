import Foundation

/// A message as it lies in a mailbox, read as far as tests need it (RFC 5322, RFC 2045, RFC 2046).
struct DeliveredMessage: Sendable {
  let file: URL
  private let headers: [(name: String, value: String)]
  /// The text part, decoded.
  let text: String
  /// The HTML part, decoded; empty without one.
  let html: String
  /// The entry for a calendar, decoded; empty without one.
  let calendar: String

  init(file: URL, bytes: Data) {
    self.file = file
    let whole = Part(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"))
    headers = whole.headers
    text = whole.text(of: "text/plain") ?? ""
    html = whole.text(of: "text/html") ?? ""
    calendar = whole.text(of: "text/calendar") ?? ""
  }

  /// The unfolded value of the first field of a name.
  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The links that stand on lines of their own.
  var links: [String] {
    text.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("http://") || $0.hasPrefix("https://")
    }
  }

  func links(to path: String) -> [String] { links.filter { $0.contains(path) } }

  /// The link of a button, by its label or the beginning of it.
  func link(below label: String) -> String? {
    let lines = text.split(separator: "\n").map(String.init)
    guard let line = lines.firstIndex(where: { $0.hasPrefix(label) }), line + 1 < lines.count else {
      return nil
    }
    return lines[line + 1]
  }

  /// Where a mail program's own unsubscribe button posts to (RFC 8058).
  var oneClickUnsubscribe: String? {
    guard header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click" else { return nil }
    return header("List-Unsubscribe")?.trimmingCharacters(in: CharacterSet(charactersIn: "<> "))
  }
}

/// A message or a part of one.
private struct Part {
  let headers: [(name: String, value: String)]
  private let body: String

  init(_ source: String) {
    let halves = source.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
    let unfolded = halves[0].replacing("\n ", with: " ").replacing("\n\t", with: " ")
    headers = unfolded.split(separator: "\n").compactMap { line in
      let pair = line.split(separator: ":", maxSplits: 1)
      return pair.count == 2 ? (String(pair[0]), pair[1].trimmingCharacters(in: .whitespaces)) : nil
    }
    body = halves.count > 1 ? String(halves[1]) : ""
  }

  private func header(_ name: String) -> String {
    headers.first { $0.name.lowercased() == name }?.value ?? ""
  }

  /// The first part of a type, this one or one within.
  func text(of wanted: String) -> String? {
    let type = header("content-type")
    guard type.hasPrefix("multipart/"), let boundary = type.firstMatch(of: /boundary="?([^";]+)/)?.1 else {
      return type.hasPrefix(wanted) ? decoded : nil
    }
    return body.components(separatedBy: "--\(boundary)\n").dropFirst().lazy.compactMap {
      Part($0).text(of: wanted)
    }
    .first
  }

  private var decoded: String {
    switch header("content-transfer-encoding").lowercased() {
    case "quoted-printable": Self.quotedPrintable(body)
    case "base64":
      Data(base64Encoded: body, options: .ignoreUnknownCharacters).map { String(decoding: $0, as: UTF8.self) }
        ?? ""
    default: body
    }
  }

  private static func quotedPrintable(_ text: String) -> String {
    var rest = text.replacing("=\n", with: "").utf8[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "="), let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
