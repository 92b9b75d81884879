import Domain
import Foundation

/// What a host in an address may be, and whether it is this machine.
enum HostName {
  /// Whether a host (without brackets) is this machine's loopback.
  static func isLoopback(_ host: String) -> Bool {
    if let address = IPAddress(host) { return address.isLoopback }
    let name = host.lowercased()
    return name == "localhost" || name.hasSuffix(".localhost")
  }

  /// Whether a text is an address or a name of letters, digits and inner hyphens between dots.
  static func isValid(_ host: String) -> Bool { IPAddress(host) != nil || isName(host) }

  /// Whether a text can be the name of a host: not an address, and not digits and dots alone.
  static func isName(_ host: String) -> Bool {
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    let isSpelt = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }
    let endsInLetters = labels.last?.contains { !(48...57).contains($0) } ?? false
    return isSpelt && endsInLetters && host.utf8.count <= 253
  }

  /// Splits `host`, `host:port`, `[::1]` or `[::1]:8080`; nil when it is none of them. The port is 0 to 65535.
  static func split(_ text: String) -> (host: String, port: Int?)? {
    guard let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") else {
      return bare(text).map { ($0, nil) }
    }
    let digits = text[text.index(after: colon)...]
    guard let host = bare(String(text[..<colon])), let port = port(digits) else { return nil }
    return (host, port)
  }

  private static func port(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return UInt16(digits).map(Int.init)
  }

  /// IPv6 addresses stand in brackets, nothing else does.
  private static func bare(_ text: String) -> String? {
    guard text.hasPrefix("[") else { return !text.contains(":") && isValid(text) ? text : nil }
    guard text.hasSuffix("]") else { return nil }
    let inner = String(text.dropFirst().dropLast())
    return inner.contains(":") && IPAddress(inner) != nil ? inner : nil
  }

  private static func isLetterOrDigit(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 48...57: true
    default: false
    }
  }
}
