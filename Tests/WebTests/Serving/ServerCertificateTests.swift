import Foundation
import Testing

@testable import Web

struct ServerCertificateTests {
  private let folder: ScratchFolder
  private let first: TestCertificate

  init() throws {
    folder = try ScratchFolder()
    first = try TestCertificate(notAfter: Date(timeIntervalSince1970: 2_000_000_000))
    first.write(to: folder)
  }

  @Test func `says when the first certificate of the chain ends, again after it was replaced`() throws {
    folder.write(first.chain + (try TestCertificate(name: "issuer").chain), to: "chain.pem")
    let certificate = try ServerCertificate(in: folder)
    #expect(certificate.notAfter == Date(timeIntervalSince1970: 2_000_000_000))
    try TestCertificate(notAfter: Date(timeIntervalSince1970: 2_100_000_000)).write(to: folder)
    try certificate.reload()
    #expect(certificate.notAfter == Date(timeIntervalSince1970: 2_100_000_000))
  }

  /// What can be wrong with two files, and what is said of it.
  enum Wrong: CaseIterable {
    case chainMissing, chainEmpty, chainDamaged, chainIsKey, keyMissing, keyEmpty, keyDamaged, keyIsChain,
      keyOfAnother, keyForAll, keyIsFolder
  }

  @Test(arguments: Wrong.allCases)
  func `wrong files are refused, naming the file`(wrong: Wrong) throws {
    let expected = try spoil(wrong)
    #expect(throws: expected) { try ServerCertificate(in: folder) }
  }

  @Test(arguments: Wrong.allCases)
  func `reading wrong files again changes nothing, and right ones are taken after it`(wrong: Wrong) throws {
    let certificate = try ServerCertificate(in: folder)
    let (context, notAfter) = (certificate.context, certificate.notAfter)
    let expected = try spoil(wrong)
    #expect(throws: expected) { try certificate.reload() }
    #expect(certificate.context === context && certificate.notAfter == notAfter)
    try? FileManager.default.removeItem(atPath: folder.file("key.pem"))
    try TestCertificate().write(to: folder)
    try certificate.reload()
    #expect(certificate.context !== context && certificate.notAfter > notAfter)
  }

  @Test(arguments: [
    (0o600, true), (0o640, true), (0o400, true), (0o644, false), (0o604, false), (0o666, false),
  ])
  func `a key that everybody may read is refused, and the line says what to type`(mode: Int, fits: Bool)
    throws
  {
    folder.write(first.key, to: "key.pem", mode: mode)
    let key = folder.file("key.pem")
    guard !fits else {
      _ = try ServerCertificate(in: folder)
      return
    }
    let refused = CertificateError.readByEverybody(file: key)
    #expect(throws: refused) { try ServerCertificate(in: folder) }
    #expect("\(refused)" == "\(key) may be read by everybody: chmod o-rwx \(key)")
  }

  private func spoil(_ wrong: Wrong) throws -> CertificateError {
    let (chain, key) = (folder.file("chain.pem"), folder.file("key.pem"))
    let missing = "No such file or directory"
    switch wrong {
    case .chainMissing: try FileManager.default.removeItem(atPath: chain)
    case .chainEmpty: folder.write("", to: "chain.pem")
    case .chainDamaged: folder.write(first.chain.replacing("M", with: "#"), to: "chain.pem")
    case .chainIsKey: folder.write(first.key, to: "chain.pem")
    case .keyMissing: try FileManager.default.removeItem(atPath: key)
    case .keyEmpty: folder.write("", to: "key.pem")
    case .keyDamaged: folder.write(first.key.replacing("M", with: "#"), to: "key.pem")
    case .keyIsChain: folder.write(first.chain, to: "key.pem")
    case .keyOfAnother: folder.write(try TestCertificate().key, to: "key.pem")
    case .keyForAll: folder.write(first.key, to: "key.pem", mode: 0o604)
    case .keyIsFolder:
      try FileManager.default.removeItem(atPath: key)
      try FileManager.default.createDirectory(
        atPath: key, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
    switch wrong {
    case .chainMissing: return .unreadable(file: chain, reason: missing)
    case .keyMissing: return .unreadable(file: key, reason: missing)
    case .chainEmpty, .chainDamaged, .chainIsKey: return .noCertificate(file: chain)
    case .keyEmpty, .keyDamaged, .keyIsChain: return .noPrivateKey(file: key)
    case .keyOfAnother: return .keyOfAnother(chain: chain, privateKey: key)
    case .keyForAll: return .readByEverybody(file: key)
    case .keyIsFolder: return .unreadable(file: key, reason: "Is a directory")
    }
  }
}
