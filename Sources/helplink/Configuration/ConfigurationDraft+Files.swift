import Foundation
import Mail
import Web

/// What the keys of a configuration name, looked at and left as it is.
extension ConfigurationDraft {
  /// Reports files and folders that are not there or are not what their key takes, each where its key was written.
  mutating func lookAtFiles() {
    guard let places else { return }
    if let state = places.state, Self.isThere(state), !Self.isFolder(state) {
      report("state", "\(state): is a file, not a folder")
    }
    lookAtFolder(places.folders.templates, of: "templates")
    lookAtFolder(places.folders.schedules, of: "schedules")
    lookAtFolder(places.folders.data, of: "data")
    lookAtFolder(places.control.map(Self.parent), of: "control")
    lookAtFolder(places.maildir.flatMap { Self.isThere($0) ? $0 : Self.parent($0) }, of: "mail.maildir")
    lookAtAuthorities(places.authorities)
    lookAtCertificate(places)
  }

  private mutating func lookAtFolder(_ path: String?, of key: String) {
    guard let path, !leavesToSystemd(path, of: key) else { return }
    do { _ = try WrittenFile.names(in: path) } catch { report(key, "\(path): \(error.message)") }
  }

  private mutating func lookAtAuthorities(_ path: String?) {
    let key = "mail.smtp.ca"
    guard let path, !leavesToSystemd(path, of: key) else { return }
    do throws(WrittenFile.Refusal) {
      let text = try WrittenFile.text(at: path)
      if !text.contains("-----BEGIN ") { report(key, "\(path): holds no certificate in PEM") }
    } catch { report(key, "\(path): \(error.message)") }
  }

  /// A pair can only be judged when both files can be read.
  private mutating func lookAtCertificate(_ places: Places) {
    guard let certificate = places.certificate, let privateKey = places.privateKey else { return }
    let isLeft = [
      leavesToSystemd(certificate, of: "http.tls.certificate"),
      leavesToSystemd(privateKey, of: "http.tls.private-key"),
    ]
    guard !isLeft.contains(true) else { return }
    let before = mistakes.count
    lookAtFile(certificate, of: "http.tls.certificate")
    lookAtFile(privateKey, of: "http.tls.private-key")
    guard mistakes.count == before else { return }
    do throws(CertificateError) {
      _ = try ServerCertificate(chain: certificate, privateKey: privateKey)
    } catch {
      report(error.file == certificate ? "http.tls.certificate" : "http.tls.private-key", error.description)
    }
  }

  /// What it holds is judged with the other.
  private mutating func lookAtFile(_ path: String, of key: String) {
    do { _ = try WrittenFile.text(at: path) } catch {
      if error.line == nil { report(key, "\(path): \(error.message)") }
    }
  }

  /// systemd makes `RuntimeDirectory=` and credentials when it starts the daemon: by hand they cannot be looked at.
  private mutating func leavesToSystemd(_ path: String, of key: String) -> Bool {
    guard path.hasPrefix("/run/"), !FileManager.default.isReadableFile(atPath: path) else { return false }
    unseen.append("\(key): \(path) is made when systemd starts the daemon, and was not looked at")
    return true
  }

  private static func parent(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension CertificateError {
  /// The file that it is about; of two that do not match, the private key.
  fileprivate var file: String {
    switch self {
    case .unreadable(let file, _), .readByEverybody(let file), .noCertificate(let file),
      .noPrivateKey(let file),
      .keyOfAnother(_, let file):
      file
    }
  }
}
