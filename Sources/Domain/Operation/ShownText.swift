extension String {
  /// What somebody wrote, as a line for the operator quotes it: at most 60 characters.
  public var shown: String { shown(atMost: 60) }

  /// A text on one line of a terminal: at most so many characters (a mark stands for the rest), and control characters, which
  /// could begin a line of their own or steer the terminal, as their code points.
  public func shown(atMost limit: Int) -> String {
    var text = ""
    for (number, scalar) in unicodeScalars.enumerated() {
      if number >= limit { return text + "…" }
      text += scalar.isShown ? String(scalar) : "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Format characters go too: some turn the direction of what follows.
  fileprivate var isShown: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
