import Domain
import Foundation
import Store

extension Operations {
  /// Erases a member, their photo and every trace in the file. Said again of somebody who is erased, it finishes what was cut
  /// short.
  func erase(_ text: String) async throws -> Report {
    guard let id = try await store.read({ try $0.practitioner(named: text)?.id }) else {
      return noMember(text)
    }
    let (event, now) = (newEvent(), time.now().inMilliseconds)
    let outcome = try await store.erase(id) {
      ErasureDecision.decide(.byOperator, facts: $0, event: event, now: now)
    }
    do { try await store.sweep() } catch {
      return .refused("\(id) is erased, but the file still holds traces (\(error)); run the command again")
    }
    let words =
      outcome == .alreadySo ? "erased already; nothing changes" : "erased; \(id) is left as a pseudonym"
    return try Report(
      ["member": id.text, "standing": Practitioner.Standing.erased.rawValue], text: words)
  }
}
