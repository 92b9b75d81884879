import Foundation
import Testing

@testable import Domain

/// The slots of the directory.
struct SearchDirectoryTests {
  @Test func `a listing keeps its slot while it is seen, and the slot of one who went is used again`() throws
  {
    var directory = Directory(try (1...600).map { try Sample.listing($0, wait: nil) })
    let before = try (1...600).map { try #require(directory.slot(of: Sample.id($0))) }
    #expect(Set(before) == Set(0..<600))
    directory.set(try Sample.listing(300, wait: Sample.wait(.now)), of: Sample.id(300))
    directory.set(nil, of: Sample.id(17))
    #expect(directory.slot(of: Sample.id(300)) == before[299])
    #expect(directory.slot(of: Sample.id(17)) == nil)
    #expect(directory[slot: before[16]] == nil)
    directory.set(try Sample.listing(601, wait: nil), of: Sample.id(601))
    #expect(directory.slot(of: Sample.id(601)) == before[16])
    #expect(directory.slotCount == 600)
    #expect(directory[slot: 600] == nil)
  }

  @Test(arguments: 1...5) func `what was changed since a version is told, and nothing else`(seed: Int) throws
  {
    var chance = SeededGenerator(seed: UInt64(seed))
    var directory = Directory(try (1...700).map { try Sample.listing($0, wait: nil) })
    #expect(directory.slots(changedSince: directory.version).isEmpty)
    for _ in 0..<20 {
      let before = directory
      var touched: Set<Int> = []
      for _ in 0..<Int.random(in: 0..<6, using: &chance) {
        let number = Int.random(in: 1...720, using: &chance)
        let isGoing = Bool.random(using: &chance)
        if let slot = directory.slot(of: Sample.id(number)) { touched.insert(slot) }
        directory.set(
          isGoing ? nil : try Sample.listing(number, wait: Sample.wait(.now)), of: Sample.id(number))
        if let slot = directory.slot(of: Sample.id(number)) { touched.insert(slot) }
      }
      #expect(Set(directory.slots(changedSince: before.version)) == touched)
    }
  }

  @Test func `values that listings share are the same values`() throws {
    var sample = try SearchSample(seed: 3)
    let listings = try (1...50).map { try sample.listing($0) }
    var shared = SharedValues()
    for listing in listings { #expect(shared.sharing(listing) == listing) }
  }
}
