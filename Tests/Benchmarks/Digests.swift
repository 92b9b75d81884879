import Foundation
import GRDB

extension Scenarios {
  /// Digests of 50,000 members, each with two saved searches, a fifth of whom have room since the last week; while people click.
  func digests() throws -> [Measure] {
    let count = 50_000
    let network = try self.network("digests")
    let sink = try self.sink()
    defer { sink.stop() }
    defer { network.stop(SIGKILL) }
    try add(count, to: network)
    try network.makeNews()
    try network.start()
    _ = try network.sendRound()
    network.stop()
    try network.keep(as: "asked")
    var time = Measure(
      name: "digests of \(count), queued", unit: "s", moreIsBetter: false, limitName: "promised")
    var sent = Measure(
      name: "and the last has left after", unit: "s", moreIsBetter: false, limitName: "promised")
    var wait = Measure(
      name: "p99 of clicks during it", unit: "ms", moreIsBetter: false, limitName: "idle")
    var memory = Measure(
      name: "memory that it takes", unit: "MiB", moreIsBetter: false, limitName: "promised")
    (time.limit, sent.limit, memory.limit) = ([300], [300], [200])
    for run in 1...runs {
      progress("digests \(run) of \(runs)")
      try network.restore("asked")
      try network.start()
      let (clicks, idle) = PacedClicks.atRest(
        port: Self.site, buttons: try network.buttons(5_000), perSecond: 100)
      let resting = try network.memory(peak: false)
      try network.forgetPeak()
      let start = PacedClicks.now
      let (queued, left) = try network.sendDigests()
      clicks.stop()
      time.ours.append(queued)
      sent.ours.append(left)
      wait.ours.append(clicks.p99(from: start, to: start + left))
      wait.limit.append(clicks.p99(from: idle, to: start))
      memory.ours.append(try network.memory(peak: true) - resting)
      network.stop()
    }
    return [time, sent, wait, memory]
  }
}

extension Network {
  /// As if all had been members for a month and the fifth of them who say "no wait" had been closed until three days ago. To be
  /// called while no daemon runs.
  fileprivate func makeNews() throws {
    let queue = try DatabaseQueue(path: database)
    let now = Int64(Date().timeIntervalSince1970 * 1_000)
    let (month, days) = (now - 30 * 86_400_000, now - 3 * 86_400_000)
    try queue.write { database in
      try database.execute(sql: "UPDATE practitioner SET published_at = ?", arguments: [month])
      try database.execute(
        sql: """
          UPDATE wait_event SET happened_at = ?, before_waiting_period = 'closed' WHERE waiting_period = 'now'
          """, arguments: [days])
      try database.execute(
        sql: """
          UPDATE listing SET confirmed_at = ?, confirmed_by = 'email' WHERE waiting_period = 'now'
          """, arguments: [days])
      for (name, query) in [("Near", "near=3000&within=25"), ("Anywhere", "area=anxiety&wait=1-month")] {
        try database.execute(
          sql: """
            INSERT INTO saved_search (id, practitioner_id, name, query, saved_at)
            SELECT substr(id, 1, 25) || ?, id, ?, ?, ? FROM practitioner
            """, arguments: [name == "Near" ? "a" : "i", name, query, month])
      }
    }
    try queue.close()
  }

  /// Seconds until all digests are queued, and until the last has left.
  fileprivate func sendDigests() throws -> (queued: Double, left: Double) {
    guard let daemon else { throw BenchmarkFailure("no daemon runs") }
    let begin = Date()
    let said = try command("schedule", "run", "digest")
    let queued = Date().timeIntervalSince(begin)
    progress(said.trimmingCharacters(in: .newlines))
    try daemon.wait("the digests to leave") { try waiting() == 0 ? true : nil }
    return (queued, Date().timeIntervalSince(begin))
  }
}
