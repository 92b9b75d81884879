import Foundation

/// Where the daemon listens.
struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
  /// An address or a name, IPv6 without brackets.
  var host: String
  /// 0: any that is free.
  var port: Int

  /// The address written as `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`; the port may not be left out.
  init?(_ text: String) {
    guard let (host, port) = HostName.split(text), let port else { return nil }
    self.init(host: host, port: port)
  }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  var isLoopback: Bool { HostName.isLoopback(host) }
  var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}

/// The mail server that a `smtp://` or `smtps://` URL names.
struct RelayAddress: Equatable, Sendable {
  var host: String
  /// 1 to 65535; 25 for `smtp`, 465 for `smtps` when the URL names none (RFC 5321, RFC 8314).
  var port: Int
  /// TLS from the first octet (`smtps`) instead of STARTTLS.
  var isImplicitTLS: Bool

  /// Reads a URL of scheme, host and perhaps a port. A user, a path or anything else makes it nil.
  init?(_ text: String) {
    guard let separator = text.range(of: "://") else { return nil }
    switch text[..<separator.lowerBound].lowercased() {
    case "smtp": isImplicitTLS = false
    case "smtps": isImplicitTLS = true
    default: return nil
    }
    guard let (host, port) = HostName.split(String(text[separator.upperBound...])), port != 0 else {
      return nil
    }
    self.host = host
    self.port = port ?? (isImplicitTLS ? 465 : 25)
  }

  var isLoopback: Bool { HostName.isLoopback(host) }
  /// As libcurl wants it.
  var url: String {
    (isImplicitTLS ? "smtps://" : "smtp://") + ListenAddress(host: host, port: port).description
  }
}

/// Where browsers reach the site.
struct SiteAddress: Equatable, Sendable, CustomStringConvertible {
  /// The URL as text, without a slash at its end.
  let text: String
  /// The name in it, IPv6 without brackets.
  let host: String
  let isHTTPS: Bool

  /// Reads `https://help.example`, or `http://` for this machine. Nil for anything else, also for a path.
  init?(_ text: String) {
    isHTTPS = text.hasPrefix("https://")
    guard isHTTPS || text.hasPrefix("http://") else { return nil }
    guard let (host, port) = HostName.split(String(text.dropFirst(isHTTPS ? 8 : 7))), port != 0 else {
      return nil
    }
    guard isHTTPS || HostName.isLoopback(host) else { return nil }
    self.host = host
    self.text = text
  }

  var description: String { text }
}
