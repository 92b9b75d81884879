import Domain
import Foundation
import Yams

/// One file of a schedule being read; goes on after a mistake so that all are told at once.
struct ScheduleReading {
  let file: String
  private(set) var mistakes: [ScheduleMistake] = []

  init(file: String) { self.file = file }

  /// Nil only after a mistake was noted.
  mutating func schedule(_ text: String, name: String) -> Schedule? {
    guard let root = compose(text) else { return nil }
    guard let mapping = root.mapping else {
      note("must hold the keys of a schedule: \(ScheduleFile.keys.joined(separator: ", "))", at: root)
      return nil
    }
    for (key, _) in mapping where !ScheduleFile.keys.contains(key.string ?? "") { noteUnknown(key) }
    let kind = kind(mapping["emails"])
    let expressions = expressions(mapping["on-calendar"])
    let zone = zone(mapping["time-zone"])
    let terms = terms(mapping)
    if kind == .digest, let node = mapping["reminder-after"] {
      note("reminder-after: nobody is reminded of a digest", at: node)
    }
    let isPersistent = truth(mapping["persistent"]) ?? true
    mistakes.sort { ($0.line ?? .max, $0.column ?? 0) < ($1.line ?? .max, $1.column ?? 0) }
    guard let kind, let expressions, let zone else { return nil }
    return Schedule(
      name: name, emails: kind, onCalendar: expressions, zone: zone, terms: terms, isPersistent: isPersistent)
  }

  private mutating func compose(_ text: String) -> Node? {
    do throws(WrittenYAML.Mistakes) {
      if let node = try WrittenYAML.compose(text) { return node }
      note("is empty: a schedule has the keys \(ScheduleFile.keys.joined(separator: ", "))", at: nil)
    } catch {
      mistakes += error.mistakes.map {
        let message = $0.key.isEmpty ? $0.message : "\($0.key): \($0.message)"
        return ScheduleMistake(file: file, line: $0.line, column: $0.column, message: message)
      }
    }
    return nil
  }

  private mutating func noteUnknown(_ key: Node) {
    let name = key.string ?? ""
    let remedy =
      NearestKey.to(name, among: ScheduleFile.keys).map { "did you mean \($0)?" }
      ?? "a schedule has \(ScheduleFile.keys.joined(separator: ", "))"
    note("\(name.shown): is not a key; \(remedy)", at: key)
  }

  private mutating func kind(_ node: Node?) -> Email.Kind? {
    let kinds = Schedule.kinds.map(\.rawValue).joined(separator: " or ")
    guard let node else { return missing("emails", "it names what is sent: \(kinds)") }
    let kind = (node.scalar?.string).flatMap(Email.Kind.init)
    if kind.map(Schedule.kinds.contains) != true { note("emails: must be \(kinds)", at: node) }
    return kind
  }

  private mutating func zone(_ node: Node?) -> Schedule.Zone? {
    guard let node else {
      return missing("time-zone", "an IANA name such as Australia/Sydney, or recipient")
    }
    let text = node.scalar?.string ?? ""
    if text == "recipient" { return .recipient }
    guard TimeZone.knownTimeZoneIdentifiers.contains(text) || text == "UTC",
      let zone = TimeZone(identifier: text)
    else {
      note("time-zone: must be an IANA name such as Australia/Sydney, or recipient", at: node)
      return nil
    }
    return .named(zone)
  }

  private mutating func truth(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    if let truth = node.bool { return truth }
    note("persistent: must be true or false", at: node)
    return nil
  }

  private mutating func missing<Value>(_ key: String, _ what: String) -> Value? {
    note("\(key): is required: \(what)", at: nil)
    return nil
  }

  /// `offset` counts the characters from where the node begins to what is wrong.
  mutating func note(_ message: String, at node: Node?, offset: Int = 0) {
    mistakes.append(
      ScheduleMistake(
        file: file, line: node?.mark?.line, column: node?.mark.map { $0.column + offset },
        message: message.shown(atMost: 500)))
  }
}
