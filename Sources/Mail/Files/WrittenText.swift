import Foundation

/// Turns octets into text, or says where they are none.
enum WrittenText {
  /// Without a byte order mark at its beginning.
  static func decode(_ octets: Data) throws(WrittenFile.Refusal) -> String {
    guard let text = String(validating: octets, as: UTF8.self),
      !text.unicodeScalars.contains(where: isForbidden)
    else { throw firstRefusal(in: octets) }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func firstRefusal(in octets: Data) -> WrittenFile.Refusal {
    var refusal = WrittenFile.Refusal(line: 1, column: 1, message: "")
    var decoder = UTF8()
    var rest = octets.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar) where isForbidden(scalar):
        let code = String(scalar.value, radix: 16, uppercase: true)
        refusal.message =
          "holds a control character (U+\(String(repeating: "0", count: 4 - code.count))\(code))"
        return refusal
      case .scalarValue("\n"): (refusal.line, refusal.column) = ((refusal.line ?? 0) + 1, 1)
      case .scalarValue("\u{FEFF}") where refusal.line == 1 && refusal.column == 1: break
      case .scalarValue: refusal.column = (refusal.column ?? 0) + 1
      case .emptyInput, .error:
        refusal.message = "is not UTF-8: save the file in that encoding"
        return refusal
      }
    }
  }

  /// C0 and C1 but for tabs and line ends: YAML knows none of them either (YAML 1.2, section 5.1).
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
