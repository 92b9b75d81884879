/// The words that stand for whole expressions, and what they stand for.
enum CalendarShorthand {
  /// The expression that `word` stands for, in any case.
  static func expansion(of word: String) -> String? { expansions[word.lowercased()] }

  private static let expansions = [
    "minutely": "*-*-* *:*:00",
    "hourly": "*-*-* *:00:00",
    "daily": "*-*-* 00:00:00",
    "weekly": "Mon *-*-* 00:00:00",
    "monthly": "*-*-01 00:00:00",
    "quarterly": "*-01,04,07,10-01 00:00:00",
    "semiannually": "*-01,07-01 00:00:00",
    "semi-annually": "*-01,07-01 00:00:00",
    "biannually": "*-01,07-01 00:00:00",
    "bi-annually": "*-01,07-01 00:00:00",
    "yearly": "*-01-01 00:00:00",
    "annually": "*-01-01 00:00:00",
    // systemd keeps taking this misspelling, so that old timers keep working.
    "anually": "*-01-01 00:00:00",
  ]
}
