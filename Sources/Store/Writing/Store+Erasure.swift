import Domain
import Foundation
import GRDB

extension Store {
  /// Erases a member if it is so decided, with the file of their photo. What a crash in between leaves is `sweep`'s, and
  /// `PhotoFolder`'s.
  public func erase(
    _ id: Practitioner.ID,
    deciding decide: @escaping @Sendable (ErasureDecision.Facts) -> Decision<ErasureDecision.Outcome>
  ) async throws -> ErasureDecision.Outcome {
    let outcome = try await perform({ try $0.erasureFacts(of: id) }, decide: decide)
    if case .erased(let photo?) = outcome, try await !read({ try $0.hasPhoto(photo) }) {
      photos.remove(photo)
    }
    return outcome
  }

  /// Whether the file, or the log beside it, may still hold traces of what was erased.
  public func owesSweep() async throws -> Bool { try await read { try $0.unswept() } != nil }

  /// Leaves no trace of what was erased: writes the file anew, and cuts the log.
  ///
  /// `secure_delete` alone does not do it: a page that was divided keeps copies of what went to its neighbour (measured: 9 of
  /// 400 deleted rows were still to be found). Nothing is written meanwhile (measured: 3 s for 95 MiB). Throws when
  /// somebody reads for longer than the engine waits; to be tried again then.
  public func sweep() async throws {
    guard let erased = try await read({ try $0.unswept() }) else { return }
    do {
      try await pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      try await checkpointer.empty()
    } catch { throw storage.failed(error) }
    try await writer.submit { [keys] database, _ in
      try Record(database, keys).run("UPDATE erasure_progress SET swept = ?", [erased])
    }
  }
}

extension Record {
  /// Something was erased, and its traces are to be swept up.
  func noteErasure() throws {
    try run(
      """
      INSERT INTO erasure_progress (id, erased, swept) VALUES (1, 1, 0)
      ON CONFLICT (id) DO UPDATE SET erased = erasure_progress.erased + 1
      """, [])
  }

  /// How many erasures there have been, when the last of them has left traces; else nil.
  fileprivate func unswept() throws -> Int? {
    try first("SELECT erased FROM erasure_progress WHERE swept < erased", [])?[0]
  }
}
