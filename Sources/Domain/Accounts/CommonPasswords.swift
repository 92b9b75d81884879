/// Passwords that many people have chosen, in lower case: what anybody tries first.
public struct CommonPasswords: Sendable {
  /// The shortest that is kept: with nothing but its own length again beside it, it makes a password of the least length.
  public static let least = 6

  private let all: Set<String>

  /// Why a file of them cannot be used: the first line that is no password.
  public struct Refusal: Error, Equatable, Sendable {
    /// Its number, from 1.
    public let line: Int

    /// A clause for the operator.
    public var explanation: String {
      "must be a password in lower case of at least \(CommonPasswords.least) characters"
    }
  }

  /// Reads the content of `data/common-passwords.txt`: one a line.
  public init(text: String) throws(Refusal) {
    var all: Set<String> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      // Behind the last line feed there is nothing.
      if line.isEmpty, index > 0, line.endIndex == text.endIndex { continue }
      guard line.count >= Self.least, line == line.lowercased() else { throw Refusal(line: index + 1) }
      all.insert(String(line))
    }
    self.all = all
  }

  /// Whether a password is one of them, or hardly more than one: in capitals, with figures in the place of letters, or
  /// lengthened at its ends by figures and signs that are no more than itself.
  public func hold(_ password: String) -> Bool {
    let plain = password.lowercased()
    let words = [plain, Self.core(of: plain)].compactMap(\.self)
    return (words + words.map(Self.withLetters)).contains { all.contains($0) }
  }

  /// Without the figures and signs around it; nil when these are more than half.
  private static func core(of text: String) -> String? {
    guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter)
    else { return nil }
    let core = text[first...last]
    return core.count * 2 >= text.count ? String(core) : nil
  }

  /// `p4$$w0rd` reads "password".
  private static func withLetters(_ text: String) -> String { String(text.map { letters[$0] ?? $0 }) }

  private static let letters: [Character: Character] = [
    "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]
}
