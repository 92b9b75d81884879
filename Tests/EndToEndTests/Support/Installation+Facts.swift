import Foundation

/// What commands say, as far as tests look at it.
extension Installation {
  struct Member: Decodable, Equatable, Sendable {
    let id: String
    let email: String
    let waitingPeriod: String?
    let confirmedAt: String?
    let confirmedBy: String?
    let stoppedStreams: [String]
  }

  struct QueuedEmail: Decodable, Equatable, Sendable {
    let id: String
    let kind: String
    let state: String
  }

  struct Status: Decodable, Sendable {
    let isRunning: Bool
    let isWell: Bool
    let complaints: [String]
    let fence: String
    let failedReload: String?
    let outbox: [String: Int]
    let diskLeftBytes: Int?
    let lastLook: Date?
    let zoneDisagreements: [String]
    let schedules: [Schedule]
    let writeTransactions: Int

    struct Schedule: Decodable, Sendable {
      let name: String
      let onCalendar: [String]
      let last: Date?
      let next: Date?
    }
  }

  /// What `status` says, well or not.
  func status() async throws -> (facts: Status, ended: Program.Ended) {
    let ended = try await command("status", "--json")
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return (try decoder.decode(Status.self, from: Data(ended.output.utf8)), ended)
  }

  func members() async throws -> [Member] { try await facts([Member].self, "members", "list") }

  func member(_ address: String) async throws -> Member {
    try await facts(Member.self, "members", "show", address)
  }

  func queue() async throws -> [QueuedEmail] {
    try await facts([QueuedEmail].self, "queue", "list", "--limit", "100000")
  }

  /// How many write transactions the daemon has opened.
  func writeTransactions() async throws -> Int {
    try await status().facts.writeTransactions
  }
}

extension Installation {
  /// The same, once the daemon has been idle for two seconds: its services look round every second.
  func settledWriteTransactions() async throws -> Int {
    let clock = ContinuousClock()
    var (count, since) = (try await writeTransactions(), clock.now)
    return try await eventually("the daemon to be idle") {
      let now = try await writeTransactions()
      if now != count { (count, since) = (now, clock.now) }
      return clock.now - since >= .seconds(2) ? count : nil
    }
  }
}
