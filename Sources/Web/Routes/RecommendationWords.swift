/// "Recommended by 4, among them two you recommend": numbers in words.
enum RecommendationWords {
  private static let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// - Parameters:
  ///   - total: how many recommend a colleague.
  ///   - trusted: how many of those the reader recommends.
  static func summary(total: Int, trusted: Int) -> String {
    switch (total, trusted) {
    case (0, _): "Nobody has recommended them yet."
    case (_, 0): "Recommended by \(total)"
    case (1, _): "Recommended by one you recommend"
    case (2, 2): "Recommended by 2, both of whom you recommend"
    case (_, total): "Recommended by \(total), all of whom you recommend"
    default: "Recommended by \(total), among them \(word(trusted)) you recommend"
    }
  }

  private static func word(_ number: Int) -> String {
    numbers.indices.contains(number - 1) ? numbers[number - 1] : "\(number)"
  }
}
