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

  private struct Status: Decodable {
    let writeTransactions: Int
  }

  func members() async throws -> [Member] { try await facts([Member].self, "members", "list") }

  func member(_ address: String) async throws -> Member {
    try await facts(Member.self, "members", "show", address)
  }

  func queue() async throws -> [QueuedEmail] { try await facts([QueuedEmail].self, "queue", "list") }

  /// How many write transactions the daemon has opened.
  func writeTransactions() async throws -> Int { try await facts(Status.self, "status").writeTransactions }
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
