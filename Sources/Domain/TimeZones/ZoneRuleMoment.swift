/// A yearly moment of a rule, such as `M10.1.0/3`: a day, and a time by the clock that runs until then.
struct ZoneRuleMoment: Sendable, Equatable {
  enum Day: Sendable, Equatable {
    /// `Jn`: 1 to 365, the 29th of February never counted.
    case ofCommonYear(Int)
    /// `n`: 0 to 365, the 29th of February counted.
    case ofYear(Int)
    /// `Mm.w.d`: the `week`th (5: the last) such weekday of the month; Sunday is 0.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  let day: Day
  /// Seconds after midnight; minus to plus 167 hours.
  let time: Int

  /// As if the clock showed UTC: seconds since 1970.
  func second(in year: Int) -> Int { daysSince1970(in: year) * ZoneClock.day + time }

  private func daysSince1970(in year: Int) -> Int {
    let newYear = CivilDate(year: year, month: 1, day: 1).daysSince1970
    switch day {
    case .ofYear(let number): return newYear + number
    case .ofCommonYear(let number):
      let leaps = CivilDate.length(ofMonth: 2, in: year) == 29 && number > 31 + 28
      return newYear + number - 1 + (leaps ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      return Self.weekday(weekday, week: week, month: month, year: year)
    }
  }

  private static func weekday(_ weekday: Int, week: Int, month: Int, year: Int) -> Int {
    let first = CivilDate(year: year, month: month, day: 1).daysSince1970
    // 1970 began on a Thursday, which is 4 here. Days before 1970 are negative, hence the second remainder.
    let wait = ((weekday - first - 4) % 7 + 7) % 7
    let last = CivilDate.length(ofMonth: month, in: year) - 1
    let day = wait + 7 * (week - 1)
    return first + (day > last ? day - 7 : day)
  }
}
