/// When an expression fires, as fields of a local date and time.
struct CalendarFields: Sendable, Hashable {
  var weekdays = WeekdaySet.all
  var year = CalendarField(.year)
  var month = CalendarField(.month)
  /// Counted from the month's start (`-`) or end (`~`), as its unit says.
  var day = CalendarField(.day)
  var hour = CalendarField(.hour, 0)
  var minute = CalendarField(.minute, 0)
  /// In microseconds.
  var second = CalendarField(.second, 0)

  /// `Mon..Fri *-*-01 09:00:00`.
  var normalized: String {
    let days = weekdays.normalized
    let date = "\(year.normalized)-\(month.normalized)\(day.unit == .dayFromEnd ? "~" : "-")\(day.normalized)"
    let time = "\(hour.normalized):\(minute.normalized):\(second.normalized)"
    return (days.isEmpty ? "" : days + " ") + date + " " + time
  }
}
