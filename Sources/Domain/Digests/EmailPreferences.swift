/// How often a member wants the emails that are subscribed to. That a stream is stopped is a fact of its own, so that who resumes
/// it has it as before.
public struct EmailPreferences: Hashable, Sendable {
  /// How often the question about the wait comes.
  public var rounds: RoundFrequency
  /// How often a digest may come.
  public var digests: DigestFrequency
  /// On which day of the week.
  public var digestDay: Weekday
  /// At which full hour of the member's own clock: one of `hours`.
  public var digestHour: Int {
    didSet { digestHour = Self.known(digestHour) }
  }

  /// Hours that a digest can be wanted at; no clock in Australia jumps over any of them.
  public static let hours = 5...21

  /// What a member has who has said nothing: all of it, digests on Monday at seven.
  public init(
    rounds: RoundFrequency = .monthly, digests: DigestFrequency = .weekly, digestDay: Weekday = .monday,
    digestHour: Int = 7
  ) {
    self.rounds = rounds
    self.digests = digests
    self.digestDay = digestDay
    self.digestHour = Self.known(digestHour)
  }

  private static func known(_ hour: Int) -> Int { min(max(hour, hours.lowerBound), hours.upperBound) }
}

/// How often the question about the wait comes.
public enum RoundFrequency: String, Sendable, Codable, CaseIterable, Hashable {
  case monthly
  /// In March, June, September and December.
  case quarterly

  /// Whether a round asks those who want it so often.
  public func includes(_ round: Round) -> Bool { self == .monthly || round.month % 3 == 0 }
}

/// How often a digest may come, the most often first.
public enum DigestFrequency: String, Sendable, Codable, CaseIterable, Hashable, Comparable {
  case weekly
  /// In every other week, the same ones for everybody.
  case fortnightly
  /// On the first such day of a month.
  case monthly

  /// Whether it means a day that is of the right day of the week.
  func includes(_ day: LocalDay) -> Bool {
    switch self {
    case .weekly: true
    case .fortnightly: day.week.isMultiple(of: 2)
    case .monthly: day.civil.day <= 7
    }
  }

  /// In order, the more often first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension LocalDay {
  /// Weeks, from Monday on, since the first Monday of 1970.
  var week: Int { Int((Double(number - 4) / 7).rounded(.down)) }
}
