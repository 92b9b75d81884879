/// The search goes field by field, the largest first: at most a few steps a month for the years up to 2199.
extension CalendarFields {
  /// The first instant after `earliest` (microseconds since 1970) at which `clock` shows a time that matches.
  func firstInstant(after earliest: Int, on clock: LocalClock) -> Int? {
    var from = clock.firstUnseen(after: earliest)
    while let local = firstMatch(from: from) {
      switch clock.reading(local) {
      case .shown(let instant) where instant > earliest:
        return instant
      case .shown(let instant):
        // Only a zone that changes twice within a day comes here. Times up to this one are not later than `earliest`.
        from = local.advanced(by: earliest - instant + 1)
      case .skipped(let resumption):
        from = max(resumption, local.advanced(by: 1))
      }
    }
    return nil
  }

  /// The first local time that matches, not before `from`.
  func firstMatch(from: LocalTime) -> LocalTime? {
    let start = max(from.microseconds, 0)
    let (number, timeOfDay) = start.quotientAndRemainder(dividingBy: LocalTime.day)
    guard let day = firstDay(from: number) else { return nil }
    if day == number {
      if let time = firstTime(from: timeOfDay) { return LocalTime(microseconds: day * LocalTime.day + time) }
      return firstMatch(from: LocalTime(microseconds: (day + 1) * LocalTime.day))
    }
    return firstTime(from: 0).map { LocalTime(microseconds: day * LocalTime.day + $0) }
  }

  /// The first day that matches, counted since 1970.
  private func firstDay(from number: Int) -> Int? {
    let from = CivilDate(daysSince1970: number)
    var (earliestMonth, earliestDay) = (from.month, from.day)
    var earliestYear = from.year
    while let year = year.first(from: earliestYear) {
      if year > earliestYear { (earliestMonth, earliestDay) = (1, 1) }
      while let month = month.first(from: earliestMonth) {
        if month > earliestMonth { earliestDay = 1 }
        if let date = firstDay(from: CivilDate(year: year, month: month, day: earliestDay)) {
          return date.daysSince1970
        }
        (earliestMonth, earliestDay) = (month + 1, 1)
      }
      (earliestYear, earliestMonth, earliestDay) = (year + 1, 1, 1)
    }
    return nil
  }

  /// The first day that matches in the month of `date`, not before it.
  private func firstDay(from date: CivilDate) -> CivilDate? {
    let last = CivilDate.length(ofMonth: date.month, in: date.year)
    var earliest = date.day
    while let day = day.first(from: earliest, last: last) {
      let found = CivilDate(year: date.year, month: date.month, day: day)
      if weekdays.contains(found.weekday) { return found }
      earliest = day + 1
    }
    return nil
  }

  /// The first time of day that matches, in microseconds since midnight.
  private func firstTime(from timeOfDay: Int) -> Int? {
    guard let hour = hour.first(from: timeOfDay / LocalTime.hour) else { return nil }
    let start = hour * LocalTime.hour
    if let rest = firstTimeOfHour(from: max(timeOfDay - start, 0)) { return start + rest }
    return firstTime(from: start + LocalTime.hour)
  }

  private func firstTimeOfHour(from timeOfHour: Int) -> Int? {
    guard let minute = minute.first(from: timeOfHour / LocalTime.minute) else { return nil }
    let start = minute * LocalTime.minute
    if let rest = second.first(from: max(timeOfHour - start, 0)) { return start + rest }
    return firstTimeOfHour(from: start + LocalTime.minute)
  }
}
