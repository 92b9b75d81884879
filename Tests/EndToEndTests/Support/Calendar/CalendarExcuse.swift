/// How systemd 252 itself breaks the rule that a local time that happens twice fires once, at the first, and one that
/// does not exist is skipped. In no other case may ours differ from it.
enum CalendarExcuse: CaseIterable {
  /// "Resource deadlock avoided": it comes to no time that exists, as with `Sun *-10-01..07 02:30` in Sydney, or steps
  /// over a month's end near a change of clocks, as with `*-*~12/10`.
  case gaveUp
  /// It fires at the second of two times that look alike, as with `*-*~5,2 *:32..59` in London. Only days counted from the
  /// month's end have been seen to do so.
  case secondPass
  /// A step without an end runs on over the end of its hour, day, month or year and leaves out times that come first:
  /// `*:0/7` misses 00:00 on some days.
  case endlessStep

  /// The most of the 7,200 answers for a zone that it may account for; these are what was counted.
  var most: Int {
    switch self {
    case .gaveUp: 79
    case .secondPass: 1
    case .endlessStep: 8
    }
  }

  /// The excuse for the first difference between `ours` and what `systemd` said, if there is one.
  init?(_ ours: [Int], _ systemd: [Int]?, gaveUp: Bool, _ form: NormalizedCalendar, _ clock: ZoneClock) {
    guard let systemd else {
      guard gaveUp else { return nil }
      self = .gaveUp
      return
    }
    let index = zip(ours, systemd).prefix { $0 == $1 }.count
    guard index < ours.count else { return nil }
    let their = index < systemd.count ? systemd[index] : nil
    if let their, their != ours[index], clock.first(showing: clock.local(at: their)) == ours[index] {
      self = .secondPass
    } else if form.hasEndlessStep, their.map({ $0 > ours[index] }) ?? true {
      self = .endlessStep
    } else {
      return nil
    }
  }
}
