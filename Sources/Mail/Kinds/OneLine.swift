extension String {
  /// Without line ends and other control characters: a name must not begin a line of its own in the text part.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.endsOrControls) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.endsOrControls ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var endsOrControls: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
