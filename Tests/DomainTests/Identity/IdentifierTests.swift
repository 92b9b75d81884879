import Foundation
import Testing

@testable import Domain

struct IdentifierTests {
  private typealias Name = Identifier<IdentifierTests>

  @Test(arguments: 1...200)
  func `an identifier survives its text, its octets and JSON`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let name = Name(using: &generator)
    #expect(name.text.utf8.count == 26)
    #expect(name.bytes.count == 16)
    #expect(name.description == name.text)
    #expect(Name(name.text) == name)
    #expect(Name(bytes: name.bytes) == name)
    #expect(try JSONDecoder().decode(Name.self, from: JSONEncoder().encode(name)) == name)
  }

  @Test func `all 128 bits are chance`() {
    var generator = SeededGenerator(seed: 7)
    var ones = [UInt8](repeating: 0, count: 16)
    var zeros = [UInt8](repeating: 0, count: 16)
    for _ in 0..<64 {
      for (place, octet) in Name(using: &generator).bytes.enumerated() {
        ones[place] |= octet
        zeros[place] |= ~octet
      }
    }
    #expect(ones.allSatisfy { $0 == 255 })
    #expect(zeros.allSatisfy { $0 == 255 })
  }

  @Test(arguments: [
    "", "a", "aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "AAAAAAAAAAAAAAAAAAAAAAAAAA",
    "aaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaaa'a",
    " aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaa\r\n", "aaaaaaaaaaaaaaaaaaaaaaaaé",
  ])
  func `what is not the way one is written is refused`(text: String) throws {
    #expect(Name(text) == nil)
    let json = try JSONEncoder().encode(text)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Name.self, from: json) }
  }

  @Test(arguments: [0, 1, 15, 17, 32])
  func `another count of octets is refused`(count: Int) {
    #expect(Name(bytes: [UInt8](repeating: 3, count: count)) == nil)
  }

  @Test func `the order is that of the texts`() {
    let names = (1...50).map { Sample.id($0, of: IdentifierTests.self) }
    #expect(names.sorted().map(\.text) == names.map(\.text).sorted())
  }
}
