import Domain

extension Email {
  /// The name of the person it is for, on one line.
  var addressee: String {
    switch self {
    case .waitingPeriod(let facts): facts.name.onOneLine
    case .waitingPeriodReminder(let facts): facts.name.onOneLine
    case .signInLink(let facts): facts.name.onOneLine
    }
  }
}
