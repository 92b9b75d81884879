/// The URL that libcurl is given: the relay, and the name to say hello with as its path.
enum SMTPAddress {
  /// Puts both together, refusing anything but a scheme, a host and a port.
  static func url(_ settings: SMTPSettings) throws(TransportError) -> String {
    guard let scheme = ["smtp://", "smtps://"].first(where: settings.url.hasPrefix) else { throw .url }
    var authority = settings.url.dropFirst(scheme.count)
    if authority.last == "/" { authority.removeLast() }
    guard !authority.isEmpty, authority.utf8.allSatisfy({ isHostOctet($0) }) else { throw .url }
    guard let name = settings.helloName else { return "\(scheme)\(authority)" }
    guard (1...255).contains(name.utf8.count), name.utf8.allSatisfy({ isHostOctet($0) }) else {
      throw .helloName
    }
    return "\(scheme)\(authority)/\(name)"
  }

  private static func isHostOctet(_ octet: UInt8) -> Bool {
    octet.isLetterOrDigit || ".-:[]".utf8.contains(octet)
  }
}
