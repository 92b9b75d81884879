import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A file that holds a key or a password, in a folder of keys, `$CREDENTIALS_DIRECTORY` (where systemd makes files 0400)
/// or wherever a key of the configuration says.
enum SecretFile {
  /// Why a secret cannot be used. Never holds any of it.
  struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// A path and what is wrong with it.
    let description: String
  }

  /// Far more than keys and passwords need: a device or a log named by mistake is not read to its end.
  private static let largest = 1 << 20

  /// The text of a secret; refused when everybody may read or replace it. What is checked is what is read: nobody can
  /// put another file in its place meanwhile.
  static func text(at path: String) throws(Refusal) -> String {
    let descriptor = try open(path)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try check(descriptor, path)
    let content: Data?
    do { content = try file.read(upToCount: largest + 1) } catch { throw refusal(path, "cannot be read") }
    let octets = content ?? Data()
    guard octets.count <= largest else { throw refusal(path, "is too large to be a secret") }
    guard let text = String(data: octets, encoding: .utf8) else { throw refusal(path, "is not UTF-8") }
    return text
  }

  /// The same check for a file that a library will read, such as a certificate's key.
  static func check(_ path: String) throws(Refusal) {
    let descriptor = try open(path)
    defer { close(descriptor) }
    try check(descriptor, path)
  }

  /// A pipe is not waited for.
  private static func open(_ path: String) throws(Refusal) -> CInt {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor < 0 else { return descriptor }
    throw refusal(path, errno == ENOENT ? "there is no such file" : "cannot be read")
  }

  private static func check(_ descriptor: CInt, _ path: String) throws(Refusal) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw refusal(path, "is not a file")
    }
    guard facts.st_mode & (S_IROTH | S_IWOTH) == 0 else {
      let verb = facts.st_mode & S_IROTH != 0 ? "read" : "written"
      throw Refusal(description: "\(path) may be \(verb) by everybody: chmod o-rwx \(path)")
    }
  }

  private static func refusal(_ path: String, _ words: String) -> Refusal {
    Refusal(description: "\(path): \(words)")
  }
}
