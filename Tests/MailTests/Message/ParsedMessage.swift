import Foundation

/// A message taken apart again by a small reader of its own, so that tests do not trust the composer.
struct ParsedMessage {
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  /// Splits at the first empty line and unfolds the fields.
  init(_ bytes: [UInt8]) {
    let lines = Self.lines(bytes)
    let end = lines.firstIndex { $0.isEmpty } ?? lines.count
    for line in lines[..<end].map({ String(decoding: $0, as: UTF8.self) }) {
      if line.hasPrefix(" "), !headers.isEmpty {
        headers[headers.count - 1].value +=
          headers[headers.count - 1].value.isEmpty ? line.dropFirst() : line[...]
      } else {
        let colon = line.firstIndex(of: ":") ?? line.endIndex
        let value = line[colon...].dropFirst().drop { $0 == " " }
        headers.append((String(line[..<colon]), String(value)))
      }
    }
    body = Array(lines.dropFirst(end + 1).joined(separator: [0x0D, 0x0A]))
  }

  /// The values of all fields of a name.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  func value(_ name: String) -> String { values(name).first ?? "" }

  /// The parts of a multipart body.
  var parts: [ParsedMessage] {
    let type = value("Content-Type")
    guard let range = type.range(of: "boundary=\"") else { return [] }
    let boundary = Array("--\(type[range.upperBound...].prefix { $0 != "\"" })".utf8)
    var parts: [[[UInt8]]] = []
    for line in Self.lines(body) {
      if line == boundary + Array("--".utf8) { break }
      if line == boundary { parts.append([]) } else if !parts.isEmpty { parts[parts.count - 1].append(line) }
    }
    return parts.map { ParsedMessage(Array($0.joined(separator: [0x0D, 0x0A]))) }
  }

  /// The body with its transfer encoding undone, line ends as LF.
  var text: String {
    let octets = value("Content-Transfer-Encoding") == "base64" ? base64Body : quotedPrintableBody
    return String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private var base64Body: [UInt8] {
    Data(base64Encoded: Data(body.filter { $0 != 0x0D && $0 != 0x0A })).map { Array($0) } ?? []
  }

  private var quotedPrintableBody: [UInt8] {
    var decoded: [UInt8] = []
    for line in Self.lines(body) {
      let isSoft = line.last == UInt8(ascii: "=")
      decoded += Self.unquoted(isSoft ? line.dropLast() : line[...], escape: UInt8(ascii: "="))
      if !isSoft { decoded += [0x0D, 0x0A] }
    }
    return decoded.dropLast(2)
  }

  /// Undoes `=XX`.
  static func unquoted(_ octets: ArraySlice<UInt8>, escape: UInt8) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = octets
    while let octet = rest.popFirst() {
      if octet == escape, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(octet)
      }
    }
    return decoded
  }

  /// Lines as CRLF separates them; the last is what follows the last CRLF.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    var search = 0
    while let feed = bytes[search...].firstIndex(of: 0x0A) {
      search = feed + 1
      guard feed > start, bytes[feed - 1] == 0x0D else { continue }
      lines.append(Array(bytes[start..<feed - 1]))
      start = search
    }
    return lines + [Array(bytes[start...])]
  }
}
