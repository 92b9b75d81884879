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

  @Test func `a place is named with its state and postcode`() {
    #expect(PracticeLocation(postcode: "0800", locality: "Darwin", state: "NT").label == "Darwin NT 0800")
  }
}
