import Foundation

/// The parts of a form with files: `multipart/form-data` (RFC 7578). Nested parts are passed over.
struct MultipartForm: Sendable {
  /// One field or one file.
  struct Part: Sendable, Equatable {
    let name: String
    /// Whether it is a file, whatever its name; a field without one is text.
    let isFile: Bool
    let content: [UInt8]
  }

  /// In the order that they came; at most `mostParts`.
  let parts: [Part]

  /// More than any form of ours has.
  static let mostParts = 200

  /// The first file of a field.
  func file(_ name: String) -> [UInt8]? { parts.first { $0.name == name && $0.isFile }?.content }

  /// The fields that are no files.
  var form: Form {
    Form(parts.filter { !$0.isFile }.map { ($0.name, String(decoding: $0.content, as: UTF8.self)) })
  }

  /// Reads a body of a type; nil when that is not the type of such a form. A part whose end is missing is none.
  init?(_ body: [UInt8], type: String?) {
    guard let type, type.lowercased().hasPrefix("multipart/form-data"), let boundary = Self.boundary(type)
    else {
      return nil
    }
    var parts: [Part] = []
    var lines = DelimiterLines(body: body[...], delimiter: Array("--\(boundary)".utf8))
    var start = lines.next()
    while let opening = start, !opening.isLast, parts.count < Self.mostParts, let closing = lines.next() {
      if let part = Part(body[opening.end..<max(opening.end, closing.start)]) { parts.append(part) }
      start = closing
    }
    self.parts = parts
  }

  /// At most 70 characters, perhaps in quotes (RFC 2046, section 5.1.1).
  private static func boundary(_ type: String) -> String? {
    guard let start = type.range(of: "boundary=", options: .caseInsensitive) else { return nil }
    let rest = type[start.upperBound...]
    let text =
      rest.hasPrefix("\"") ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { !"; \t".contains($0) }
    return (1...70).contains(text.utf8.count) ? String(text) : nil
  }
}

extension MultipartForm.Part {
  /// Headers, an empty line, content. Some mail programs end lines with a line feed alone.
  fileprivate init?(_ octets: ArraySlice<UInt8>) {
    var headers: [String] = []
    var rest = octets
    while true {
      guard let end = rest.first(0x0A), headers.count < 20 else { return nil }
      let line = String(decoding: rest[..<end], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      headers.append(line)
    }
    guard let disposition = headers.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.parameter("name", of: disposition)
    else { return nil }
    self.init(
      name: name,
      isFile: Self.parameter("filename", of: disposition) != nil
        || disposition.range(of: "filename*=", options: .caseInsensitive) != nil, content: Array(rest))
  }

  /// A parameter: in quotes, as browsers write it (a quote within is sent as `%22`: RFC 7578, section 2), or a token as some mail
  /// programs do (RFC 2045, section 5.1).
  private static func parameter(_ name: String, of header: String) -> String? {
    value(after: "\(name)=\"", in: header).map { String($0.prefix { $0 != "\"" }) }
      ?? value(after: "\(name)=", in: header).map { String($0.prefix { !"; \t\"".contains($0) }) }
  }

  /// What follows the beginning of a parameter.
  private static func value(after beginning: String, in header: String) -> Substring? {
    for parameter in header.split(separator: ";").dropFirst() {
      let trimmed = parameter.trimmingCharacters(in: .whitespaces)
      guard trimmed.lowercased().hasPrefix(beginning) else { continue }
      return header.range(of: trimmed).map { header[$0.lowerBound...].dropFirst(beginning.count) }
    }
    return nil
  }
}

/// The lines that separate the parts, one after another.
private struct DelimiterLines {
  struct Line {
    /// Where the content before it ends.
    let start: Int
    /// Where the headers after it begin.
    let end: Int
    let isLast: Bool
  }

  let body: ArraySlice<UInt8>
  let delimiter: [UInt8]
  private var position = 0

  init(body: ArraySlice<UInt8>, delimiter: [UInt8]) {
    self.body = body
    self.delimiter = delimiter
  }

  /// The next one: at the beginning of a line, followed by the two hyphens of the last or by nothing but blanks.
  mutating func next() -> Line? {
    while position < body.endIndex {
      let start = position
      let feed = body[start...].first(0x0A)
      position = feed.map { $0 + 1 } ?? body.endIndex
      guard body[start...].starts(with: delimiter) else { continue }
      let tail = body[(start + delimiter.count)..<(feed ?? body.endIndex)]
      let isLast = tail.starts(with: [0x2D, 0x2D])
      guard isLast || (feed != nil && tail.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }) else { continue }
      return Line(start: contentEnd(before: start), end: position, isLast: isLast)
    }
    return nil
  }

  /// The line end before a delimiter is a part of it.
  private func contentEnd(before start: Int) -> Int {
    guard start > body.startIndex else { return start }
    return start >= body.startIndex + 2 && body[start - 2] == 0x0D ? start - 2 : start - 1
  }
}

extension Form {
  /// Reads the fields of a body by its type: `multipart/form-data`, which mail programs may unsubscribe with (RFC 8058,
  /// section 3.1), and urlencoded otherwise.
  init(body: String, type: String?) {
    self = MultipartForm(Array(body.utf8), type: type)?.form ?? Form(urlencoded: body)
  }
}
