import Foundation

/// A file of a certificate or of a private key.
struct CertificateFile {
  let path: String

  /// What it holds. A secret that everybody may read is refused; asked of the open file, so that it is this one that is judged.
  func bytes(isSecret: Bool) throws(CertificateError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    if isSecret, status.st_mode & S_IROTH != 0 { throw .readByEverybody(file: path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw unreadable(EISDIR) }
    do { return [UInt8](try handle.readToEnd() ?? Data()) } catch {
      throw .unreadable(file: path, reason: error.localizedDescription)
    }
  }

  private func unreadable(_ code: CInt) -> CertificateError {
    .unreadable(file: path, reason: String(cString: strerror(code)))
  }
}
