import Foundation
import Testing

@testable import Domain

@Suite struct `The network a request comes from` {
  private static let proxies = ["10.0.0.0/8", "::1"].compactMap(AddressRange.init)

  private func network(_ peer: String?, _ forwarded: String..., proxies: [AddressRange] = Self.proxies)
    -> ClientNetwork?
  {
    ClientNetwork.of(
      peer: peer.flatMap { IPAddress($0) }, forwardedFor: forwarded, proxies: proxies)
  }

  private func of(_ address: String) throws -> ClientNetwork {
    ClientNetwork(of: try #require(IPAddress(address)))
  }

  @Test func `is the other end's when that is no proxy we trust, whatever it claims`() throws {
    #expect(network("203.0.113.9", "198.51.100.1") == (try of("203.0.113.9")))
    #expect(network("203.0.113.9") == (try of("203.0.113.9")))
    #expect(network("10.0.0.1", "198.51.100.1", proxies: []) == (try of("10.0.0.1")))
  }

  @Test(
    arguments: [
      (["198.51.100.1"], "198.51.100.1"),
      (["192.0.2.66, 198.51.100.1"], "198.51.100.1"),
      (["192.0.2.66", "198.51.100.1"], "198.51.100.1"),
      (["198.51.100.1, 10.1.2.3"], "198.51.100.1"),
      (["198.51.100.1, ::1,10.1.2.3"], "198.51.100.1"),
      (["192.0.2.66, 198.51.100.1:4711"], "198.51.100.1"),
      (["::ffff:198.51.100.1"], "198.51.100.1"),
      (["[2001:db8:1:2::7]:443"], "2001:db8:1:2::99"),
      (["2001:db8:1:2::7"], "2001:db8:1:2:ffff::"),
      (["garbage, 10.1.2.3"], "10.1.2.3"),
      (["198.51.100.1, unknown"], "10.0.0.1"),
      ([""], "10.0.0.1"), ([], "10.0.0.1"),
    ] as [([String], String)])
  func `is the last one that a trusted proxy did not add itself`(forwarded: [String], expected: String) throws
  {
    let peer = IPAddress("10.0.0.1")
    let found = ClientNetwork.of(peer: peer, forwardedFor: forwarded, proxies: Self.proxies)
    #expect(found == (try of(expected)))
  }

  @Test func `is what the proxy says when it speaks through a Unix socket`() throws {
    #expect(network(nil, "198.51.100.1") == (try of("198.51.100.1")))
    #expect(network(nil) == nil)
  }

  @Test func `is a whole /64 of IPv6 and a single address of IPv4`() throws {
    #expect(try of("2001:db8:1:2::1") == of("2001:db8:1:2:3:4:5:6"))
    #expect(try of("2001:db8:1:2::1") != of("2001:db8:1:3::1"))
    #expect(try of("192.0.2.1") != of("192.0.2.2"))
  }
}
