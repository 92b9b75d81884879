import Foundation

extension Form {
  /// Reads the fields of a body by its type: `multipart/form-data` (RFC 7578), which mail programs may unsubscribe with
  /// (RFC 8058, section 3.1), and urlencoded otherwise. Files and nested parts are passed over.
  init(body: String, type: String?) {
    guard let type, type.lowercased().hasPrefix("multipart/form-data"), let boundary = Self.boundary(type)
    else {
      self.init(urlencoded: body)
      return
    }
    var fields: [(name: String, value: String)] = []
    for part in body.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "--\(boundary)") {
      let halves = part.components(separatedBy: "\n\n")
      guard halves.count >= 2, let name = Self.name(halves[0]) else { continue }
      let value = halves.dropFirst().joined(separator: "\n\n")
      fields.append((name, value.hasSuffix("\n") ? String(value.dropLast()) : value))
    }
    self.init(fields)
  }

  /// At most 70 characters, perhaps in quotes (RFC 2046, section 5.1.1).
  private static func boundary(_ type: String) -> String? {
    guard let start = type.range(of: "boundary=", options: .caseInsensitive) else { return nil }
    let rest = type[start.upperBound...]
    let text =
      rest.hasPrefix("\"") ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { !"; \t".contains($0) }
    return (1...70).contains(text.utf8.count) ? String(text) : nil
  }

  private static func name(_ headers: String) -> String? {
    let fields = headers.split(separator: "\n").filter { $0.lowercased().hasPrefix("content-disposition:") }
    guard let field = fields.first, let start = field.range(of: "name=\"", options: .caseInsensitive) else {
      return nil
    }
    return String(field[start.upperBound...].prefix { $0 != "\"" })
  }
}
