import AsyncHTTPClient
import Domain
import Foundation
import Store

/// Looks at the folder of what must last. A daemon that runs has the database open, so it is asked; otherwise the lock is
/// taken for as long as the look lasts.
struct StateExamination {
  let state: String
  let keys: String
  let control: String

  func look(_ findings: inout Findings) async {
    guard FileManager.default.fileExists(atPath: state) else { return }
    let socket = ControlSocket(path: control)
    if socket.answers {
      do { findings.warn(Self.words(try await ask(socket))) } catch {
        _ = findings.attempt { throw error }
      }
      return
    }
    if let fence = findings.attempt(lookAtRecord) { findings.warn(Self.words(fence)) }
  }

  private func ask(_ socket: ControlSocket) async throws -> Fence {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    let report: Report
    do { report = try await socket.ask(.status, over: client) } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
    let facts = try JSONDecoder().decode(FenceFacts.self, from: Data(report.json.utf8))
    return Fence.Reason.allCases.first { facts.fence.hasSuffix($0.rawValue) }.map { .closed($0) } ?? .open
  }

  /// What of a daemon's status is looked at.
  private struct FenceFacts: Decodable { let fence: String }

  private func lookAtRecord() throws -> Fence {
    let folder = try StateFolder(state)
    guard FileManager.default.fileExists(atPath: folder.database) else { return .open }
    guard let lock = try StateLock(folder: state, purpose: .command) else {
      throw Failure.owned(state, by: StateLock.holder(folder: state), control: control)
    }
    defer { withExtendedLifetime(lock) {} }
    let marks: RecordMarks?
    do { marks = try Store.marks(at: folder.database) } catch let error as StoreError {
      throw Failure(error.description)
    } catch { throw Failure("\(folder.database) cannot be opened: \(error)") }
    return Fence.decide(inRecord: marks, outside: try RecordFence(state: folder, keys: keys).outside())
  }

  private static func words(_ fence: Fence) -> [String] {
    guard case .closed(let reason) = fence else { return [] }
    return ["nothing is sent: \(reason.rawValue); when it may send: helplink queue release --fence"]
  }
}
