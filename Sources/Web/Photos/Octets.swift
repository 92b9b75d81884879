import Foundation

/// The octets of a file that is not trusted: what lies beyond its end is nil.
struct Octets {
  enum Order { case bigEndian, littleEndian }

  let bytes: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { self.bytes = ArraySlice(bytes) }

  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[bytes.startIndex + index] : nil
  }

  /// The number that `width` octets write (at most 4).
  func number(at start: Int, width: Int, _ order: Order = .bigEndian) -> Int? {
    guard let octets = piece(at: start, length: width)?.bytes else { return nil }
    let most = order == .bigEndian ? Array(octets) : octets.reversed()
    return most.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Octets as they stand in the file, copied by nobody; nil unless all of them are there.
  func piece(at start: Int, length: Int) -> Octets? {
    guard start >= 0, length >= 0, length <= count, start <= count - length else { return nil }
    let first = bytes.startIndex + start
    return Octets(slice: bytes[first..<first + length])
  }

  /// Whether these octets stand at `start`.
  func has(_ text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      piece(at: start, length: wanted.count)?.bytes.elementsEqual(wanted) ?? false
    }
  }

  /// Where an octet next stands, from `start` on.
  func next(_ octet: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return bytes[(bytes.startIndex + start)...].first(octet).map { $0 - bytes.startIndex }
  }

  private init(slice: ArraySlice<UInt8>) { bytes = slice }
}

extension ArraySlice<UInt8> {
  /// Where an octet first stands, by the C library: a photo has millions of them.
  func first(_ octet: UInt8) -> Int? {
    withUnsafeBytes { octets in
      octets.baseAddress.flatMap { start in
        memchr(start, CInt(octet), octets.count).map { startIndex + start.distance(to: $0) }
      }
    }
  }
}
