import Foundation

/// What was typed and chosen in the form of a referral, right or wrong.
public struct TypedReferral: Hashable, Sendable {
  /// A field, by the name that it has in the form.
  public enum Field: String, Sendable, CaseIterable {
    case to, age, area, mode, near, funding, weeks, note
  }

  private var values: [Field: [String]]

  /// A form with these values.
  public init(_ values: [Field: [String]] = [:]) { self.values = values }

  /// All values of a field.
  public subscript(field: Field) -> [String] {
    get { values[field] ?? [] }
    set { values[field] = newValue }
  }

  /// The value of a field that has one; empty when it has none.
  public func text(_ field: Field) -> String { self[field].first ?? "" }
}

/// Reads the form of a referral against the reference data.
public struct ReferralForm: Sendable {
  /// What is wrong with a field.
  public struct Problem: Hashable, Sendable {
    /// Which field.
    public var field: TypedReferral.Field
    /// "Choose an age group"
    public var sentence: String
  }

  let reference: ReferenceData

  /// Forms whose words are those of the reference data.
  public init(reference: ReferenceData) { self.reference = reference }

  /// The need that was typed, or everything that is wrong with it, in the order of the form.
  public func read(_ typed: TypedReferral) -> (need: ReferralNeed?, problems: [Problem]) {
    var problems: [Problem] = []
    let need = ReferralNeed(
      ageGroup: chosen(.age, reference.taxonomy.ageGroups, typed).first ?? "",
      areas: chosen(.area, reference.taxonomy.areas, typed),
      modes: chosen(.mode, reference.taxonomy.sessionModes, typed),
      locality: locality(typed, &problems),
      funding: chosen(.funding, reference.taxonomy.funding, typed).first,
      weeks: Int(typed.text(.weeks)) ?? 0, note: Self.note(typed.text(.note)))
    problems += Self.problems(of: need)
    let order = TypedReferral.Field.allCases
    problems.sort { (order.firstIndex(of: $0.field) ?? 0) < (order.firstIndex(of: $1.field) ?? 0) }
    return (problems.isEmpty ? need : nil, problems)
  }

  /// Those of the values that are words of a vocabulary, in its order. The form offers no others.
  private func chosen(_ field: TypedReferral.Field, _ words: Vocabulary, _ typed: TypedReferral) -> [String] {
    words.terms.map(\.slug).filter(typed[field].contains)
  }

  private func locality(_ typed: TypedReferral, _ problems: inout [Problem]) -> String? {
    let text = typed.text(.near).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sentence: String
    switch reference.localities.near(text, choices: 3) {
    case .nowhere: return nil
    case .place(let label, _): return label
    case .ambiguous(let places):
      sentence = "There are several: write it as “\(places.first?.label ?? text)”, with state and postcode"
    case .unknown: sentence = "There is no place called “\(ImportChecks.quoted(text))”"
    }
    problems.append(Problem(field: .near, sentence: sentence))
    return nil
  }

  private static func problems(of need: ReferralNeed) -> [Problem] {
    let found: [(Bool, TypedReferral.Field, String)] = [
      (need.ageGroup.isEmpty, .age, "Choose an age group"),
      (need.areas.isEmpty, .area, "Choose at least one area"),
      (
        need.areas.count > ReferralNeed.mostAreas, .area,
        "Choose at most \(ReferralNeed.mostAreas) areas: those that matter most"
      ),
      (need.modes.isEmpty, .mode, "Choose at least one way to meet"),
      (!(1...ReferralNeed.mostWeeks).contains(need.weeks), .weeks, "Choose how soon"),
      (
        need.note.utf16.count > ReferralNeed.mostOfNote, .note,
        "Shorten the note to \(ReferralNeed.mostOfNote) characters"
      ),
    ]
    return found.filter(\.0).map { Problem(field: $0.1, sentence: $0.2) }
  }

  /// Plain text with its line breaks; what controls, hides or turns the text goes. Joiners stay: names need them.
  static func note(_ typed: String) -> String {
    let unix = typed.replacingOccurrences(of: "\r\n", with: "\n")
    let kept = unix.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalar == "\n"
      case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
      default: true
      }
    }
    return String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
