import Foundation
import NIOCore

/// A listening Unix socket of a path.
/// Promise: at no moment does the file grant more than its mode, and nobody can connect before it grants that; what was left
/// behind by a killed program is replaced in one step, what is alive or no socket is left alone.
struct UnixSocket {
  /// Listening; whoever adopts it closes it.
  let descriptor: CInt
  private let path: String
  private let file: File

  /// A file, by more than its name.
  private struct File: Equatable {
    var device: dev_t
    var inode: ino_t
    var isSocket: Bool
  }

  /// Made under a name of its own and then renamed: the path always names a socket on which somebody listens.
  init(path: String, mode: mode_t) throws(ListenerError) {
    try Self.checkFree(path)
    let new = path + "~"
    guard let address = try? SocketAddress(unixDomainSocketPath: new) else { throw .pathTooLong(path) }
    let place = Listener.Place.path(path, mode: mode)
    let descriptor = socket(AF_UNIX, Self.kind, 0)
    guard descriptor >= 0 else { throw .refused(place, errno) }
    unlink(new)
    guard Self.listen(descriptor, address, new, mode), rename(new, path) == 0, let file = Self.file(path)
    else {
      let code = errno
      unlink(new)
      close(descriptor)
      throw .refused(place, code)
    }
    self.descriptor = descriptor
    self.path = path
    self.file = file
  }

  /// Removes the file, unless it has become another's.
  func remove() {
    if Self.file(path) == file { unlink(path) }
  }

  /// On Linux a socket's own mode, less the umask, is that of the file `bind` makes, so it never grants more; what the umask
  /// took away is given back before `listen`, until which every `connect` is refused.
  private static func listen(_ descriptor: CInt, _ address: SocketAddress, _ name: String, _ mode: mode_t)
    -> Bool
  {
    fchmod(descriptor, mode) == 0
      && address.withSockAddr { bind(descriptor, $0, socklen_t($1)) == 0 }
      && chmod(name, mode) == 0 && Foundation.listen(descriptor, Server.backlog) == 0
  }

  private static let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

  private static func checkFree(_ path: String) throws(ListenerError) {
    guard let file = file(path) else { return }
    guard file.isSocket else { throw .notASocket(path) }
    guard !isAnswered(path) else { throw .pathInUse(path) }
  }

  /// A socket whose program has gone refuses; anything else is somebody's.
  private static func isAnswered(_ path: String) -> Bool {
    let caller = socket(AF_UNIX, kind | CInt(SOCK_NONBLOCK.rawValue), 0)
    defer { close(caller) }
    guard let address = try? SocketAddress(unixDomainSocketPath: path) else { return false }
    let result = address.withSockAddr { connect(caller, $0, socklen_t($1)) }
    return result == 0 || (errno != ECONNREFUSED && errno != ENOENT)
  }

  private static func file(_ path: String) -> File? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return File(
      device: status.st_dev, inode: status.st_ino, isSocket: status.st_mode & S_IFMT == S_IFSOCK)
  }
}
