import Domain
import Foundation
import Testing

/// Real zone files, so that no test depends on the tzdata of the machine it runs on.
enum ZoneSamples {
  static let zones = slim.keys.sorted()

  static func bytes(_ zone: String) throws -> [UInt8] { try decoded(slim[zone]) }

  static func file(_ zone: String) throws -> ZoneFile { try ZoneFile(bytes: bytes(zone)) }

  static func decoded(_ text: String?) throws -> [UInt8] {
    let encoded = try #require(text)
    return Array(try #require(Data(base64Encoded: encoded, options: .ignoreUnknownCharacters)))
  }
}
