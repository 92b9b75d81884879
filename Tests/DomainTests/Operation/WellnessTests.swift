import Foundation
import Testing

@testable import Domain

struct WellnessTests {
  /// What can be wrong, worst first, and the words that must be there: what is wrong, and what to do.
  private static let troubles: [(name: String, spoil: @Sendable (inout Wellness) -> Void, words: [String])] =
    [
      ("stopped", { $0.isRunning = false }, ["no daemon runs", "systemctl start helplink"]),
      (
        "storage", { $0.storageFault = StorageFault(.full, path: "/state/file", reason: "") },
        ["nothing is saved and nothing is sent", "/state/file", "make room there"]
      ),
      (
        "fence", { $0.fence = .closed(.otherFile) },
        ["nothing is sent", "another file", "helplink queue release --fence"]
      ),
      ("scheduler", { $0.scheduledAt = Sample.now - 31 }, ["schedules", "2026-11-23T12:12:49Z"]),
      ("counter", { $0.counterFailure = "/keys/generation" }, ["older copy", "/keys/generation"]),
      ("relay", { $0.relayTrouble = "535 no" }, ["mail does not leave", "535 no"]),
      ("mail", { $0.oldestDue = Sample.now - 3_601 }, ["mail has waited", "2026-11-23T11:13:19Z"]),
      (
        "certificate", { $0.certificateExpiry = Sample.now + 6 * Sample.day },
        ["certificate", "2026-11-29T12:13:20Z", "renew"]
      ),
      ("disk", { $0.diskLeft = 255 << 20 }, ["255 MiB", "state folder"]),
      (
        "reload", { $0.failedReload = "helplink.yaml:3" },
        ["reload failed", "old settings stay", "helplink.yaml:3"]
      ),
      ("zones", { $0.zoneDisagreements = ["Australia/Perth differs"] }, ["Australia/Perth differs"]),
    ]

  private func complaints(_ spoil: (inout Wellness) -> Void...) -> [String] {
    var wellness = Wellness(isRunning: true)
    for step in spoil { step(&wellness) }
    return wellness.complaints(now: Sample.now)
  }

  @Test func `a daemon of which nothing bad is known is well`() {
    #expect(complaints().isEmpty)
  }

  @Test func `a daemon with everything in order is well`() {
    let complaints = complaints {
      $0.scheduledAt = Sample.now
      $0.oldestDue = Sample.now - 10
      $0.certificateExpiry = Sample.now + 60 * Sample.day
      $0.diskLeft = 5 << 30
    }
    #expect(complaints.isEmpty)
  }

  @Test(arguments: troubles.indices)
  func `each trouble alone is one complaint in words`(index: Int) throws {
    let trouble = Self.troubles[index]
    let complaints = complaints(trouble.spoil)
    #expect(complaints.count == 1)
    for word in trouble.words { #expect(try #require(complaints.first).contains(word), "\(trouble.name)") }
  }

  @Test func `all together are told, the worst first`() {
    let complaints = complaints { wellness in for trouble in Self.troubles { trouble.spoil(&wellness) } }
    #expect(complaints.count == Self.troubles.count)
    for (complaint, trouble) in zip(complaints, Self.troubles) {
      for word in trouble.words { #expect(complaint.contains(word), "\(trouble.name): \(complaint)") }
    }
  }

  @Test(arguments: troubles.indices, troubles.indices)
  func `two troubles are two complaints, each as it would be alone`(one: Int, other: Int) {
    guard one < other else { return }
    let (first, second) = (Self.troubles[one].spoil, Self.troubles[other].spoil)
    #expect(complaints(second, first) == complaints(first) + complaints(second))
  }

  @Test(arguments: Fence.Reason.allCases)
  func `a closed fence says why`(reason: Fence.Reason) {
    #expect(complaints { $0.fence = .closed(reason) }.first?.contains(reason.rawValue) == true)
  }

  @Test(arguments: [0.0, 1]) func `patience ends where it says`(beyond: TimeInterval) {
    let edges: [(inout Wellness) -> Void] = [
      { $0.scheduledAt = Sample.now - Wellness.schedulerPatience - beyond },
      { $0.oldestDue = Sample.now - Wellness.mailPatience - beyond },
      { $0.certificateExpiry = Sample.now + Wellness.certificatePatience - beyond },
      { $0.diskLeft = Wellness.leastDisk - Int64(beyond) },
    ]
    for edge in edges { #expect(complaints(edge).count == (beyond > 0 ? 1 : 0)) }
  }

  @Test func `a certificate that has expired, a disk that is full and a clock set back`() {
    #expect(complaints { $0.certificateExpiry = Sample.now - 900 * Sample.day }.count == 1)
    #expect(complaints { $0.diskLeft = 0 }.count == 1)
    #expect(complaints { $0.scheduledAt = Sample.now + 3_600 }.isEmpty)
    #expect(complaints { $0.oldestDue = Sample.now + 3_600 }.isEmpty)
  }

  @Test func `every disagreement of zones is told`() {
    #expect(complaints { $0.zoneDisagreements = ["a", "b", "c"] } == ["a", "b", "c"])
  }

  @Test func `a complaint is one line`() {
    let complaints = complaints { wellness in for trouble in Self.troubles { trouble.spoil(&wellness) } }
    #expect(complaints.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }
}
