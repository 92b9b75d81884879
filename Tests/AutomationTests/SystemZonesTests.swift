import Domain
import Foundation
import Testing

@testable import Automation

@Suite struct `The system's time-zone data` {
  /// Zones that no government can change.
  private let east = TimeZone(identifier: "Etc/GMT-10")
  private let west = TimeZone(identifier: "Etc/GMT+5")
  private let from = Date(timeIntervalSince1970: 1_795_392_000)
  private let to = Date(timeIntervalSince1970: 1_858_464_000)

  @Test func `that agrees is nothing to speak of`() throws {
    let folder = try Folder(["Etc/GMT-10": zoneFile("ABC-10"), "Etc/GMT+5": zoneFile("<-05>5")])
    let lines = SystemZones(folder: folder.path).disagreements(of: try zones(), from: from, to: to)
    #expect(lines == [])
  }

  @Test func `that differs, is missing or is damaged gets a line for each zone, once`() throws {
    let folder = try Folder([
      "Etc/GMT-10": zoneFile("ABC-11"), "Etc/GMT+5": Array(zoneFile("ABC5").dropLast()),
      "tzdata.zi": Array("# version 2099c\nR d 1916 o\n".utf8),
    ])
    let system = SystemZones(folder: folder.path, programVersion: ZoneDataVersion("2026a"))
    let absent = try #require(TimeZone(identifier: "Etc/GMT-3"))
    let lines = system.disagreements(of: try zones() + [absent, absent] + zones(), from: from, to: to)
    let damaged = "it is cut short: 113 bytes where at least 114 are needed"
    #expect(
      lines == [
        "Etc/GMT-10: from 2026-11-23T00:00:00Z this program reckons UTC+10:00 and the system's tzdata "
          + "UTC+11:00; the system's data is newer (2099c, helplink has 2026a): update helplink; until then "
          + "it sends by the old rules",
        "Etc/GMT+5: the system's \(folder.path)/Etc/GMT+5 cannot be compared, as \(damaged): "
          + "reinstall tzdata",
        "Etc/GMT-3: the system has no \(folder.path)/Etc/GMT-3, so it cannot be compared: install tzdata "
          + "(and, for names that IANA has replaced, tzdata-legacy)",
      ])
  }

  @Test func `of an unknown release leaves the operator to find the older`() throws {
    let folder = try Folder(["Etc/GMT-10": zoneFile("ABC-9:30")])
    let system = SystemZones(folder: folder.path, programVersion: ZoneDataVersion("2026a"))
    let line = system.disagreements(of: [try #require(east)], from: from, to: to).first
    #expect(
      line?.hasSuffix(
        "update whichever is older, helplink or the system's tzdata package (helplink has 2026a)") == true)
  }

  @Test func `that is not there is one line, whatever the zones; without zones there is none`() throws {
    let folder = try Folder(["file": []])
    for missing in [folder.path + "/nowhere", folder.path + "/file"] {
      let system = SystemZones(folder: missing)
      #expect(
        system.disagreements(of: try zones(), from: from, to: to)
          == ["the system has no time-zone data in \(missing): install tzdata"])
      #expect(system.disagreements(of: [], from: from, to: to) == [])
    }
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "..", "../GMT", "Etc/../../GMT", "Etc//GMT", "Etc/", "./GMT", "Etc/GMT\0",
    "Etc/GMT\n",
    "Etc/Größe", String(repeating: "a", count: 256),
  ])
  func `is never looked for outside its folder`(name: String) throws {
    let folder = try Folder(["GMT": zoneFile("GMT0"), "zones/Etc/GMT": zoneFile("GMT0")])
    let system = SystemZones(folder: folder.path + "/zones")
    #expect(throws: SystemZoneTrouble.name) { _ = try system.file(of: name) }
  }

  @Test func `has a name for every zone that Foundation knows`() {
    #expect(TimeZone.knownTimeZoneIdentifiers.allSatisfy(SystemZones.staysInside))
  }

  @Test func `may be links; a folder or a link to nothing in a zone's place is a missing zone`() throws {
    let folder = try Folder(["Etc/GMT-10": zoneFile("ABC-10"), "Folder/file": []])
    for (link, target) in [("Link", "Etc/GMT-10"), ("Dangling", "nothing")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: folder.path + "/" + target)
    }
    let system = SystemZones(folder: folder.path)
    #expect(try system.file(of: "Link").offset(at: from) == 36_000)
    for name in ["Folder", "Dangling"] {
      #expect(throws: SystemZoneTrouble.missing) { _ = try system.file(of: name) }
    }
  }

  private func zones() throws -> [TimeZone] { [try #require(east), try #require(west)] }

  /// The smallest file: no transition, one kind of time, and a rule that decides everything.
  private func zoneFile(_ rule: String) -> [UInt8] {
    let counts: [UInt8] = [0, 0, 0, 0, 1, 4].flatMap { [0, 0, 0, $0] }
    let half =
      Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts + [0, 0, 0, 0, 0, 0] + Array("ABC\0".utf8)
    return half + half + Array("\n\(rule)\n".utf8)
  }
}

/// A scratch folder with files in it, gone when the test is.
private final class Folder {
  let path: String

  init(_ files: [String: [UInt8]]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
    path = folder.path
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
