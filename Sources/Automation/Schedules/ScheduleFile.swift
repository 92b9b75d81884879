import Domain
import Foundation
import Yams

/// A mistake in a file of `schedules/`, with where it stands.
public struct ScheduleMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// Counted from 1; nil when the mistake is about the whole file.
  public var line: Int?
  /// Counted from 1.
  public var column: Int?
  /// What must be done.
  public var message: String

  /// `waiting-period.yaml:4:7: message`.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + message
  }
}

/// All mistakes of a folder of schedules together.
public struct ScheduleMistakes: Error, Sendable, CustomStringConvertible {
  /// Never empty.
  public var mistakes: [ScheduleMistake]
  /// As it is printed.
  public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}

/// Reads schedules: `emails`, `on-calendar` (a list), `time-zone` (an IANA name or `recipient`), and how what they fire goes
/// out: `randomized-delay`, `persistent`, `cut-off`, `reminder-after`.
public enum ScheduleFile {
  /// Every key that a file may hold.
  static let keys = [
    "emails", "on-calendar", "time-zone", "randomized-delay", "persistent", "cut-off", "reminder-after",
  ]

  /// The schedules of a folder by name, or all that is wrong with them.
  public static func load(folder: URL) throws(ScheduleMistakes) -> [Schedule] {
    var schedules: [Schedule] = []
    var mistakes: [ScheduleMistake] = []
    for file in try files(in: folder) {
      do {
        let text = try String(contentsOf: file, encoding: .utf8)
        schedules.append(
          try read(text, name: file.deletingPathExtension().lastPathComponent, file: file.lastPathComponent))
      } catch let wrong as ScheduleMistakes {
        mistakes += wrong.mistakes
      } catch {
        mistakes.append(
          ScheduleMistake(
            file: file.lastPathComponent, message: "cannot be read: \(error.localizedDescription)"))
      }
    }
    guard mistakes.isEmpty else { throw ScheduleMistakes(mistakes: mistakes) }
    return schedules
  }

  private static func files(in folder: URL) throws(ScheduleMistakes) -> [URL] {
    let names: [String]
    do {
      // By path: the listing by URL returns nothing, silently, for a linked folder.
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".yaml") }
    } catch {
      throw ScheduleMistakes(mistakes: [
        ScheduleMistake(file: folder.path, message: "the folder of schedules cannot be read")
      ])
    }
    guard !names.isEmpty else {
      throw ScheduleMistakes(mistakes: [
        ScheduleMistake(file: folder.path, message: "holds no schedule (a file such as waiting-period.yaml)")
      ])
    }
    return names.sorted().map { folder.appendingPathComponent($0) }
  }

  /// One schedule from the text of its file.
  public static func read(_ text: String, name: String, file: String) throws(ScheduleMistakes) -> Schedule {
    var reading = Reading(file: file)
    let schedule = reading.schedule(text, name: name)
    guard let schedule, reading.mistakes.isEmpty else { throw ScheduleMistakes(mistakes: reading.mistakes) }
    return schedule
  }
}

/// One file being read; goes on after a mistake so that all are told at once.
private struct Reading {
  let file: String
  var mistakes: [ScheduleMistake] = []

  init(file: String) { self.file = file }

  mutating func schedule(_ text: String, name: String) -> Schedule? {
    guard let root = compose(text) else { return nil }
    guard let mapping = root.mapping else {
      note("a schedule has the keys \(ScheduleFile.keys.joined(separator: ", "))", at: root)
      return nil
    }
    for (key, _) in mapping where !ScheduleFile.keys.contains(key.string ?? "") {
      note(
        "unknown key \(key.string ?? "?"); a schedule has \(ScheduleFile.keys.joined(separator: ", "))",
        at: key)
    }
    let kind = kind(mapping["emails"], in: root)
    let expressions = expressions(mapping["on-calendar"], in: root)
    let zone = zone(mapping["time-zone"], in: root)
    let terms = terms(mapping)
    let isPersistent = truth(mapping["persistent"]) ?? true
    guard let kind, let expressions, let zone else { return nil }
    return Schedule(
      name: name, emails: kind, onCalendar: expressions, zone: zone, terms: terms, isPersistent: isPersistent)
  }

