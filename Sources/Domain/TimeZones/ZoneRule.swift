/// What goes on for ever after a file's last transition: its last line, written as POSIX writes TZ
/// (RFC 9636, section 3.3.2). Offsets are seconds east of UTC.
struct ZoneRule: Sendable, Equatable {
  let standard: Int
  let saving: Saving?

  /// "Daylight saving" is POSIX's word for the second offset. It may well be the smaller one (Dublin's
  /// winter) and may last from one year into the next (Sydney's summer), or the whole year.
  struct Saving: Sendable, Equatable {
    let offset: Int
    /// By the clock of standard time.
    let start: ZoneRuleMoment
    /// By the clock of daylight saving.
    let end: ZoneRuleMoment
  }

  func offset(at second: Int) -> Int {
    guard let saving else { return standard }
    // Times may lie a week outside their year, so a period that began two years before can reach into this
    // one, and next year's may have begun.
    let year = ZoneClock.year(of: second)
    return (year - 2...year + 1).contains { holds(second, saving, year: $0) } ? saving.offset : standard
  }

  /// All moments at which the offset may change between two seconds, and some around them; in no order.
  func moments(from first: Int, to last: Int) -> [Int] {
    guard let saving else { return [] }
    return (ZoneClock.year(of: first) - 1...ZoneClock.year(of: last) + 1)
      .flatMap { [start(saving, $0), end(saving, $0)] }
  }

  /// Whether the period that begins in `year` holds the second.
  private func holds(_ second: Int, _ saving: Saving, year: Int) -> Bool {
    let start = start(saving, year)
    guard start <= second else { return false }
    let end = end(saving, year)
    return second < (start < end ? end : self.end(saving, year + 1))
  }

  private func start(_ saving: Saving, _ year: Int) -> Int { saving.start.second(in: year) - standard }

  private func end(_ saving: Saving, _ year: Int) -> Int { saving.end.second(in: year) - saving.offset }
}
