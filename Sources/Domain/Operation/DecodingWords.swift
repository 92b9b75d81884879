/// What a decoder has against a file of JSON, in words.
enum DecodingWords {
  /// "areas.3.group is not of the right type": what is wrong, and where in the structure.
  static func describe(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context): "\(path(context))has no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(path(context))is not of the right type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(path(context))\(context.debugDescription)"
    default: "it is not JSON"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let steps = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return steps.isEmpty ? "it " : steps.joined(separator: ".") + " "
  }
}
