import Domain

/// What a digest calls its news.
enum DigestWords {
  static func title(_ kind: DigestSection.Kind) -> String {
    switch kind {
    case .requests: "Can you offer a time?"
    case .asked: "Can you take someone?"
    case .answers: "Answers to your referrals"
    case .openings: "New openings that match your saved searches"
    case .joined: "New colleagues near you, with areas in common"
    case .recommendations: "They would refer to you"
    }
  }

  /// The first of the news, as a subject says it.
  static func headline(_ email: DigestEmail) -> String {
    guard let first = email.sections.first else { return "Is your wait still the same?" }
    return count(first) + (email.sections.count > 1 ? " and more" : "")
  }

  /// All of the news.
  static func summary(_ email: DigestEmail) -> String {
    let question = email.question == nil ? [] : ["your wait, if it is another by now"]
    return (email.sections.map(count) + question).joined(separator: ", ") + "."
  }

  /// What a member offers to help seekers.
  static func times(_ count: Int) -> String {
    let times =
      switch count {
      case 0: "no free time"
      case 1: "1 free time"
      default: "\(count) free times"
      }
    return "You offer \(times) in the next two weeks."
  }

  private static func count(_ section: DigestSection) -> String {
    let number = section.items.count + section.more
    return switch section.kind {
    case .requests: number == 1 ? "1 person asks for a time" : "\(number) people ask for a time"
    case .asked: number == 1 ? "1 colleague asks you" : "\(number) colleagues ask you"
    case .answers: number == 1 ? "1 answer" : "\(number) answers"
    case .openings: number == 1 ? "1 new opening" : "\(number) new openings"
    case .joined: number == 1 ? "1 new colleague" : "\(number) new colleagues"
    case .recommendations: number == 1 ? "1 recommendation" : "\(number) recommendations"
    }
  }
}
