import Testing

@testable import Domain

struct AddressRangeTests {
  @Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.0.0.7", "10.0.0.7", true),
    ("10.0.0.7", "10.0.0.6", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false),
    ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("10.0.0.128/25", "10.0.0.127", false),
    ("10.0.0.128/25", "10.0.0.255", true), ("10.0.0.0/8", "::ffff:10.1.2.3", true), ("::1", "::1", true),
  ])
  func `a block holds the addresses that share its first bits`(range: String, address: String, isInside: Bool)
    throws
  {
    let range = try #require(AddressRange(range))
    let address = try #require(IPAddress(address))
    #expect(range.contains(address) == isInside)
  }

  @Test(arguments: [
    "", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "fd00::/129", "proxy",
    "010.0.0.256", " 10.0.0.1",
  ])
  func `what is no address or block is refused`(text: String) {
    #expect(AddressRange(text) == nil)
  }
}
