/// The header of a TZif data block (RFC 9636, section 3.1): how many of each part follow.
struct ZoneFileHeader {
  /// 1 to 4.
  let version: Int
  let universalIndicators: Int
  let standardIndicators: Int
  let leapSeconds: Int
  let transitions: Int
  let types: Int
  let characters: Int

  init(_ bytes: inout ZoneBytes) throws(ZoneFileError) {
    guard try Array(bytes.take(4)) == Array("TZif".utf8) else { throw .notTZif }
    version = try Self.version(of: bytes.number(octets: 1))
    _ = try bytes.take(15)
    universalIndicators = try bytes.count()
    standardIndicators = try bytes.count()
    leapSeconds = try bytes.count()
    transitions = try bytes.count()
    types = try bytes.count()
    characters = try bytes.count()
  }

  private static func version(of byte: Int) throws(ZoneFileError) -> Int {
    switch byte {
    case 0: 1
    case 0x32...0x34: byte - 0x30
    default: throw .version(UInt8(truncatingIfNeeded: byte))
    }
  }

  /// Octets of the block that follows, whose times have `octets` each.
  func blockLength(timesOf octets: Int) -> Int {
    transitions * (octets + 1) + types * 6 + characters + leapSeconds * (octets + 4)
      + standardIndicators + universalIndicators
  }

  /// Refuses counts that RFC 9636 excludes for a block that is used.
  func check() throws(ZoneFileError) {
    guard leapSeconds == 0 else { throw .leapSeconds }
    guard types > 0, characters > 0 else { throw .contradiction("it names no local time") }
    for indicators in [universalIndicators, standardIndicators] where indicators != 0 && indicators != types {
      throw .contradiction("it has \(indicators) indicators for \(types) kinds of local time")
    }
  }
}
