import Foundation
import Testing

@testable import Domain

struct SecretDigestTests {
  /// FIPS 180-2, appendix B.1.
  @Test func `a digest is SHA-256 in hexadecimal`() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SecretDigest(of: "abc").text == expected)
    #expect(SecretDigest(ofBytes: Array("abc".utf8)).text == expected)
    #expect(SecretDigest(stored: expected) == SecretDigest(of: "abc"))
    #expect(SecretDigest(of: "abd") != SecretDigest(of: "abc"))
  }

  @Test func `hexadecimal survives a round trip`() {
    let all = (0...255).map { UInt8($0) }
    let text = Hexadecimal.encode(all)
    #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
    #expect(Hexadecimal.decode(text) == all)
    #expect(Hexadecimal.decode("") == [])
  }

  @Test(arguments: ["0", "abc", "0g", "zz", " 1", "1 ", "0x", "é", "\0\0", "-0", "+f", "0+"])
  func `what is no hexadecimal is refused`(text: String) {
    #expect(Hexadecimal.decode(text) == nil)
  }
}
