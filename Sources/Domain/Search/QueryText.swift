/// The query of an address: `name=value` pairs between ampersands (WHATWG URL, application/x-www-form-urlencoded).
public enum QueryText {
  /// A pair as it is meant.
  public typealias Pair = (name: String, value: String)

  /// The pairs of a query. Octets that are no UTF-8 become U+FFFD; nothing is refused.
  public static func pairs(_ query: some StringProtocol) -> [Pair] {
    query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
  }

  /// The query that means these pairs: `q=anna+k&wait=now`.
  public static func written(_ pairs: [Pair]) -> String {
    pairs.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
  }

  private static func decoded(_ text: some Collection<UInt8>) -> String {
    let all = Array(text)
    var octets: [UInt8] = []
    var index = 0
    while index < all.count {
      if all[index] == UInt8(ascii: "%"), index + 2 < all.count, let high = digit(all[index + 1]),
        let low = digit(all[index + 2])
      {
        octets.append(high << 4 | low)
        index += 3
      } else {
        octets.append(all[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : all[index])
        index += 1
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private static func digit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for octet in text.utf8 {
      if isPlain(octet) {
        encoded.unicodeScalars.append(Unicode.Scalar(octet))
      } else if octet == UInt8(ascii: " ") {
        encoded += "+"
      } else {
        let hex = String(octet, radix: 16, uppercase: true)
        encoded += octet < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return encoded
  }

  private static func isPlain(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "_")
    }
  }
}
