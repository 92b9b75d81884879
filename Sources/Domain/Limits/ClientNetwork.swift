import Foundation

/// Where a request comes from, as far as limits count: an IPv4 address, or the /64 of an IPv6 one, which is what a household
/// or a clinic is given (RFC 6177).
public struct ClientNetwork: Hashable, Sendable {
  private let octets: [UInt8]

  /// The network that an address lies in.
  public init(of address: IPAddress) { octets = Array(address.octets.prefix(8)) }

  /// The client of a request.
  ///
  /// - Parameters:
  ///   - peer: who is at the other end of the connection; nil for a Unix socket, which only a proxy on this machine reaches.
  ///   - forwardedFor: the values of `X-Forwarded-For`, in the order they came.
  ///   - proxies: those whose word is believed. Each adds the one it was asked by at the end, so the list is read from there
  ///     until somebody who is not among them; what that one claimed counts for nothing.
  public static func of(peer: IPAddress?, forwardedFor: [String], proxies: [AddressRange]) -> ClientNetwork? {
    func isProxy(_ address: IPAddress) -> Bool { proxies.contains { $0.contains(address) } }
    var known = peer
    if let peer, !isProxy(peer) { return ClientNetwork(of: peer) }
    let claimed = forwardedFor.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for claim in claimed.reversed() {
      guard let address = address(claim.trimmingCharacters(in: .whitespaces)) else { break }
      known = address
      if !isProxy(address) { break }
    }
    return known.map(ClientNetwork.init)
  }

  /// Some proxies write a port as well: `192.0.2.7:4711`, `[2001:db8::7]:4711`.
  private static func address(_ text: String) -> IPAddress? {
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      return IPAddress(String(text[text.index(after: text.startIndex)..<end]))
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return IPAddress(parts.count == 2 ? String(parts[0]) : text)
  }
}
