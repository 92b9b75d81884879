import Domain
import Foundation
import Testing

@testable import Store

struct PhotoFolderTests {
  private func files(_ folder: PhotoFolder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test func `a photo is kept under the digest of its bytes, readable by its owner alone, and removed`()
    throws
  {
    let scratch = try ScratchStore()
    let folder = PhotoFolder(beside: scratch.path)
    let bytes = Array("a photo".utf8)
    let name = try folder.keep(bytes)
    #expect(name == SecretDigest(ofBytes: bytes).text)
    #expect(try folder.keep(bytes) == name)
    #expect(folder.read(name) == bytes)
    #expect(files(folder) == ["\(name).jpg"])
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name).jpg")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    folder.remove(name)
    folder.remove(name)
    #expect(folder.read(name) == nil)
    #expect(files(folder).isEmpty)
  }

  @Test(arguments: [
    "", "../record.sqlite", "..", "a", String(repeating: "A", count: 64), String(repeating: "/", count: 64),
  ])
  func `what is no name of a photo leads nowhere`(name: String) throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    _ = try store.photos.keep([1])
    #expect(store.photos.read(name) == nil)
    store.photos.remove(name)
    #expect(FileManager.default.fileExists(atPath: scratch.path))
    try store.close()
  }

  @Test func `what nobody has is swept, except what may be on its way`() throws {
    let scratch = try ScratchStore()
    let folder = PhotoFolder(beside: scratch.path)
    #expect(folder.sweep(keeping: [], unchangedSince: .distantFuture) == 0)
    let (kept, orphan) = (try folder.keep([1]), try folder.keep([2]))
    try Data([3]).write(to: URL(fileURLWithPath: "\(folder.path)/half.draft"))
    #expect(folder.sweep(keeping: [kept], unchangedSince: .distantPast) == 0)
    #expect(files(folder).count == 3)
    #expect(folder.sweep(keeping: [kept], unchangedSince: .distantFuture) == 2)
    #expect(folder.read(kept) == [1])
    #expect(folder.read(orphan) == nil)
    #expect(files(folder) == ["\(kept).jpg"])
  }

  @Test func `a disk that takes nothing is named, and nothing is left behind`() throws {
    let scratch = try ScratchStore()
    let folder = PhotoFolder(beside: scratch.path)
    try Data().write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: StorageFault.self) { try folder.keep([1]) }
    let nowhere = PhotoFolder(beside: "/proc/nowhere/record.sqlite")
    #expect(throws: StorageFault.self) { try nowhere.keep([1]) }
  }

  @Test func `a member's photo is theirs whether or not there is a listing, and stays through other changes`()
    async throws
  {
    try await ScratchStore.with { store in
      try await store.join([1])
      var account = try Sample.practitioner(2)
      account.publishedAt = nil
      try await store.apply([.accountOpened(account)])
      for number in 1...2 { try await store.apply([.photoSaved(Sample.id(number), "photo \(number)")]) }
      #expect(store.directory[Sample.id(1)]?.facts.photo == "photo 1")
      #expect(try await store.read { try $0.practitioner(Sample.id(2))?.photo } == "photo 2")
      try await store.apply([
        .listingFactsSaved(Sample.id(1), ListingFacts(isOpenToSeekers: true)),
        .revised(try Sample.practitioner(1), Sample.profile(1)),
      ])
      #expect(store.directory[Sample.id(1)]?.facts == ListingFacts(photo: "photo 1", isOpenToSeekers: true))
      #expect(try await store.read { try $0.photoNames() } == ["photo 1", "photo 2"])
      try await store.apply([.photoSaved(Sample.id(1), nil)])
      #expect(store.directory[Sample.id(1)]?.facts.photo == nil)
      #expect(try await store.read { try ($0.hasPhoto("photo 1"), $0.hasPhoto("photo 2")) } == (false, true))
    }
  }
}
