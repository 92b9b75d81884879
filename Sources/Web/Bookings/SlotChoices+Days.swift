import Domain
import Foundation

extension SlotChoices {
  /// The first so many times from a moment on, day by day, each told in its own zone.
  init(_ free: [Slot], from: Date? = nil, chosen: Date? = nil, most: Int = 12, later path: (Slot) -> String) {
    let ahead = free.filter { $0.start >= from ?? .distantPast }
    let shown = ahead.prefix(most)
    self.init(
      days: Self.days(shown, chosen: chosen),
      later: ahead.dropFirst(most).first.map { LinkTarget(path($0)) }, problem: nil)
  }

  private static func days(_ slots: ArraySlice<Slot>, chosen: Date?) -> [Day] {
    var days: [Day] = []
    for slot in slots {
      let words = AppointmentWords(slot)
      let heading = "\(words.day) (\(words.zone))"
      let time = Time(
        value: String(slot.start.milliseconds), hours: words.hours, place: words.place,
        isChosen: slot.start == chosen)
      if days.last?.heading == heading {
        days[days.count - 1].times.append(time)
      } else {
        days.append(Day(heading: heading, times: [time]))
      }
    }
    return days
  }
}

extension Form {
  /// The moment at which the chosen time begins.
  var slotStart: Date? { self["slot"].flatMap { Int64($0) }.map { Date(milliseconds: $0) } }
}
