import Domain
import Foundation

extension Operations {
  /// A new key signs from now on; a daemon takes it up at once.
  func rotateKeys() async throws -> Report {
    struct Facts: Encodable {
      var key: Int
      var file: String
    }
    let rotated = try KeyFolder.rotate(configuration.keys)
    daemon?.takeUp(rotated.keys)
    let facts = Facts(key: Int(rotated.keys.currentID), file: rotated.file)
    return try Report(
      facts,
      text:
        "key \(facts.key) of \(facts.file) signs from now on; what earlier keys signed works until it expires. Back the file up."
    )
  }
}
