import Foundation

/// "I would refer to this colleague": what one practitioner says of another, for members alone. Never a client's testimonial.
public struct Recommendation: Hashable, Sendable, Codable {
  /// Who says it.
  public var recommender: Practitioner.ID
  /// Of whom.
  public var recommended: Practitioner.ID
  /// About working together, on one line; empty when nothing was written. At most `mostScalars`.
  public var sentence: String
  /// When it was first said.
  public var madeAt: Date

  /// The longest sentence, in Unicode scalars.
  public static let mostScalars = 300

  /// A recommendation as it is recorded.
  public init(
    recommender: Practitioner.ID, recommended: Practitioner.ID, sentence: String = "", madeAt: Date
  ) {
    self.recommender = recommender
    self.recommended = recommended
    self.sentence = sentence
    self.madeAt = madeAt
  }

  /// A sentence as it is kept: one line without control characters and without those that turn the direction of what follows
  /// (Unicode Standard Annex 9, section 2). Nil when it is too long.
  public static func sentence(_ typed: String) -> String? {
    let words = typed.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    let line = words.map { word in
      String(String.UnicodeScalarView(word.filter { !$0.properties.isBidiControl }))
    }
    let sentence = line.filter { !$0.isEmpty }.joined(separator: " ")
    return sentence.unicodeScalars.count <= mostScalars ? sentence : nil
  }
}
