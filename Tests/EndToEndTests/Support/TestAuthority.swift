import Foundation
import Testing

/// A certificate authority that only one test believes, and a certificate of its for 127.0.0.1, all made by
/// openssl.
struct TestAuthority: Sendable {
  /// Files in PEM.
  let authority: String
  let certificate: String
  let privateKey: String

  init(in scratch: Scratch) async throws {
    authority = scratch.path("ca.pem")
    certificate = scratch.path("server.pem")
    privateKey = scratch.path("server.key")
    let request = scratch.path("server.csr")
    let authorityKey = scratch.path("ca.key")
    let names = try scratch.write("server.ext", "subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    try await Self.openssl(
      [
        "req", "-x509", "-days", "2", "-subj", "/CN=Test authority", "-keyout", authorityKey, "-out",
        authority,
      ] + newKey,
      in: scratch)
    try await Self.openssl(
      ["req", "-subj", "/CN=localhost", "-keyout", privateKey, "-out", request] + newKey, in: scratch)
    try await Self.openssl(
      [
        "x509", "-req", "-days", "2", "-in", request, "-CA", authority, "-CAkey", authorityKey,
        "-CAcreateserial",
        "-extfile", names, "-out", certificate,
      ], in: scratch)
  }

  private static func openssl(_ arguments: [String], in scratch: Scratch) async throws {
    let ended = try await Program.run("/usr/bin/openssl", arguments, in: scratch)
    try #require(ended.code == 0, "openssl \(arguments[0]): \(ended.errors)")
  }
}
