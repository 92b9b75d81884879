import Testing

@testable import Domain

struct Base32Tests {
  /// RFC 4648 §10, in lower case and without padding.
  @Test(arguments: [
    ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"), ("fooba", "mzxw6ytb"),
    ("foobar", "mzxw6ytboi"),
  ])
  func `the vectors of RFC 4648 hold`(plain: String, encoded: String) {
    #expect(Base32.encode(plain.utf8) == encoded)
    #expect(Base32.decode(encoded) == Array(plain.utf8))
  }

  @Test(arguments: 0...64)
  func `what was encoded is decoded`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<50 {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = Base32.encode(bytes)
      #expect(Base32.decode(text) == bytes)
      #expect(text.utf8.count == (count * 8 + 4) / 5)
      #expect(text.utf8.allSatisfy("abcdefghijklmnopqrstuvwxyz234567".utf8.contains))
    }
  }

  @Test(arguments: [
    "MY", "mY", "my=", "my======", "m y", " my", "my\n", "m0", "m1", "m8", "m9", "mé", "m-", "m\0",
  ])
  func `another character is refused`(text: String) {
    #expect(Base32.decode(text) == nil)
  }

  @Test(arguments: ["a", "abc", "mzxw6y", "mz", "mzxr", "mzxw7b3", "mzxw6yr", "7", "77"])
  func `a text that is not the one way to write its bytes is refused`(text: String) {
    #expect(Base32.decode(text) == nil)
  }

  @Test func `no two texts of two characters mean the same octet`() {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    var seen: Set<[UInt8]> = []
    var accepted = 0
    for first in alphabet {
      for second in alphabet {
        guard let bytes = Base32.decode(String([first, second])) else { continue }
        accepted += 1
        seen.insert(bytes)
      }
    }
    #expect(accepted == 256)
    #expect(seen.count == 256)
  }
}
