/// Lower-case base32 (RFC 4648 §6, without padding): survives hosts that fold the case of an address.
public enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// The value of each ASCII octet, or 255 for one outside the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, octet) in alphabet.enumerated() { values[Int(octet)] = UInt8(value) }
    return values
  }()

  /// Encodes `bytes`, five bits a character.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var output: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = (buffer << 8) | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        output.append(alphabet[Int((buffer >> bits) & 31)])
      }
      buffer &= (1 << bits) - 1
    }
    if bits > 0 { output.append(alphabet[Int((buffer << (5 - bits)) & 31)]) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Decodes `text`, or returns nil when it holds another character or is not the one way to write
  /// its bytes (left-over bits must be zero), so that no two texts mean the same bytes.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var output: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for octet in text.utf8 {
      let value = values[Int(octet)]
      guard value != 255 else { return nil }
      buffer = (buffer << 5) | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        output.append(UInt8(truncatingIfNeeded: buffer >> bits))
        buffer &= (1 << bits) - 1
      }
    }
    return bits < 5 && buffer == 0 ? output : nil
  }
}
