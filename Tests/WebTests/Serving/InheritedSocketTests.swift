import Foundation
import Testing

@testable import Web

struct InheritedSocketTests {
  @Test func `who connected and asked before the server began is answered by it`() async throws {
    let socket = try TestSocket()
    let early = try await TestConnection.port(socket.port)
    try await early.send("GET /word HTTP/1.1\r\nhost: test\r\n\r\n")
    try await ServerUnderTest.at(Listener(.descriptor(socket.descriptor))) { server in
      let answer = try await early.answer()
      #expect(answer.body == "word")
      #expect(server.port == socket.port)
    }
  }

  @Test func `the socket outlives the server: who comes between two is answered by the next`()
    async throws
  {
    let socket = try TestSocket()
    let kept = dup(socket.descriptor)
    let port = socket.port
    try await ServerUnderTest.at(Listener(.descriptor(socket.descriptor))) { _ in }
    let between = try await TestConnection.port(port)
    try await between.send("GET /word HTTP/1.1\r\nhost: test\r\n\r\n")
    try await ServerUnderTest.at(Listener(.descriptor(kept))) { _ in
      let answer = try await between.answer()
      #expect(answer.body == "word")
    }
  }

  @Test func `an inherited Unix socket is served, and its file stays its maker's`() async throws {
    let folder = try ScratchFolder()
    let socket = try TestSocket(path: folder.file("control"))
    try await ServerUnderTest.at(Listener(.descriptor(socket.descriptor))) { server in
      #expect(server.port == 0)
      let answer = try await TestConnection.path(folder.file("control")).get("/word")
      #expect(answer.status == 200)
    }
    #expect(FileManager.default.fileExists(atPath: folder.file("control")))
  }

  enum Wrong: CaseIterable { case closed, file, bound, datagrams, connected }

  @Test(arguments: Wrong.allCases)
  func `what is no listening stream socket is refused in words`(wrong: Wrong) async throws {
    let descriptor = try descriptor(wrong)
    defer { close(descriptor) }
    let refused = ListenerError.notListening(descriptor)
    await #expect(throws: refused) {
      try await ServerUnderTest.at(Listener(.descriptor(descriptor))) { _ in }
    }
    #expect("\(refused)" == "the inherited descriptor \(descriptor) is not a socket that listens")
  }

  private func descriptor(_ wrong: Wrong) throws -> CInt {
    switch wrong {
    // Higher than any limit, so that no other test can have it meanwhile.
    case .closed: return CInt.max
    case .file: return open("/dev/null", O_RDONLY)
    case .bound: return try TestSocket(listens: false).descriptor
    case .datagrams: return socket(AF_INET, CInt(SOCK_DGRAM.rawValue), 0)
    case .connected:
      var pair: [CInt] = [0, 0]
      #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &pair) == 0)
      close(pair[1])
      return pair[0]
    }
  }
}
