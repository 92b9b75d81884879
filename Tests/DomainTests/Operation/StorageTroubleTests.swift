import Foundation
import Testing

@testable import Domain

struct StorageTroubleTests {
  private static func fault(_ kind: StorageFault.Kind) -> StorageFault {
    StorageFault(kind, path: "/state/helplink.sqlite", reason: "the engine's words, 778")
  }

  /// How many times, in seconds, are spoken of, when the disk refuses at each of these.
  private func said(at seconds: [TimeInterval], _ kind: StorageFault.Kind = .full) -> [TimeInterval] {
    var trouble = StorageTrouble()
    return seconds.filter { trouble.heard(Self.fault(kind), now: Sample.now + $0) }
  }

  @Test func `what ten thousand meet is said once, and again every ten minutes while it lasts`() {
    #expect(said(at: (0..<10_000).map { Double($0) / 100 }) == [0])
    #expect(said(at: (0..<3_000).map(Double.init)) == [0, 600, 1_200, 1_800, 2_400])
  }

  @Test func `another trouble is said at once`() {
    var trouble = StorageTrouble()
    for kind in StorageFault.Kind.allCases {
      let isSaid = trouble.heard(Self.fault(kind), now: Sample.now)
      #expect(isSaid)
      #expect(trouble.fault?.kind == kind)
    }
  }

  @Test func `when it is over, that is said once, with how long it was and how many it met`() {
    var trouble = StorageTrouble()
    let nothing = trouble.recovered(now: Sample.now)
    #expect(nothing == nil)
    for second in 0..<40 { _ = trouble.heard(Self.fault(.full), now: Sample.now + Double(second)) }
    let recoveries = [45.0, 46].map { trouble.recovered(now: Sample.now + $0) }
    #expect(recoveries == [StorageTrouble.Recovery(seconds: 45, refused: 40), nil])
    #expect(trouble.fault == nil)
  }

  @Test func `a disk that comes and goes is spoken of once a minute, at its beginning and its end`() {
    var trouble = StorageTrouble()
    var (begun, over) = (0, 0)
    for second in stride(from: 0.0, to: 600, by: 2) {
      if trouble.heard(Self.fault(.failing), now: Sample.now + second) { begun += 1 }
      if trouble.recovered(now: Sample.now + second + 1) != nil { over += 1 }
    }
    #expect(begun == 10)
    #expect(over == 10)
  }

  @Test func `a clock that was set back does not make it silent`() {
    #expect(said(at: [0, -3_600, -3_599]) == [0, -3_600])
  }

  @Test(arguments: StorageFault.Kind.allCases)
  func `every fault is one line that names the file and what to do`(kind: StorageFault.Kind) {
    let line = Self.fault(kind).description
    #expect(line.hasPrefix("/state/helplink.sqlite"))
    #expect(line.contains("; ") && !line.contains("\n"))
    #expect(Self.fault(kind).endsDaemon == [.unsynced, .damaged].contains(kind))
  }
}
