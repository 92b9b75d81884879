import Foundation

/// Everything that was done to the files of a daemon, in the order in which it took place, and when what was told the world.
struct DiskRecord: Sendable {
  enum Event: Sendable {
    case created(String)
    case written(String, offset: Int, bytes: [UInt8])
    case truncated(String, length: Int)
    /// Of a file or of a folder.
    case synced(String)
    case renamed(String, to: String)
    case unlinked(String)
    case madeFolder(String)
    /// The first thousand octets of something that was about to leave by a socket.
    case told(String)
  }

  private(set) var events: [Event] = []

  /// Reads what `Tests/DiskFaults` writes; an entry that is not whole yet is left out.
  init(_ data: Data) throws {
    let bytes = [UInt8](data)
    var at = 0
    while let event = try Self.event(bytes, &at) { events.append(event) }
  }

  private static func event(_ bytes: [UInt8], _ at: inout Int) throws -> Event? {
    guard at + 24 <= bytes.count else { return nil }
    let kind = number(bytes[at..<at + 4])
    let (pathLength, offset) = (number(bytes[at + 4..<at + 8]), number(bytes[at + 8..<at + 16]))
    let length = number(bytes[at + 16..<at + 24])
    let end = at + 24 + pathLength + length
    guard end <= bytes.count else { return nil }
    let path = String(decoding: bytes[at + 24..<at + 24 + pathLength], as: UTF8.self)
    let content = Array(bytes[at + 24 + pathLength..<end])
    at = end
    switch kind {
    case 1: return .created(path)
    case 2: return .written(path, offset: offset, bytes: content)
    case 3: return .truncated(path, length: offset)
    case 4: return .synced(path)
    case 5: return .renamed(path, to: String(decoding: content, as: UTF8.self))
    case 6: return .unlinked(path)
    case 7: return .madeFolder(path)
    case 8: return .told(String(decoding: content, as: UTF8.self))
    default: throw GaveUp(description: "the record of the disk has an entry of kind \(kind)")
    }
  }

  private static func number(_ octets: ArraySlice<UInt8>) -> Int {
    octets.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
