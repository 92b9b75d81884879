import Domain
import Foundation
import Mail
import Store

/// The folder of the key ring: one line a key in the file `ring`, its number and 64 hexadecimal digits. The highest number
/// signs; remove a line only when the links it signed have expired, and knowing that addresses which it hashed are written to
/// again.
enum KeyFolder {
  /// The credential that goes before the folder's ring.
  static let credential = "keys.ring"

  /// The ring: the credential when there is one, else the folder's. On first start, before there is a database, the folder
  /// (0700) and a first key are made; later a ring that is missing is never made anew, because every link would break.
  static func load(_ path: String, credentials: String?, database: String) throws -> KeyRing {
    try StateFolder.make(path)
    if let ring = try existing(path, credentials: credentials, database: database) { return ring }
    let file = path + "/ring"
    try makeFirstKey(file)
    return try read(file)
  }

  /// The ring that is there; nil before the first start. Makes nothing.
  static func existing(_ path: String, credentials: String?, database: String) throws -> KeyRing? {
    if let file = credentials.map({ $0 + "/" + credential }), FileManager.default.fileExists(atPath: file) {
      return try read(file)
    }
    let file = path + "/ring"
    if FileManager.default.fileExists(atPath: file) { return try read(file) }
    guard !FileManager.default.fileExists(atPath: database) else {
      throw Failure.configuration(
        "\(file): is missing, though there is a database: restore it from a backup, or pass it as the credential \(credential)"
      )
    }
    return nil
  }

  /// A ring for looking at samples, from which no link is ever sent.
  static var throwaway: KeyRing {
    get throws { try ring("1 " + String(repeating: "0", count: 64), file: "") }
  }

  private static func read(_ file: String) throws -> KeyRing {
    let text: String
    do throws(SecretFile.Refusal) { text = try SecretFile.text(at: file) } catch {
      throw Failure.configuration(error)
    }
    return try ring(text, file: file)
  }

  static func ring(_ text: String, file: String) throws -> KeyRing {
    var keys: [UInt8: [UInt8]] = [:]
    var mistakes: [String] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let words = line.split(separator: " ")
      guard words.count == 2, let id = UInt8(words[0]), let key = Hexadecimal.decode(words[1]),
        key.count == 32,
        keys[id] == nil
      else {
        mistakes.append(
          "\(file):\(number + 1): a key is a number from 0 to 255, once, and 64 hexadecimal digits")
        continue
      }
      keys[id] = key
    }
    guard mistakes.isEmpty else { throw Failure.configuration(mistakes.joined(separator: "\n")) }
    guard let ring = KeyRing(keys) else {
      throw Failure.configuration("\(file): holds no key; restore it from a backup")
    }
    return ring
  }

  /// On disk before anything is signed with it.
  private static func makeFirstKey(_ file: String) throws {
    do throws(DurableFile.Failure) {
      try DurableFile.replace(file, with: Array("1 \(newKey())\n".utf8))
    } catch { throw Failure("\(file) cannot be written: \(error)") }
  }

  /// 64 hexadecimal digits by chance.
  static func newKey() -> String {
    var chance = Chance()
    return Hexadecimal.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &chance) })
  }
}
