import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate for localhost that nobody trusts, made for one run of the demo.
enum DemoCertificate {
  /// Writes `certificate.pem` and `key.pem` into a folder and returns their paths.
  static func make(in folder: String, now: Date) throws -> (chain: String, privateKey: String) {
    let key = P256.Signing.PrivateKey()
    let signer = Certificate.PrivateKey(key)
    let name = try DistinguishedName { CommonName("localhost") }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: signer.publicKey,
      notValidBefore: now - 3_600, notValidAfter: now + 30 * 86_400, issuer: name, subject: name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        SubjectAlternativeNames([
          .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
        ])
      }, issuerPrivateKey: signer)
    let chain = folder + "/certificate.pem"
    let privateKey = folder + "/key.pem"
    try certificate.serializeAsPEM().pemString.write(toFile: chain, atomically: true, encoding: .utf8)
    guard
      FileManager.default.createFile(
        atPath: privateKey, contents: Data(key.pemRepresentation.utf8), attributes: [.posixPermissions: 0o600]
      )
    else { throw Failure("\(privateKey) cannot be written") }
    return (chain, privateKey)
  }
}
