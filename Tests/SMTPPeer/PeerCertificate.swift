import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// An authority of a test's own and a certificate that it signed.
public struct PeerCertificate: Sendable {
  /// The authority, in PEM: what a client is told to trust.
  public let authority: String
  private let chain: [NIOSSLCertificateSource]
  private let key: NIOSSLPrivateKey

  /// A certificate for a host name or an IPv4 address, valid until then.
  public init(for host: String, until: Date = Date(timeIntervalSince1970: 4_000_000_000)) throws {
    let root = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let rootName = try DistinguishedName { CommonName("authority \(UUID().uuidString)") }
    let authority = try Self.certificate(
      rootName, key: root.publicKey, until: until + 3_600, issuer: rootName, signer: root,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
      })
    let key = P256.Signing.PrivateKey()
    let names: GeneralName = Self.octets(host).map { .ipAddress($0) } ?? .dnsName(host)
    let leaf = try Self.certificate(
      try DistinguishedName { CommonName(host) }, key: Certificate.PrivateKey(key).publicKey, until: until,
      issuer: rootName, signer: root,
      extensions: try Certificate.Extensions { SubjectAlternativeNames([names]) })
    self.authority = try authority.serializeAsPEM().pemString + "\n"
    chain = try NIOSSLCertificate.fromPEMBytes(Array(leaf.serializeAsPEM().pemString.utf8)).map {
      .certificate($0)
    }
    self.key = try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem)
  }

  /// What a server shows.
  public func context() throws -> NIOSSLContext {
    try NIOSSLContext(
      configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
  }

  private static func certificate(
    _ subject: DistinguishedName, key: Certificate.PublicKey, until: Date, issuer: DistinguishedName,
    signer: Certificate.PrivateKey, extensions: Certificate.Extensions
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key,
      notValidBefore: Date(timeIntervalSince1970: 1_000_000_000), notValidAfter: until, issuer: issuer,
      subject: subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: signer
    )
  }

  private static func octets(_ host: String) -> ASN1OctetString? {
    let octets = host.split(separator: ".").compactMap { UInt8($0) }
    return octets.count == 4 ? ASN1OctetString(contentBytes: octets[...]) : nil
  }
}
