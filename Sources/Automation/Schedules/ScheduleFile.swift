import Domain
import Foundation
import Mail

/// Reads schedules: `emails`, `on-calendar` (a list), `time-zone` (an IANA name or `recipient`), and how what they fire goes
/// out: `randomized-delay`, `persistent`, `cut-off`, `reminder-after`.
public enum ScheduleFile {
  /// Every key that a file may hold.
  static let keys = [
    "emails", "on-calendar", "time-zone", "randomized-delay", "persistent", "cut-off", "reminder-after",
  ]

  /// The schedules of a folder by name, or all that is wrong with them.
  public static func load(folder: URL) throws(ScheduleMistakes) -> [Schedule] {
    let names: [String]
    do { names = try WrittenFile.names(in: folder.path) } catch {
      throw ScheduleMistakes(mistakes: [ScheduleMistake(file: folder.path, message: error.message)])
    }
    var schedules: [Schedule] = []
    var mistakes: [ScheduleMistake] = []
    for name in names {
      do throws(ScheduleMistakes) {
        if let schedule = try load(name, in: folder.path) { schedules.append(schedule) }
      } catch { mistakes += error.mistakes }
    }
    if schedules.isEmpty, mistakes.isEmpty {
      mistakes = [
        ScheduleMistake(
          file: folder.path, message: "holds no schedule: a file such as waiting-period.yaml is missing")
      ]
    }
    for second in schedules.filter({ $0.emails == .digest }).dropFirst() {
      let file = folder.path + "/" + second.name + ".yaml"
      mistakes.append(ScheduleMistake(file: file, message: "is a second one of digests: they have one"))
    }
    guard mistakes.isEmpty else { throw ScheduleMistakes(mistakes: mistakes) }
    return schedules
  }

  /// One file of the folder; nil for one that is none of ours, such as a note or what an editor kept.
  private static func load(_ file: String, in folder: String) throws(ScheduleMistakes) -> Schedule? {
    let path = folder + "/" + file
    if file.hasSuffix(".yml") {
      throw refusal(path, "is not read: give it a name that ends in .yaml")
    }
    guard file.hasSuffix(".yaml") else { return nil }
    let name = String(file.dropLast(5))
    guard isName(name) else {
      throw refusal(path, "a schedule's name is lower-case letters, digits and hyphens")
    }
    let text: String
    do { text = try WrittenFile.text(at: path) } catch {
      let (line, column) = (error.line, error.column)
      throw ScheduleMistakes(mistakes: [
        ScheduleMistake(file: path, line: line, column: column, message: error.message)
      ])
    }
    return try read(text, name: name, file: path)
  }

  /// One schedule from the text of its file.
  public static func read(_ text: String, name: String, file: String) throws(ScheduleMistakes) -> Schedule {
    var reading = ScheduleReading(file: file)
    let schedule = reading.schedule(text, name: name)
    guard let schedule, reading.mistakes.isEmpty else { throw ScheduleMistakes(mistakes: reading.mistakes) }
    return schedule
  }

  private static func refusal(_ path: String, _ message: String) -> ScheduleMistakes {
    ScheduleMistakes(mistakes: [ScheduleMistake(file: path, message: message)])
  }

  /// Commands, logs and the database name a schedule by it.
  private static func isName(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count) && !text.hasPrefix("-")
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
