import Foundation
import NIOSSL
import Synchronization

/// A certificate chain and its private key, which can be read again while connections that use them go on.
/// Promise: a connection keeps what it began with; a new one gets what was last read whole and right.
public final class ServerCertificate: Sendable {
  /// The file of the chain: the server's own certificate first, in PEM.
  public let chain: String
  /// The file of the private key, in PEM.
  public let privateKey: String
  private let current: Mutex<Current>

  /// What new connections get. A context of its own for each reading: a session that was begun under an older one cannot be
  /// resumed, so whoever comes back sees the new certificate.
  private struct Current {
    var context: NIOSSLContext
    var notAfter: Date
  }

  /// Reads both files; throws when they are not a certificate and its key, or everybody may read the key.
  public init(chain: String, privateKey: String) throws(CertificateError) {
    self.chain = chain
    self.privateKey = privateKey
    current = Mutex(try Self.read(chain: chain, privateKey: privateKey))
  }

  /// Reads both files again. When it throws, everything stays as it was; so it may be called between the replacement of one
  /// file and of the other, and again after it.
  public func reload() throws(CertificateError) {
    let new = try Self.read(chain: chain, privateKey: privateKey)
    current.withLock { $0 = new }
  }

  /// The last moment at which the server's own certificate is valid (RFC 5280 §4.1.2.5), of what new connections get now.
  public var notAfter: Date { current.withLock { $0.notAfter } }

  /// For the next connection.
  var context: NIOSSLContext { current.withLock { $0.context } }

  private static func read(chain: String, privateKey: String) throws(CertificateError) -> Current {
    let certificates = try certificates(chain)
    guard let own = certificates.first else { throw .noCertificate(file: chain) }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) },
      privateKey: .privateKey(try key(privateKey)))
    configuration.minimumTLSVersion = .tlsv12
    guard let context = try? NIOSSLContext(configuration: configuration) else {
      throw .keyOfAnother(chain: chain, privateKey: privateKey)
    }
    return Current(
      context: context, notAfter: Date(timeIntervalSince1970: TimeInterval(own.notValidAfter)))
  }

  private static func certificates(_ chain: String) throws(CertificateError) -> [NIOSSLCertificate] {
    let bytes = try CertificateFile(path: chain).bytes(isSecret: false)
    do { return try NIOSSLCertificate.fromPEMBytes(bytes) } catch { throw .noCertificate(file: chain) }
  }

  private static func key(_ privateKey: String) throws(CertificateError) -> NIOSSLPrivateKey {
    let bytes = try CertificateFile(path: privateKey).bytes(isSecret: true)
    do { return try NIOSSLPrivateKey(bytes: bytes, format: .pem) } catch {
      throw .noPrivateKey(file: privateKey)
    }
  }
}
