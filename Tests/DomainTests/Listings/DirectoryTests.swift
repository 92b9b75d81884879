import Foundation
import Testing

@testable import Domain

struct DirectoryTests {
  private func suspended(_ number: Int) throws -> Listing {
    var listing = try Sample.listing(number, wait: nil)
    listing.standing = .suspended
    return listing
  }

  @Test func `suspended members are left out`() throws {
    let directory = Directory([
      try Sample.listing(1, wait: nil), try suspended(2), try Sample.listing(3, wait: nil),
    ])
    #expect(directory.count == 2)
    #expect(directory[Sample.id(2)] == nil)
    #expect(directory[Sample.id(1)] != nil)
    #expect(directory.byAvailability(now: Sample.now).count == 2)
  }

  @Test func `a listing takes the place of the one before it`() throws {
    var directory = Directory([try Sample.listing(1, wait: nil)])
    let said = try Sample.listing(1, wait: Sample.wait(.now))
    directory.set(said, of: said.practitioner)
    #expect(directory.count == 1)
    #expect(directory[said.practitioner] == said)
  }

  @Test func `a listing goes when its member is suspended or no more, and comes back`() throws {
    let id: Practitioner.ID = Sample.id(1)
    var directory = Directory([try Sample.listing(1, wait: nil)])
    directory.set(try suspended(1), of: id)
    #expect(directory[id] == nil)
    directory.set(try Sample.listing(1, wait: nil), of: id)
    #expect(directory[id] != nil)
    directory.set(nil, of: id)
    #expect(directory.count == 0)
  }

  @Test func `every change raises the version, and a copy stays as it was`() throws {
    var directory = Directory([Listing]())
    let before = directory
    for number in 1...5 {
      let version = directory.version
      directory.set(try Sample.listing(number, wait: nil), of: Sample.id(number))
      #expect(directory.version > version)
    }
    #expect(before.count == 0)
    #expect(directory.count == 5)
  }

  @Test(arguments: [0, 1, 255, 256, 257, 600], [0, 1, 300])
  func `two that are put together are as good as one`(count: Int, more: Int) throws {
    var directory = Directory([])
    for number in 0..<count { directory.set(try Sample.listing(number, wait: nil), of: Sample.id(number)) }
    var others = Directory([])
    for number in count..<count + more {
      others.set(try Sample.listing(number, wait: nil), of: Sample.id(number))
    }
    // One has gone of each, whose places are free again.
    if count > 0 { directory.set(nil, of: Sample.id(0)) }
    if more > 0 { others.set(nil, of: Sample.id(count)) }
    let version = directory.version
    directory.append(others)
    let expected = (0..<count + more).filter { $0 != 0 && $0 != count }
    #expect(directory.version > version)
    #expect(directory.count == expected.count)
    for number in expected {
      #expect(directory[Sample.id(number)] == (try Sample.listing(number, wait: nil)))
    }
    #expect(directory.byAvailability(now: Sample.now).count == expected.count)
    let theirs = expected.filter { $0 > count }
    let changed = directory.slots(changedSince: version)
    #expect(theirs.allSatisfy { directory.slot(of: Sample.id($0)).map(changed.contains) ?? false })
    // Who comes now takes a place that nobody has.
    for number in 2_000..<2_600 {
      directory.set(try Sample.listing(number, wait: nil), of: Sample.id(number))
    }
    for number in expected + (2_000..<2_600) {
      #expect(directory[Sample.id(number)]?.practitioner == Sample.id(number))
    }
    #expect(directory.count == expected.count + 600)
  }

  @Test func `a place is named with its state and postcode`() {
    #expect(PracticeLocation(postcode: "0800", locality: "Darwin", state: "NT").label == "Darwin NT 0800")
  }
}
