import COpenSSL
import Domain
import Foundation
import NIOPosix
import Store
import Synchronization

/// Stretches passwords with scrypt (RFC 7914) through libcrypto, on threads of their own: each takes a tenth of a second and
/// 32 MiB, and must hold up nobody else.
final class Passwords: Sendable {
  /// The machine has no memory left for it.
  struct Failed: Error {}

  private let count = Atomic<Int>(0)
  private let parameters: StoredPassword.Parameters
  /// What is stretched for an account that has no password, or that there is not.
  private let nobody: StoredPassword

  /// Stretches new passwords with `parameters`.
  init(parameters: StoredPassword.Parameters = .current) {
    self.parameters = parameters
    nobody = StoredPassword(
      parameters: parameters, salt: [UInt8](repeating: 0, count: 16), hash: [UInt8](repeating: 0, count: 32))
  }

  /// How many were stretched: the same for every attempt, whoever is asked for.
  var stretched: Int { count.load(ordering: .relaxed) }

  /// A new password as it is kept.
  func store(_ password: String) async throws -> StoredPassword {
    var chance = Chance()
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let hash = try await stretch(password, salt: salt, parameters: parameters, length: 32)
    return StoredPassword(parameters: parameters, salt: salt, hash: hash)
  }

  /// Whether a password was stretched otherwise than new ones are.
  func isOutdated(_ stored: StoredPassword) -> Bool { stored.isOutdated(by: parameters) }

  /// Whether `password` is the one that was stored. Without one it takes as long, and it is not.
  func isRight(_ password: String, for stored: StoredPassword?) async throws -> Bool {
    let expected = stored ?? nobody
    let hash = try await stretch(
      password, salt: expected.salt, parameters: expected.parameters, length: expected.hash.count)
    return CRYPTO_memcmp(hash, expected.hash, hash.count) == 0 && stored != nil
  }

  /// The same characters typed on another keyboard are the same password: Unicode's canonical composition (RFC 8265, section 4).
  private func stretch(
    _ password: String, salt: [UInt8], parameters: StoredPassword.Parameters, length: Int
  ) async throws -> [UInt8] {
    count.add(1, ordering: .relaxed)
    let octets = Array(password.precomposedStringWithCanonicalMapping.utf8).map { CChar(bitPattern: $0) }
    return try await NIOThreadPool.singleton.runIfActive {
      var hash = [UInt8](repeating: 0, count: length)
      let memory = 256 * parameters.cost * parameters.blockSize + (1 << 20)
      let done = EVP_PBE_scrypt(
        octets, octets.count, salt, salt.count, parameters.cost, parameters.blockSize,
        parameters.parallelism, memory, &hash, length)
      guard done == 1 else {
        ERR_clear_error()
        throw Failed()
      }
      return hash
    }
  }
}
