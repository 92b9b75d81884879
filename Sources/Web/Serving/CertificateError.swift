/// Why a certificate and its private key cannot be used; each names the file.
public enum CertificateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file cannot be opened or read, for this reason.
  case unreadable(file: String, reason: String)
  /// The file of the private key may be read by everybody on this machine.
  case readByEverybody(file: String)
  /// The file holds no certificate in PEM (RFC 7468), or a damaged one.
  case noCertificate(file: String)
  /// The file holds no private key in PEM, a damaged one, or one that takes a passphrase.
  case noPrivateKey(file: String)
  /// The first certificate of the chain was made for another key.
  case keyOfAnother(chain: String, privateKey: String)

  /// One line for the operator.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .readByEverybody(let file): "\(file) may be read by everybody: chmod o-rwx \(file)"
    case .noCertificate(let file): "\(file) holds no certificate in PEM"
    case .noPrivateKey(let file): "\(file) holds no private key in PEM that needs no passphrase"
    case .keyOfAnother(let chain, let privateKey):
      "\(privateKey) is not the private key of the first certificate in \(chain)"
    }
  }
}
