import Domain
import Foundation
import Mail
import Store
import Synchronization
import Testing

@testable import Automation

/// Members who do what members do, on a real record under a clock that the test moves; with what they did kept apart, for a model
/// that knows nothing of how digests are made.
final class DigestWorld {
  struct Member {
    var practitioner: Practitioner
    var profile: Profile
    var waits: [(at: Date, wait: StatedWait?)] = []
    var searches: [(area: String, longest: WaitingPeriod?, kilometres: Int?, saved: Date)] = []
    /// Whether its next time is still to be worked out.
    var isAnew = true
  }

  struct Referred {
    let id: Referral.ID
    let email: OutboxEntry.ID
    let (from, to): (Int, Int)
    let at: Date
    var answer: (answer: ReferralAnswer, at: Date)?
    var isClosed = false
  }

  struct Requested {
    let id: TimeRequest.ID
    let to: Int
    let at: Date
    var isOver = false
  }

  let scratch: ScratchStore
  let reference: ReferenceData
  let relay = MoodyRelay()
  var members: [Member] = []
  /// Referrals of one member to another, as they were made and answered.
  var referrals: [Referred] = []
  /// Requests of help seekers for a time with one member.
  var requests: [Requested] = []
  /// Who recommends whom since when, by their places among the members.
  var recommendations: [[Int]: Date] = [:]
  var chance: Chance
  private(set) var schedule: Schedule
  private var scheduler: Scheduler
  private var queue: QueueManager
  private var named = 0

  static let places = [
    PracticeLocation(postcode: "4075", locality: "Corinda", state: "QLD"),
    PracticeLocation(postcode: "4068", locality: "Indooroopilly", state: "QLD"),
    PracticeLocation(postcode: "0800", locality: "Darwin", state: "NT"),
  ]
  static let areas = ["anxiety", "depression", "grief-loss"]
  static let zones = ["Australia/Brisbane", "Australia/Sydney", "Australia/Darwin", "Australia/Perth"]

  init(seed: UInt64, start: Date) throws {
    scratch = try ScratchStore(start: start)
    reference = try Self.shipped.get()
    chance = Chance(state: seed)
    schedule = try ScheduleFile.read(
      "emails: digest\non-calendar: ['*-*-* 05..21:00']\ntime-zone: recipient\ncut-off: 2 days\n",
      name: "digest", file: "digest.yaml")
    (scheduler, queue) = try Self.services(scratch, schedule, reference, relay)
  }

  /// Read once: the table is long.
  private static let shipped: Result<ReferenceData, any Error> = Result {
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("data")
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: data.appendingPathComponent(name))
    }
    return ReferenceData(
      taxonomy: try Taxonomy(json: content("practice-taxonomy.json")),
      languages: try LanguageNames(json: content("languages.json")),
      localities: try Localities(
        csv: String(decoding: content("au-localities.csv"), as: UTF8.self),
        regions: Regions(json: content("au-regions.json"))),
      commonPasswords: try CommonPasswords(
        text: String(decoding: content("common-passwords.txt"), as: UTF8.self)))
  }

  /// Reads what is new, as a plan or a preview does.
  func newsReader() throws -> NewsReader {
    NewsReader(
      store: scratch.store, finder: ListingFinder(), reference: reference, siteZone: try scratch.siteZone())
  }

  /// What ran forgets everything; the record stays.
  func restart() throws { (scheduler, queue) = try Self.services(scratch, schedule, reference, relay) }

  private static func services(
    _ scratch: ScratchStore, _ schedule: Schedule, _ reference: ReferenceData, _ relay: MoodyRelay
  ) throws -> (Scheduler, QueueManager) {
    let (maker, zone) = (try scratch.maker(), try scratch.siteZone())
    let digester = Digester(
      NewsReader(store: scratch.store, finder: ListingFinder(), reference: reference, siteZone: zone))
    return (
      Scheduler(
        store: scratch.store, schedules: { [schedule] }, siteZone: zone, time: scratch.time,
        logger: ScratchStore.logger, digester: digester, queued: {}),
      QueueManager(
        store: scratch.store, transport: relay, maker: { maker }, connections: 1, perMinute: 0,
        time: scratch.time, chance: { 0.5 }, logger: ScratchStore.logger)
    )
  }

  /// Works until there is nothing to do at this moment.
  func settle() async throws {
    while try await scheduler.step() {}
    while true {
      if try await queue.step() { continue }
      // What is claimed while the relay cannot be reached waits for another moment.
      if try await scratch.counts()[.sending, default: 0] == 0 { return }
      await Task.yield()
    }
  }

  func newID<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject>? {
    named += 1
    return Identifier(bytes: (0..<16).map { UInt8(truncatingIfNeeded: named >> ($0 * 8)) })
  }

  func apply(_ changes: [Change]) async throws {
    try await scratch.store.perform({ _ in }) { Decision((), changes: changes) }
  }

  /// Chance that is the same for the same seed.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

/// A relay that takes everything, or cannot be reached.
final class MoodyRelay: Transport {
  private let isUp = Mutex(true)

  func set(isUp up: Bool) { isUp.withLock { $0 = up } }

  func makeConnection() throws(TransportError) -> any TransportConnection { Connection(relay: self) }

  private final class Connection: TransportConnection {
    let relay: MoodyRelay
    init(relay: MoodyRelay) { self.relay = relay }

    func send(_ bytes: [UInt8], envelope: Envelope) -> SendReply {
      relay.isUp.withLock { $0 } ? .accepted(code: 250, text: "ok") : .unreachable(reason: "down")
    }
  }
}
