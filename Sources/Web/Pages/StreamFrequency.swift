import Domain

/// How often a stream comes, as forms carry it and pages say it.
struct StreamFrequency: Sendable, Equatable {
  /// In forms: `fortnightly`.
  let value: String
  /// "Once a fortnight".
  let label: String

  init(_ frequency: RoundFrequency) {
    value = frequency.rawValue
    switch frequency {
    case .monthly: label = "Once a month"
    case .quarterly: label = "Every three months"
    }
  }

  init(_ frequency: DigestFrequency) {
    value = frequency.rawValue
    switch frequency {
    case .weekly: label = "Once a week"
    case .fortnightly: label = "Once a fortnight"
    case .monthly: label = "Once a month"
    }
  }

  /// Those that a stream can have, the most often first.
  static func all(_ stream: EmailStream) -> [StreamFrequency] {
    switch stream {
    case .rounds: RoundFrequency.allCases.map(Self.init)
    case .digests: DigestFrequency.allCases.map(Self.init)
    case .transactional: []
    }
  }

  /// What a member has now; nil for what nobody can choose.
  static func present(_ stream: EmailStream, in preferences: EmailPreferences) -> StreamFrequency? {
    switch stream {
    case .rounds: Self(preferences.rounds)
    case .digests: Self(preferences.digests)
    case .transactional: nil
    }
  }

  /// Those that are less often than what a member has.
  static func fewer(_ stream: EmailStream, than preferences: EmailPreferences) -> [StreamFrequency] {
    let all = all(stream)
    let present = present(stream, in: preferences)
    return Array(all.drop { $0 != present }.dropFirst())
  }

  /// In the middle of a sentence: "once a fortnight".
  var words: String { label.prefix(1).lowercased() + label.dropFirst() }
}
