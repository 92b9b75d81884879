import Foundation
import Testing

@testable import helplink

@Suite(.serialized)
struct InheritedSocketsTests {
  private func take(_ sockets: PassedSockets, names: String?, process: Int32 = getpid()) throws
    -> InheritedSockets
  {
    var environment = ["LISTEN_PID": "\(process)", "LISTEN_FDS": "\(sockets.descriptors.count)"]
    environment["LISTEN_FDNAMES"] = names
    return try InheritedSockets.take(environment: environment, first: sockets.first)
  }

  private func refusal(_ sockets: PassedSockets, names: String?) throws -> [String] {
    let failure = try #require(throws: Failure.self) { try take(sockets, names: names) }
    #expect(failure.code == 78)
    #expect(sockets.areClosedInPrograms)
    return failure.description.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [AF_INET, AF_INET6])
  func `the site's socket and that of commands are told apart by name`(family: CInt) throws {
    let sockets = try PassedSockets([.listening(AF_UNIX), .listening(family)])
    #expect(!sockets.areClosedInPrograms)
    let taken = try take(sockets, names: "control:site")
    #expect(taken.control == sockets.first)
    #expect(taken.site == sockets.first + 1)
    #expect(sockets.areClosedInPrograms)
  }

  @Test func `one socket alone is enough`() throws {
    let sockets = try PassedSockets([.listening(AF_INET)])
    let taken = try take(sockets, names: "site")
    #expect(taken.site == sockets.first)
    #expect(taken.control == nil)
    let address = try #require(ListeningSocket(sockets.first)?.address)
    #expect(address.host == "127.0.0.1" && address.port > 0 && address.isLoopback)
  }

  @Test func `what was left for another process, or not at all, is nothing`() throws {
    let sockets = try PassedSockets([.listening(AF_INET)])
    #expect(try take(sockets, names: "site", process: getpid() + 1) == InheritedSockets())
    #expect(!sockets.areClosedInPrograms)
    #expect(try InheritedSockets.take(environment: [:]) == InheritedSockets())
    #expect(InheritedSockets().site == nil)
  }

  @Test(arguments: ["helplink.socket", "Site", "", "site "])
  func `a name that means nothing is refused`(name: String) throws {
    let lines = try refusal(try PassedSockets([.listening(AF_INET)]), names: name)
    #expect(
      lines == ["systemd passed a socket named \(name): FileDescriptorName= must be site or control"])
  }

  @Test func `two sockets of one name are refused`() throws {
    let sockets = try PassedSockets([.listening(AF_INET), .listening(AF_INET6)])
    let lines = try refusal(sockets, names: "site:site")
    #expect(lines == ["systemd passed two sockets named site: its unit must have one ListenStream="])
  }

  @Test(arguments: [
    PassedSocket.listening(AF_UNIX), .idle(AF_INET), .datagram(AF_INET), .file, .closed,
  ])
  func `what is no listening TCP socket cannot be the site's`(socket: PassedSocket) throws {
    let lines = try refusal(try PassedSockets([socket]), names: "site")
    #expect(lines == ["the socket that systemd passed as site must be a listening TCP socket: ListenStream="])
  }

  @Test(arguments: [
    PassedSocket.listening(AF_INET), .listening(AF_INET6), .idle(AF_UNIX), .datagram(AF_UNIX), .file, .closed,
  ])
  func `what is no listening Unix socket cannot be that of commands`(socket: PassedSocket) throws {
    let lines = try refusal(try PassedSockets([socket]), names: "control")
    #expect(
      lines == [
        "the socket that systemd passed as control must be a listening Unix stream socket: ListenStream="
      ])
  }

  @Test func `all mistakes are told together`() throws {
    let sockets = try PassedSockets([.listening(AF_INET), .file, .listening(AF_INET)])
    #expect(try refusal(sockets, names: "web:site:control").count == 3)
  }

  @Test(arguments: [nil, "", "site", "site:control:site"])
  func `each socket needs a name`(names: String?) throws {
    let sockets = try PassedSockets([.listening(AF_INET), .listening(AF_UNIX)])
    let lines = try refusal(sockets, names: names)
    #expect(lines.count == 1 && lines[0].hasPrefix("LISTEN_FDNAMES must name each socket"))
  }

  @Test(arguments: [nil, "", "0", "-1", "many", "2147483647", "99999999999"])
  func `a number of sockets that cannot be is refused`(count: String?) throws {
    var environment = ["LISTEN_PID": "\(getpid())", "LISTEN_FDNAMES": "site"]
    environment["LISTEN_FDS"] = count
    let failure = try #require(throws: Failure.self) { try InheritedSockets.take(environment: environment) }
    #expect(failure.description == "LISTEN_FDS must be the number of sockets that were passed")
  }
}
