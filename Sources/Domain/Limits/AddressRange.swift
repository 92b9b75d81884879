/// A block of addresses that share their first bits, or a single one.
public struct AddressRange: Hashable, Sendable {
  /// Any address of the block.
  public let base: IPAddress
  /// How many bits all have in common: 0 to 32, or to 128.
  public let bits: Int

  /// The range written as `192.0.2.7`, `10.0.0.0/8` or `fd00::/8` (RFC 4632 §3.1), or nil.
  public init?(_ text: String) {
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
  public func contains(_ address: IPAddress) -> Bool {
    guard address.octets.count == base.octets.count else { return false }
    return zip(base.octets, address.octets).enumerated().allSatisfy { index, pair in
      let counted = min(max(bits - index * 8, 0), 8)
      return (pair.0 ^ pair.1) >> UInt8(8 - counted) == 0
    }
  }
}
