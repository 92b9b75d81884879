import Automation
import Crypto
import Domain
import Foundation
import Store

/// By what a record is known outside itself: this machine, the database's file, and the counter in the folder of keys.
struct RecordFence: Sendable {
  private let database: String
  private let counter: String

  init(state: StateFolder, keys: String) {
    database = state.database
    counter = keys + "/generation"
  }

  /// The marks as they are true now.
  func outside() throws -> RecordMarks {
    var attributes = stat()
    guard stat(database, &attributes) == 0 else {
      throw Failure("\(database) cannot be looked at: \(String(cString: strerror(errno)))")
    }
    return RecordMarks(
      machine: Self.machine, inode: Int64(bitPattern: UInt64(attributes.st_ino)), generation: generation)
  }

  /// How the fence stands for an open record.
  func state(of store: Store) async throws -> Fence {
    Fence.decide(inRecord: try await store.read { try $0.marks() }, outside: try outside())
  }

  /// The fence for a daemon: a record that may send bears its marks from now on.
  func forSending(_ store: Store) async throws -> SendingFence {
    let fence = try await state(of: store)
    if fence == .open { try await mark(store) }
    return SendingFence(fence, keep: write)
  }

  /// The operator says that this record may send: from now on it is the one.
  func release(_ store: Store) async throws { try await mark(store) }

  private func mark(_ store: Store) async throws {
    var marks = try outside()
    marks.generation = max(marks.generation, try await store.read { try $0.marks() }?.generation ?? 0) + 1
    try await store.mark(marks)
    try write(marks.generation)
  }

  /// Garbled, or not there, counts as nothing: the machine and the file still tell.
  private var generation: Int64 {
    let text = (try? String(contentsOfFile: counter, encoding: .utf8)) ?? ""
    return Int64(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  /// Twenty digits in the place of the twenty before, in one write and without waiting for the disk: it is done for every
  /// exchange of a round, and a counter that a loss of power set back keeps nothing from being sent.
  private func write(_ generation: Int64) throws {
    let digits = String(generation)
    let line = Array((String(repeating: "0", count: max(0, 20 - digits.count)) + digits + "\n").utf8)
    let file = open(counter, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Failure("\(counter) cannot be written: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    guard pwrite(file, line, line.count, 0) == line.count else {
      throw Failure("\(counter) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// machine-id(5) asks not to show the identifier itself.
  private static let machine: String = {
    let text = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)) ?? ""
    let id = Data(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    return Hexadecimal.encode(Array(SHA256.hash(data: Data("helplink record".utf8) + id)))
  }()
}
