/// What a clock on the wall shows, in microseconds since 1970-01-01 00:00:00 on that clock. It is no instant until a
/// ``LocalClock`` says when the clock shows it.
struct LocalTime: Comparable {
  static let day = 86_400_000_000
  static let hour = 3_600_000_000
  static let minute = 60_000_000

  let microseconds: Int

  var seconds: Int { LocalClock.seconds(microseconds) }

  static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }

  func advanced(by microseconds: Int) -> LocalTime {
    LocalTime(microseconds: self.microseconds + microseconds)
  }
}
