/// Bytes read from the front; what is asked for beyond the end is an error, never a trap.
struct ZoneBytes {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - position }

  mutating func take(_ count: Int) throws(ZoneFileError) -> ArraySlice<UInt8> {
    guard count <= left else { throw .ended(needed: position + count, found: bytes.count) }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A signed number, most significant octet first; one octet alone is not signed.
  mutating func number(octets: Int) throws(ZoneFileError) -> Int {
    let value = try take(octets).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard octets > 1 else { return Int(value) }
    let unused = 64 - 8 * octets
    return Int(Int64(bitPattern: value << unused) >> unused)
  }

  /// Four octets that are not signed.
  mutating func count() throws(ZoneFileError) -> Int {
    try take(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The rest up to a line feed, which is taken too.
  mutating func line() throws(ZoneFileError) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: 0x0A) else {
      throw .ended(needed: bytes.count + 1, found: bytes.count)
    }
    let line = try take(end - position)
    _ = try take(1)
    return line
  }
}
