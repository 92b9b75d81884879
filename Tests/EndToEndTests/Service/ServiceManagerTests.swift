import Foundation
import Testing

@testable import helplink

struct ServiceManagerTests {
  private let lines = LogLines()

  private func told(_ environment: [String: String], process: Int32 = 7) -> ServiceManager? {
    ServiceManager(environment: environment, logger: lines.logger(), process: process)
  }

  private func heard(at name: String, _ say: (ServiceManager) -> Void) throws -> [String] {
    let listener = try NotifyListener(at: name)
    say(try #require(told(["NOTIFY_SOCKET": name])))
    return listener.messages()
  }

  /// Every word of the protocol that the daemon uses, said to a socket.
  private func expectAllWords(at name: String) throws {
    let heard = try heard(at: name) { manager in
      manager.ready(status: "Waiting for work")
      manager.alive()
      manager.status("12 emails in the outbox")
      manager.stopping()
    }
    #expect(
      heard == [
        "READY=1\nSTATUS=Waiting for work", "WATCHDOG=1", "STATUS=12 emails in the outbox",
        "STOPPING=1\nSTATUS=Stopping",
      ])
    #expect(lines.all.isEmpty)
  }

  @Test func `a manager with a path hears each state`() async throws {
    try await Scratch.using { try expectAllWords(at: $0.path("notify")) }
  }

  @Test func `a manager with an abstract name hears each state`() throws {
    try expectAllWords(at: "@helplink-test-\(UUID().uuidString)")
  }

  @Test func `a reload says when it began, by the clock that only goes forward`() throws {
    var before = timespec()
    clock_gettime(CLOCK_MONOTONIC, &before)
    let heard = try heard(at: "@helplink-test-\(UUID().uuidString)") { $0.reloading() }
    let words = try #require(heard.first).split(separator: "\n")
    #expect(words.first == "RELOADING=1")
    let began = try #require(Int(words.last?.split(separator: "=").last ?? ""))
    let earliest = before.tv_sec * 1_000_000
    #expect((earliest...(earliest + 60_000_000)).contains(began))
  }

  @Test(arguments: [
    ("two\nREADY=1", "two READY=1"), ("\r\n\t\u{85}\u{2028}x\0", "     x "), ("", ""),
    (String(repeating: "é", count: 5_000), String(repeating: "é", count: 500)),
  ])
  func `a status is one line of a length that systemd takes`(words: String, heardAs: String) throws {
    let heard = try heard(at: "@helplink-test-\(UUID().uuidString)") { $0.status(words) }
    #expect(heard == ["STATUS=\(heardAs)"])
  }

  @Test func `without a manager there is nobody to tell, and nothing to say about it`() {
    #expect(told([:]) == nil)
    #expect(lines.all.isEmpty)
  }

  @Test(arguments: ["", "@", "/", "relative", "vsock:2:99", "/" + String(repeating: "n", count: 107)])
  func `a socket that cannot be is said once, and the daemon goes on`(name: String) {
    #expect(told(["NOTIFY_SOCKET": name]) == nil)
    #expect(lines.all.count == 1)
    #expect(lines.all.first?.hasPrefix("<4>NOTIFY_SOCKET names no socket") == true)
  }

  @Test func `a manager that is away is said once until it was heard again`() async throws {
    try await Scratch.using { scratch in
      let name = scratch.path("notify")
      let manager = try #require(told(["NOTIFY_SOCKET": name]))
      for _ in 1...3 { manager.alive() }
      #expect(
        lines.all == ["<4>the service manager cannot be told anything why=\"No such file or directory\"\n"])
      do {
        let listener = try NotifyListener(at: name)
        manager.alive()
        #expect(listener.messages() == ["WATCHDOG=1"])
      }
      for _ in 1...3 { manager.alive() }
      #expect(lines.all.count == 2)
    }
  }

  @Test(
    arguments: [
      (["WATCHDOG_USEC": "60000000"], 60), (["WATCHDOG_USEC": "1500000", "WATCHDOG_PID": "7"], 1.5),
      (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "8"], nil), (["WATCHDOG_PID": "7"], nil), ([:], nil),
      (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "-1"], nil), (["WATCHDOG_USEC": "soon"], nil),
      (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "seven"], nil),
    ] as [([String: String], TimeInterval?)])
  func `the watchdog counts when it waits for this process`(
    environment: [String: String], every: TimeInterval?
  )
    throws
  {
    let named = environment.merging(["NOTIFY_SOCKET": "/run/systemd/notify"]) { $1 }
    #expect(try #require(told(named)).watchdogInterval == every)
  }
}
