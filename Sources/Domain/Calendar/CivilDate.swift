/// A day of the Gregorian calendar, for the years that expressions can name (1970 to 2199).
struct CivilDate {
  let year: Int
  let month: Int
  let day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date that is `number` days after 1970-01-01; `number` is not negative.
  init(daysSince1970 number: Int) {
    // A year has at most 366 days, so the estimate is never late and at most one year early.
    var year = 1970 + number / 366
    while Self.daysBefore(year: year + 1) <= number { year += 1 }
    var day = number - Self.daysBefore(year: year)
    var month = 1
    while day >= Self.length(ofMonth: month, in: year) {
      day -= Self.length(ofMonth: month, in: year)
      month += 1
    }
    self.init(year: year, month: month, day: day + 1)
  }

  var daysSince1970: Int {
    (1..<month).reduce(Self.daysBefore(year: year) + day - 1) { $0 + Self.length(ofMonth: $1, in: year) }
  }

  /// Monday is 0; 1970 began on a Thursday.
  var weekday: Int { (daysSince1970 + 3) % 7 }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the first of January of `year`.
  private static func daysBefore(year: Int) -> Int {
    func leapDays(before year: Int) -> Int { (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 }
    return (year - 1970) * 365 + leapDays(before: year) - leapDays(before: 1970)
  }
}
