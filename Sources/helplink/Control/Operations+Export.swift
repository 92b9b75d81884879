import Domain
import Foundation
import Store

extension Operations {
  /// Everything that is held about a member, as the file that they get themselves.
  func export(_ text: String) async throws -> Report {
    guard let id = try await store.read({ try $0.practitioner(named: text)?.id }) else {
      return noMember(text)
    }
    let line = SecurityEvent(
      id: newEvent(), practitioner: id, kind: .exported, at: time.now().inMilliseconds,
      detail: "by the operator")
    let export = try await store.perform({ try $0.export(id) }) {
      Decision($0, changes: $0 == nil ? [] : [.securityEvent(line)])
    }
    guard let export else { return noMember(text) }
    let file = String(decoding: try export.file(), as: UTF8.self).trimmingCharacters(in: .newlines)
    return Report(json: file, text: file)
  }
}
