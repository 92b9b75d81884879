import Foundation

/// An IPv4 or IPv6 address as octets. One that maps IPv4 into IPv6 is taken as the IPv4 it stands for, because that is how a
/// socket which serves both reports a peer.
struct IPAddress: Hashable, Sendable {
  /// 4 or 16, in network order.
  let octets: [UInt8]

  /// The address written as `text` (RFC 4291 §2.2; dotted decimal for IPv4), or nil.
  init?(_ text: String) {
    let isVersion6 = text.contains(":")
    var octets = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
    guard inet_pton(isVersion6 ? AF_INET6 : AF_INET, text, &octets) == 1 else { return nil }
    let mapping: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
    self.octets = octets.starts(with: mapping) ? Array(octets.dropFirst(12)) : octets
  }

  /// 127.0.0.0/8 and ::1.
  var isLoopback: Bool {
    octets.count == 4 ? octets[0] == 127 : octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
  }
}

/// A block of addresses that share their first bits, or a single one.
struct AddressRange: Hashable, Sendable {
  /// Any address of the block.
  let base: IPAddress
  /// How many bits all have in common: 0 to 32, or to 128.
  let bits: Int

  /// The range written as `192.0.2.7`, `10.0.0.0/8` or `fd00::/8` (RFC 4632 §3.1), or nil.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let base = IPAddress(String(parts[0])) else { return nil }
    self.base = base
    guard parts.count == 2 else {
      bits = base.octets.count * 8
      return
    }
    guard let bits = UInt8(parts[1]).map(Int.init), bits <= base.octets.count * 8 else { return nil }
    self.bits = bits
  }

  /// Whether an address lies in the block. Never true between the two versions.
  func contains(_ address: IPAddress) -> Bool {
    guard address.octets.count == base.octets.count else { return false }
    return zip(base.octets, address.octets).enumerated().allSatisfy { index, pair in
      let counted = min(max(bits - index * 8, 0), 8)
      return (pair.0 ^ pair.1) >> UInt8(8 - counted) == 0
    }
  }
}
