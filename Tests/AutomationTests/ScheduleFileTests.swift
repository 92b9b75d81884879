import Foundation
import Testing

@testable import Automation

@Suite struct `A schedule's file` {
  @Test func `that ships is right, and asks at nine on the first Tuesday by each recipient's clock`() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("schedules")
    let schedule = try #require(try ScheduleFile.load(folder: folder).first { $0.name == "waiting-period" })
    let perth = try #require(TimeZone(identifier: "Australia/Perth"))
    let november = Date(timeIntervalSince1970: 1_795_392_000)
    // 1 December 2026 is a Tuesday; nine in Perth is one in UTC.
    #expect(
      schedule.next(after: november, recipientZone: perth) == Date(timeIntervalSince1970: 1_796_086_800))
  }

  @Test func `is found in a linked folder, and a folder without one is a mistake`() throws {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appendingPathComponent("schedules-\(UUID().uuidString)")
    defer { try? files.removeItem(at: scratch) }
    let real = scratch.appendingPathComponent("real")
    let linked = scratch.appendingPathComponent("linked")
    try files.createDirectory(at: real, withIntermediateDirectories: true)
    try files.createSymbolicLink(at: linked, withDestinationURL: real)
    let error = #expect(throws: ScheduleMistakes.self) { _ = try ScheduleFile.load(folder: linked) }
    #expect(error?.description.contains("holds no schedule") == true)
    let text = "emails: waiting-period\non-calendar: [daily]\ntime-zone: recipient\n"
    try Data(text.utf8).write(to: real.appendingPathComponent("one.yaml"))
    let names = try ScheduleFile.load(folder: linked).map(\.name)
    #expect(names == ["one"])
  }

  @Test func `of digests ships too, and is the only one`() throws {
    let files = FileManager.default
    let shipped = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("schedules")
    let digests = try ScheduleFile.load(folder: shipped).filter { $0.emails == .digest }
    #expect(digests.map(\.name) == ["digest"])
    let scratch = files.temporaryDirectory.appendingPathComponent("schedules-\(UUID().uuidString)")
    defer { try? files.removeItem(at: scratch) }
    try files.copyItem(at: shipped, to: scratch)
    let file = scratch.appendingPathComponent("digest.yaml")
    try files.copyItem(at: file, to: scratch.appendingPathComponent("second.yaml"))
    let error = #expect(throws: ScheduleMistakes.self) { _ = try ScheduleFile.load(folder: scratch) }
    #expect(error?.description.contains("second.yaml: is a second one of digests") == true)
  }

  @Test(arguments: [
    ("", "s.yaml: is empty"),
    (
      "emails: waiting-period\non-calendar: [daily]\ntime-zone: Sydney\n",
      "s.yaml:3:12: time-zone: must be"
    ),
    ("emails: invitation\non-calendar: [daily]\ntime-zone: recipient\n", "s.yaml:1:9: emails: must be"),
    (
      "emails: digest\non-calendar: [daily]\ntime-zone: recipient\nreminder-after: 7 days\n",
      "s.yaml:4:17: reminder-after: nobody is reminded of a digest"
    ),
    (
      "emails: waiting-period\non-calendar: []\ntime-zone: recipient\n",
      "s.yaml:2:14: on-calendar: must be a list"
    ),
    ("emails: waiting-period\ntime-zone: recipient\n", "s.yaml: on-calendar: is required"),
    ("emails: waiting-period\non-calendar: [daily]\n", "s.yaml: time-zone: is required"),
    (
      "emails: waiting-period\non-calendar: [daily]\ntime-zone: recipient\ncolour: red\n",
      "s.yaml:4:1: colour: is not a key"
    ),
    ("emails: waiting-period\non-calendar:\n  - 2026-13-01\ntime-zone: UTC\n", "s.yaml:3:10: on-calendar: "),
    ("emails: [\n", "is not YAML"), ("- a\n", "must hold the keys of a schedule"),
  ])
  func `with a mistake says where`(text: String, expected: String) {
    let error = #expect(throws: ScheduleMistakes.self) {
      _ = try ScheduleFile.read(text, name: "s", file: "s.yaml")
    }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }
}
