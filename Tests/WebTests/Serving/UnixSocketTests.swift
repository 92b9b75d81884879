import Foundation
import Synchronization
import Testing

@testable import Web

struct UnixSocketTests {
  private let folder: ScratchFolder
  private let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("control")
  }

  private func listener(mode: mode_t = 0o660) -> Listener { Listener(.path(path, mode: mode)) }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }

  @Test(arguments: [0o600, 0o660, 0o666] as [mode_t])
  func `the socket has its mode while it is served, and is gone after`(granted: mode_t) async throws {
    try await ServerUnderTest.at(listener(mode: granted)) { server in
      #expect(mode(path) == S_IFSOCK | granted)
      #expect(server.port == 0)
      let answer = try await TestConnection.path(path).get("/word")
      #expect(answer.body == "word")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a socket never grants more than its mode, whenever one looks`() throws {
    let done = Atomic(false)
    let seen = Mutex<Set<mode_t>>([])
    let path = path
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      if worker == 0 {
        for _ in 0..<2_000 {
          guard let socket = try? UnixSocket(path: path, mode: 0o660) else { continue }
          close(socket.descriptor)
          socket.remove()
        }
        done.store(true, ordering: .relaxed)
      }
      while !done.load(ordering: .relaxed) {
        for name in [path, path + "~"] { if let mode = mode(name) { seen.withLock { _ = $0.insert(mode) } } }
      }
    }
    #expect(seen.withLock { $0 }.allSatisfy { $0 & ~(S_IFSOCK | 0o660) == 0 })
  }

  @Test(arguments: ["control", "control~"])
  func `a socket left behind is no hindrance`(name: String) async throws {
    close(try TestSocket(path: folder.file(name)).descriptor)
    #expect(mode(folder.file(name)) != nil)
    try await ServerUnderTest.at(listener()) { _ in
      let answer = try await TestConnection.path(path).get("/word")
      #expect(answer.body == "word")
    }
  }

  @Test func `a socket that somebody serves is left to them`() async throws {
    try await ServerUnderTest.at(listener()) { _ in
      await #expect(throws: ListenerError.pathInUse(path)) {
        try await ServerUnderTest.at(listener()) { _ in }
      }
      let answer = try await TestConnection.path(path).get("/word")
      #expect(answer.body == "word")
    }
  }

  @Test func `what is no socket is left alone`() async throws {
    folder.write("precious", to: "control")
    await #expect(throws: ListenerError.notASocket(path)) {
      try await ServerUnderTest.at(listener()) { _ in }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `a file that has taken the socket's name meanwhile is not removed`() async throws {
    try await ServerUnderTest.at(listener()) { _ in
      try FileManager.default.removeItem(atPath: path)
      folder.write("another's", to: "control")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "another's")
  }

  @Test(arguments: [(102, true), (103, false)])
  func `a path has 102 bytes at most`(length: Int, fits: Bool) async throws {
    let long = folder.path + "/" + String(repeating: "s", count: length - folder.path.utf8.count - 1)
    let opening: () throws -> Void = {
      let socket = try UnixSocket(path: long, mode: 0o660)
      close(socket.descriptor)
    }
    if fits { try opening() } else { #expect(throws: ListenerError.pathTooLong(long), performing: opening) }
  }

  @Test func `a folder that is missing is named, with the reason`() async throws {
    let place = Listener.Place.path(folder.file("missing/control"), mode: 0o660)
    let refused = ListenerError.refused(place, ENOENT)
    await #expect(throws: refused) { try await ServerUnderTest.at(Listener(place)) { _ in } }
    #expect("\(refused)" == "cannot listen on \(place): No such file or directory")
  }
}
