import Domain
import Foundation
import Mail

extension KeyFolder {
  /// Adds a key with the next number to the folder's ring, durably: whenever the power fails, the file has all of the old or
  /// all of the new. A ring that is a credential is its owner's to change.
  static func rotate(_ path: String, credentials: String? = credentialsFolder) throws -> (
    keys: KeyRing, file: String
  ) {
    if let credentials, FileManager.default.fileExists(atPath: credentials + "/" + credential) {
      throw Failure(
        "the ring is the credential \(credential), which is read-only here: add a line to its source, the next number and 64 hexadecimal digits (openssl rand -hex 32), and restart"
      )
    }
    let file = path + "/ring"
    let text: String
    do throws(SecretFile.Refusal) { text = try SecretFile.text(at: file) } catch {
      throw Failure.configuration(error)
    }
    guard let next = UInt8(exactly: Int(try ring(text, file: file).currentID) + 1) else {
      throw Failure("\(file): holds key 255, and there is no higher number")
    }
    let line = "\(next) \(newKey())\n"
    let lines = text.isEmpty || text.hasSuffix("\n") ? text + line : text + "\n" + line
    do throws(DurableFile.Failure) { try DurableFile.replace(file, with: Array(lines.utf8)) } catch {
      throw Failure("\(file) cannot be written: \(error)")
    }
    return (try ring(lines, file: file), file)
  }

  /// Where systemd puts credentials, when it started this process.
  static var credentialsFolder: String? { ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] }
}
