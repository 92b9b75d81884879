import Foundation
import Testing

@testable import Domain

@Suite struct `A zone's disagreement` {
  static let advice: [(program: String?, system: String?, advice: String)] = [
    (
      "2026a", "2027b",
      "the system's data is newer (2027b, helplink has 2026a): update helplink; until then it sends by the "
        + "old rules"
    ),
    (
      "2027b", "2026a",
      "helplink's data is newer (2027b, the system has 2026a): update the system's tzdata package "
        + "(apt-get install --only-upgrade tzdata); until then helplink is right and other programs are not"
    ),
    (
      "2026a", "2026a",
      "update whichever is older, helplink or the system's tzdata package (helplink has 2026a, the system "
        + "has 2026a)"
    ),
    ("2026a", nil, "update whichever is older, helplink or the system's tzdata package (helplink has 2026a)"),
    (nil, nil, "update whichever is older, helplink or the system's tzdata package"),
  ]

  @Test(arguments: advice)
  func `tells the operator what differs and what to do`(program: String?, system: String?, advice: String) {
    let disagreement = ZoneDisagreement(
      zone: "Australia/Sydney", instant: Date(timeIntervalSince1970: 1_806_768_000), program: 36_000,
      system: 39_600)
    let expected =
      "Australia/Sydney: from 2027-04-03T16:00:00Z this program reckons UTC+10:00 and the system's tzdata "
      + "UTC+11:00; "
      + advice
    let explanation = disagreement.explanation(
      programVersion: program.flatMap { ZoneDataVersion($0) },
      systemVersion: system.flatMap { ZoneDataVersion($0) })
    #expect(explanation == expected)
  }

  @Test(arguments: [
    (0, "UTC+00:00"), (37_800, "UTC+10:30"), (-12_600, "UTC-03:30"), (-1, "UTC-00:00:01"),
    (36_292, "UTC+10:04:52"),
  ])
  func `writes offsets as people do`(offset: Int, written: String) {
    let disagreement = ZoneDisagreement(
      zone: "A/B", instant: Date(timeIntervalSince1970: 0), program: offset, system: 3600)
    #expect(
      disagreement.explanation(programVersion: nil, systemVersion: nil)
        .contains("reckons \(written) and the system's tzdata UTC+01:00;"))
  }
}

@Suite struct `A release of time-zone data` {
  @Test func `is later than those before it`() {
    let releases = ["1996l", "2025a", "2025b", "2025z", "2025za", "2025zb", "2026a"]
    #expect(releases.compactMap { ZoneDataVersion($0) }.sorted().map(\.description) == releases)
    #expect(releases.reversed().compactMap { ZoneDataVersion($0) }.sorted().map(\.description) == releases)
  }

  @Test(arguments: ["", "2025", "2025B", "2025b-dirty", "25b", "2025bbb", "unknown", "２０２５b"])
  func `is not`(text: String) { #expect(ZoneDataVersion(text) == nil) }

  @Test(arguments: [
    ("# version 2025b\nR A", "2025b"), ("# version 2025b", "2025b"), ("# version 2025b-dirty\n", nil),
    ("version 2025b\n", nil), ("\n# version 2025b\n", nil), ("", nil),
  ])
  func `stands in the first line of tzdata.zi`(text: String, expected: String?) {
    #expect(ZoneDataVersion(tzdata: text)?.description == expected)
  }

  @Test func `is known of Foundation's data`() { #expect(ZoneDataVersion.foundation != nil) }
}
