import Foundation

/// A socket that was handed over at the start of the program.
enum InheritedSocket {
  /// Throws unless it is a stream socket that listens: what only is bound would never be heard of again.
  static func check(_ descriptor: CInt) throws(ListenerError) {
    guard option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue),
      option(SO_ACCEPTCONN, of: descriptor) == 1
    else { throw .notListening(descriptor) }
  }

  private static func option(_ name: CInt, of descriptor: CInt) -> CInt? {
    var value: CInt = 0
    var size = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
  }
}
