import Domain
import Foundation
import Testing

@testable import Web

struct SealingTests {
  private struct Note: Codable, Equatable {
    var words: String
  }

  private let note = Note(words: "who it is")

  private func sealing(_ keys: [UInt8: UInt8]) throws -> Sealing {
    Sealing(keys: try #require(KeyRing(keys.mapValues { [UInt8](repeating: $0, count: 32) })))
  }

  @Test func `what was sealed opens as it was, and no two seals are alike`() throws {
    let sealing = try sealing([1: 7])
    let first = try sealing.seal(note, for: .providerFlow)
    #expect(sealing.open(first, as: Note.self, for: .providerFlow) == note)
    #expect(try sealing.seal(note, for: .providerFlow) != first)
    #expect(!first.contains("who"))
  }

  @Test func `every character of a seal matters`() throws {
    let sealing = try sealing([1: 7])
    let sealed = Array(try sealing.seal(note, for: .providerFlow))
    for position in sealed.indices {
      var altered = sealed
      altered[position] = altered[position] == "a" ? "b" : "a"
      #expect(sealing.open(String(altered), as: Note.self, for: .providerFlow) == nil)
      #expect(sealing.open(String(sealed[..<position]), as: Note.self, for: .providerFlow) == nil)
    }
  }

  @Test func `another purpose, another ring and another kind of value open nothing`() throws {
    let sealing = try sealing([1: 7])
    let sealed = try sealing.seal(note, for: .providerFlow)
    #expect(sealing.open(sealed, as: Note.self, for: .providerArrival) == nil)
    #expect(try self.sealing([1: 8]).open(sealed, as: Note.self, for: .providerFlow) == nil)
    #expect(sealing.open(sealed, as: [Int].self, for: .providerFlow) == nil)
    #expect(
      sealing.open(sealed + String(repeating: "a", count: 9_000), as: Note.self, for: .providerFlow) == nil)
  }

  @Test func `a key that was rotated still opens, and is not sealed with`() throws {
    let sealed = try sealing([1: 7]).seal(note, for: .providerFlow)
    let rotated = try sealing([1: 7, 2: 9])
    #expect(rotated.open(sealed, as: Note.self, for: .providerFlow) == note)
    #expect(try rotated.seal(note, for: .providerFlow).hasPrefix("2."))
  }

  @Test func `what counts once is taken once, until it may be given back`() {
    let once = OnceOnly()
    let now = SiteFixture.start
    #expect(once.take("a", until: now + 60, now: now))
    #expect(!once.take("a", until: now + 60, now: now + 59))
    #expect(once.take("b", until: now + 60, now: now))
    once.giveBack("a")
    #expect(once.take("a", until: now + 60, now: now))
  }
}
