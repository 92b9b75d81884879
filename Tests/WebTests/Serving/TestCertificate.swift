import Crypto
import Foundation
import X509

@testable import Web

/// A self-signed certificate and its key, made for one test.
struct TestCertificate {
  let chain: String
  let key: String
  /// As a client sees it.
  let bytes: [UInt8]

  init(name: String = "localhost", notAfter: Date = Date(timeIntervalSince1970: 4_000_000_000)) throws {
    let key = P256.Signing.PrivateKey()
    let signer = Certificate.PrivateKey(key)
    let subject = try DistinguishedName { CommonName(name) }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: signer.publicKey,
      notValidBefore: Date(timeIntervalSince1970: 1_000_000_000), notValidAfter: notAfter, issuer: subject,
      subject: subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: Certificate.Extensions(),
      issuerPrivateKey: signer)
    let pem = try certificate.serializeAsPEM()
    chain = pem.pemString + "\n"
    bytes = pem.derBytes
    self.key = key.pemRepresentation
  }

  /// Puts both files where a `ServerCertificate` reads them.
  func write(to folder: ScratchFolder) {
    folder.write(chain, to: "chain.pem")
    folder.write(key, to: "key.pem")
  }
}

extension ServerCertificate {
  convenience init(in folder: ScratchFolder) throws {
    try self.init(chain: folder.file("chain.pem"), privateKey: folder.file("key.pem"))
  }
}