  private mutating func terms(_ mapping: Node.Mapping) -> FiringTerms {
    var terms = FiringTerms()
    if let delay = span(mapping["randomized-delay"], "randomized-delay", 0...7 * 86_400) {
      terms.randomizedDelay = TimeInterval(delay)
    }
    if let cutOff = span(mapping["cut-off"], "cut-off", 60...28 * 86_400) {
      terms.cutOff = TimeInterval(cutOff)
    }
    if let node = mapping["reminder-after"], let span = span(node, "reminder-after", 86_400...28 * 86_400) {
      // At the same time of day, so in days: seven of them may have 167 hours.
      if span % 86_400 == 0 {
        terms.reminderAfter = span / 86_400
      } else {
        note("reminder-after is a number of whole days, such as 7 days", at: node)
      }
    }
    return terms
  }

  private mutating func span(_ node: Node?, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let text = node.scalar?.string else {
      note("\(key) is a time span such as 30min or 7 days", at: node)
      return nil
    }
    do throws(TimeSpanError) {
      let span = try TimeSpan(text)
      if range.contains(span.seconds) { return span.seconds }
      let (least, most) = (TimeSpan(seconds: range.lowerBound), TimeSpan(seconds: range.upperBound))
      note("\(key) is a time span from \(least.normalized) to \(most.normalized)", at: node)
    } catch { note("\(key): \(error)", at: node) }
    return nil
  }

  private mutating func truth(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    if let truth = node.bool { return truth }
    note("persistent is true or false", at: node)
    return nil
  }

  private mutating func compose(_ text: String) -> Node? {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      note("the file is empty", at: nil)
    } catch let error as YamlError {
      note("is not YAML: \(error)".split(separator: "\n").first.map(String.init) ?? "is not YAML", at: nil)
    } catch { note("is not YAML", at: nil) }
    return nil
  }

  private mutating func kind(_ node: Node?, in root: Node) -> Email.Kind? {
    guard let text = node?.string else {
      note("emails is missing; it names what is sent: waiting-period", at: node ?? root)
      return nil
    }
    guard let kind = Email.Kind(rawValue: text), kind == .waitingPeriod else {
      note("emails must be waiting-period", at: node)
      return nil
    }
    return kind
  }

  private mutating func expressions(_ node: Node?, in root: Node) -> [CalendarExpression]? {
    guard let items = node?.sequence, !items.isEmpty else {
      note(
        "on-calendar is missing; it is a list of calendar expressions such as Tue *-*-01..07 09:00",
        at: node ?? root)
      return nil
    }
    return items.compactMap { expression($0) }
  }

  private mutating func expression(_ node: Node) -> CalendarExpression? {
    // `node.string` is nil for a list; a scalar such as 12:00 stays as written.
    guard let text = node.scalar?.string else {
      note("a calendar expression is one line of text", at: node)
      return nil
    }
    do { return try CalendarExpression(text) } catch {
      note("\(error)", at: node)
      return nil
    }
  }

  private mutating func zone(_ node: Node?, in root: Node) -> Schedule.Zone? {
    guard let text = node?.string else {
      note(
        "time-zone is missing; it is an IANA name such as Australia/Sydney, or recipient", at: node ?? root)
      return nil
    }
    if text == "recipient" { return .recipient }
    guard TimeZone.knownTimeZoneIdentifiers.contains(text) || text == "UTC",
      let zone = TimeZone(identifier: text)
    else {
      note("time-zone \(text) is not an IANA name such as Australia/Sydney, nor recipient", at: node)
      return nil
    }
    return .named(zone)
  }

  private mutating func note(_ message: String, at node: Node?) {
    mistakes.append(
      ScheduleMistake(file: file, line: node?.mark?.line, column: node?.mark?.column, message: message))
  }
}
