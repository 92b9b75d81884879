import Foundation

/// An IPv4 or IPv6 address as octets. One that maps IPv4 into IPv6 is taken as the IPv4 it stands for, because that is how a
/// socket which serves both reports a peer.
public struct IPAddress: Hashable, Sendable {
  /// 4 or 16, in network order.
  public let octets: [UInt8]

  /// The address written as `text` (RFC 4291 §2.2; dotted decimal for IPv4), or nil.
  public init?(_ text: String) {
    let isVersion6 = text.contains(":")
    var octets = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
    guard inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &octets) == 1 else { return nil }
    let mapping: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
    self.octets = octets.starts(with: mapping) ? Array(octets.dropFirst(12)) : octets
  }

  /// 127.0.0.0/8 and ::1.
  public var isLoopback: Bool {
    octets.count == 4 ? octets[0] == 127 : octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
  }
}
