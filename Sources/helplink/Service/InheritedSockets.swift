import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Sockets that the service manager opened and listens on for us (socket activation, sd_listen_fds(3)): with them the
/// daemon may listen on port 443 without a privilege, and no visitor is refused while it starts anew.
struct InheritedSockets: Equatable, Sendable {
  /// What a socket can be for, by the name in `FileDescriptorName=`.
  private enum Use: String, CaseIterable {
    case site, control

    var families: [CInt] { self == .site ? [AF_INET, AF_INET6] : [AF_UNIX] }
    var words: String { self == .site ? "a listening TCP socket" : "a listening Unix stream socket" }
  }

  private var descriptors: [Use: CInt] = [:]

  /// The site's, or nil: the daemon opens `http.listen` itself.
  var site: CInt? { descriptors[.site] }
  /// That of commands, or nil: the daemon makes `control` itself.
  var control: CInt? { descriptors[.control] }

  /// Where the protocol's descriptors begin: behind those of input, output and errors.
  private static let first: CInt = 3

  /// Takes what was left for this process; nothing when nothing was. Throws a line for the operator for every socket that
  /// has no use here. No program that we start will have any of them, whatever is thrown.
  static func take(
    environment: [String: String], first: CInt = first, process: Int32 = getpid()
  ) throws(Failure) -> InheritedSockets {
    guard let owner = environment["LISTEN_PID"], Int32(owner) == process else { return InheritedSockets() }
    let count = try count(environment)
    let descriptors = (0..<count).map { first + CInt($0) }
    for descriptor in descriptors { closeInPrograms(descriptor) }
    let names = try names(environment, count: count)
    var sockets = InheritedSockets()
    var mistakes: [String] = []
    for (descriptor, name) in zip(descriptors, names) {
      if let mistake = sockets.put(descriptor, named: name) { mistakes.append(mistake) }
    }
    guard mistakes.isEmpty else { throw .configuration(mistakes.joined(separator: "\n")) }
    return sockets
  }

  /// Says what is wrong with a socket, or keeps it.
  private mutating func put(_ descriptor: CInt, named name: String) -> String? {
    guard let use = Use(rawValue: name) else {
      let known = Use.allCases.map(\.rawValue).joined(separator: " or ")
      return "systemd passed a socket named \(name): FileDescriptorName= must be \(known)"
    }
    guard descriptors[use] == nil else {
      return "systemd passed two sockets named \(name): its unit must have one ListenStream="
    }
    guard let socket = ListeningSocket(descriptor), use.families.contains(socket.family) else {
      return "the socket that systemd passed as \(name) must be \(use.words): ListenStream="
    }
    descriptors[use] = descriptor
    return nil
  }

  private static func count(_ environment: [String: String]) throws(Failure) -> Int {
    guard let count = Int32(environment["LISTEN_FDS"] ?? ""), count > 0, count <= 64 else {
      throw .configuration("LISTEN_FDS must be the number of sockets that were passed")
    }
    return Int(count)
  }

  private static func names(_ environment: [String: String], count: Int) throws(Failure) -> [String] {
    let names = environment["LISTEN_FDNAMES"]?.split(separator: ":", omittingEmptySubsequences: false)
    guard let names, names.count == count else {
      throw .configuration("LISTEN_FDNAMES must name each socket that was passed: set FileDescriptorName=")
    }
    return names.map(String.init)
  }

  private static func closeInPrograms(_ descriptor: CInt) {
    let flags = fcntl(descriptor, F_GETFD)
    if flags >= 0 { _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) }
  }
}
