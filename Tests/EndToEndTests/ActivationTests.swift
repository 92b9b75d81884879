import Foundation
import Testing

/// The daemon as systemd starts and stops it: with a socket that was opened for it, and in the middle of a round.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct ActivationTests {
  /// Starts the daemon with a socket of this name. A shell stands before it and passes SIGTERM on: systemd-socket-activate
  /// closes what it inherits, by which Foundation would take it for ended and wait for it alone.
  private func activate(_ site: Installation, port: Int, name: String, environment: [String] = []) throws
    -> Program
  {
    let script = #"trap 'kill "$child"' TERM; "$@" & child=$!; wait "$child"; wait "$child""#
    let activation =
      ["/usr/bin/systemd-socket-activate", "--listen=127.0.0.1:\(port)", "--fdname=\(name)"]
      + environment.flatMap { ["-E", $0] }
    let daemon = [try Binary.path(), "serve", "--config", site.configuration]
    return try Program("/bin/sh", ["-c", script, "sh"] + activation + daemon, in: site.scratch)
  }

  @Test func `it serves on the socket that systemd hands over, and says when it is ready`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let port = try FreePort.find()
      let notify = scratch.path("notify")
      let listener = try NotifyListener(at: notify)
      let started = try activate(
        site, port: port, name: "site", environment: ["NOTIFY_SOCKET=\(notify)"])
      // The first visitor waits while the daemon starts, and is answered.
      let page = try await eventually("the first visitor's page") {
        try? await Visitor.get("http://127.0.0.1:\(port)/")
      }
      #expect(page.status == 200)
      #expect(listener.messages().contains { $0.hasPrefix("READY=1") })
      // `http.listen` is left alone: the socket takes its place.
      #expect((try? await Visitor.get("\(site.url)/")) == nil)
      #expect(try await site.status().facts.isWell)
      #expect(try await started.terminate().code == 0)
    }
  }

  @Test func `a socket with another name ends it with 78 and says what to write`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let port = try FreePort.find()
      let started = try activate(site, port: port, name: "web")
      _ = try await eventually("the end of the daemon") {
        _ = try? await Visitor.get("http://127.0.0.1:\(port)/")
        return started.isRunning ? nil : true
      }
      let ended = try await started.ended()
      #expect(ended.code == 78)
      #expect(ended.errors.contains("FileDescriptorName= must be site or control"))
    }
  }

  @Test func `SIGTERM in a round waits for the replies in hand, loses nothing and doubles nothing`()
    async throws
  {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let taken = try scratch.makeFolder("taken", mode: 0o777)
      // A relay that takes a second over every message.
      _ = try Program(
        "/usr/sbin/smtp-sink", ["-u", "postfix", "-w", "1", "-d", "\(taken)/%M.", "127.0.0.1:\(port)", "50"],
        in: scratch)
      let site = try Installation(
        in: scratch,
        mail: "transport: smtp\nsmtp:\n  url: smtp://127.0.0.1:\(port)\n  tls: none\n  connections: 2")
      try await site.importPractitioners()
      var stops = 0
      var states: Set<String> = ["queued"]
      while states != ["sent"] {
        let daemon = try await site.serve()
        if stops == 0 { _ = try await site.command("schedule", "run", "waiting-period") }
        _ = try await eventually("something to be on its way, or all of it to have left") {
          let now = try await site.states()
          return now.contains("sending") || now == ["sent"] ? true : nil
        }
        let clock = ContinuousClock()
        let began = clock.now
        #expect(try await daemon.terminate().code == 0)
        #expect(clock.now - began < .seconds(8))
        states = try await site.states()
        #expect(states.isSubset(of: ["queued", "claimed", "sent"]), "\(states)")
        stops += 1
        try #require(stops < 20)
      }
      #expect(stops > 1)
      let messages = try FileManager.default.contentsOfDirectory(atPath: taken).map {
        try String(contentsOfFile: taken + "/" + $0, encoding: .utf8)
      }
      let names = messages.compactMap { $0.firstMatch(of: /Message-ID: (\S+)/)?.1 }
      #expect(messages.count == 12)
      #expect(Set(names).count == 12)
    }
  }
}

extension Installation {
  /// The states of the round's questions.
  fileprivate func states() async throws -> Set<String> {
    Set(try await queue().filter { $0.kind == "waiting-period" }.map(\.state))
  }
}
