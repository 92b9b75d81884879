import Foundation

/// What is measured, each with what it is measured beside, in turn.
struct Scenarios {
  let binary: String
  let people: Members
  let folder: URL
  let runs: Int
  let large: Int
  let peer: DjangoPeer?

  private static let relay = 25_925
  static let site = 28_925
  private static let other = 28_926

  func network(_ name: String) throws -> Network {
    try Network(
      binary: binary, folder: folder.appendingPathComponent(name), port: Self.site, relay: Self.relay)
  }

  func sink() throws -> SMTPSink { try SMTPSink(port: Self.relay, in: folder) }

  func add(_ count: Int, skipping: Int = 0, to network: Network) throws {
    let file = network.folder.appendingPathComponent("members.jsonl")
    try people.write(count, skipping: skipping, to: file)
    try network.command("members", "import", file.path)
  }

  /// A round of 10,000 beside smtp-source with messages as long.
  func round() throws -> [Measure] {
    let count = 10_000
    let network = try network("round")
    try add(count, to: network)
    try network.keep(as: "imported")
    let octets = try network.command("emails", "preview", "waiting-period", "--raw").utf8.count
    let sink = try SMTPSink(port: Self.relay, in: folder)
    defer { sink.stop() }
    var measure = Measure(name: "round of 10,000", unit: "emails/s", limitName: "smtp-source")
    for run in 1...runs {
      progress("round \(run) of \(runs)")
      try network.restore("imported")
      try network.start()
      measure.ours.append(Double(count) / (try network.sendRound()))
      network.stop()
      measure.limit.append(
        try Limit.smtpSource(messages: count, octets: octets, port: Self.relay, in: folder))
      if let best = try peer?.run(["round"])["round"] { measure.peer.append(best) }
    }
    return [measure]
  }

  /// Clicks that are on disk before they are answered, beside SQLite with a sync a commit.
  func clicks() throws -> [Measure] {
    let seconds = 2
    let network = try network("clicks")
    try add(20_000 * runs, to: network)
    let sink = try SMTPSink(port: Self.relay, in: folder)
    defer { sink.stop() }
    try network.start()
    defer { network.stop() }
    _ = try network.sendRound()
    var measure = Measure(name: "clicks on disk", unit: "a second", limitName: "SQLite, a sync a commit")
    for run in 1...runs {
      progress("clicks \(run) of \(runs)")
      // Every button is pressed for the first time: a second press of the same answer writes nothing.
      let buttons = try network.buttons(20_000, skipping: 20_000 * (run - 1))
      let before = try network.answers()
      let load = try Load.run(
        network.url, paths: buttons, post: "waiting-period=now", connections: 64, seconds: seconds, in: folder
      )
      guard load.errors == 0 else { throw BenchmarkFailure("\(load.errors) clicks failed") }
      measure.ours.append(Double(try network.answers() - before) / load.seconds)
      measure.limit.append(try Limit.commits(seconds: Double(seconds), in: folder))
      if let best = try peer?.run(["click"])["click"] { measure.peer.append(best) }
    }
    return [measure]
  }

  /// The first page of listings beside nginx with the same bytes.
  func listings() throws -> [Measure] {
    let network = try network("listings")
    try add(5_000, to: network)
    let cookie = try network.signIn()
    try network.start()
    defer { network.stop() }
    let page = try Child.run(
      ["curl", "-sf", "-H", "Cookie: \(cookie)", "\(network.url)/listings"], in: folder)
    guard page.contains("class=\"listings\"") else { throw BenchmarkFailure("/listings shows no listings") }
    let nginx = try Limit.nginx(page: Data(page.utf8), port: Self.other, in: folder)
    defer { nginx.end() }
    var measure = Measure(
      name: "/listings, \(page.utf8.count / 1_024) KiB", unit: "a second", limitName: "nginx")
    for run in 1...runs {
      progress("listings \(run) of \(runs)")
      for (url, isOurs) in [(network.url, true), ("http://127.0.0.1:\(Self.other)", false)] {
        let load = try Load.run(
          url, paths: ["/listings"], cookie: cookie, connections: 32, seconds: 4, in: folder)
        guard load.errors == 0 else { throw BenchmarkFailure("\(load.errors) requests failed at \(url)") }
        if isOurs { measure.ours.append(load.rate) } else { measure.limit.append(load.rate) }
      }
      if let best = try peer?.run(["listings"])["listings"] { measure.peer.append(best) }
    }
    return [measure]
  }

  /// A round of 100,000 while people click; its memory beside that of a round of a tenth; a kill in the middle of it.
  func largeRound() throws -> [Measure] {
    let small = large / 10
    let network = try network("large")
    let sink = try SMTPSink(port: Self.relay, in: folder)
    defer { sink.stop() }
    defer { network.stop(SIGKILL) }
    try add(small, to: network)
    try network.start()
    let before = try network.memory(peak: false)
    let seconds = try network.sendRound()
    let growth = try network.memory(peak: true) - before
    network.stop()
    try add(large, skipping: small, to: network)
    try network.keep(as: "before")
    var rate = Measure(name: "round of \(large)", unit: "emails/s", limitName: "a round of \(small)")
    var wait = Measure(
      name: "p99 of clicks during it", unit: "ms", moreIsBetter: false, limitName: "idle")
    var memory = Measure(
      name: "memory that it takes", unit: "MiB", moreIsBetter: false, limitName: "a round of \(small)")
    var recovery = Measure(
      name: "ready again after kill -9", unit: "s", moreIsBetter: false, limitName: "what is promised")
    for run in 1...runs {
      progress("large round \(run) of \(runs)")
      try network.restore("before")
      try network.start()
      let (clicks, idle) = PacedClicks.atRest(
        port: Self.site, buttons: try network.buttons(small), perSecond: 100)
      let resting = try network.memory(peak: false)
      try network.forgetPeak()
      let start = PacedClicks.now
      let took = try network.sendRound()
      let end = PacedClicks.now
      clicks.stop()
      wait.ours.append(clicks.p99(from: start, to: end))
      wait.limit.append(clicks.p99(from: idle, to: start))
      memory.ours.append(try network.memory(peak: true) - resting)
      memory.limit.append(growth)
      rate.ours.append(Double(large) / took)
      rate.limit.append(Double(small) / seconds)
      network.stop()
      try network.restore("before")
      recovery.ours.append(try recover(network))
      recovery.limit.append(5)
      network.stop(SIGKILL)
      // A run takes minutes: the medians so far are told at once.
      progress(Table.text([rate, wait, memory, recovery]))
    }
    return [rate, wait, memory, recovery]
  }

  /// Seconds from the start of the daemon until it listens again, after a kill in the middle of a round.
  private func recover(_ network: Network) throws -> Double {
    try network.start()
    try network.command("schedule", "run", "waiting-period")
    usleep(2_000_000)
    network.stop(SIGKILL)
    return try network.start()
  }
}
