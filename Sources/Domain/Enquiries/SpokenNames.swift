import Foundation

/// Finds what people mean when they say what it is about in their own words: by the names that the taxonomy and the
/// questionnaire have for it.
public struct SpokenNames: Sendable {
  private struct Name: Sendable {
    let words: [String]
    let means: SeekerNeeds.Concern
  }

  /// By their first word's beginning.
  private var names: [String: [Name]] = [:]

  /// Letters of a word that decide alone whether another may be meant.
  private static let stem = 4
  /// Shorter words are compared whole: "act" is not "active".
  private static let shortestStem = 5

  /// The names of areas, approaches and services, and those of the questionnaire's answers.
  public init(taxonomy: Taxonomy, questionnaire: Questionnaire) {
    for (facet, vocabulary) in [
      (Facet.area, taxonomy.areas), (.modality, taxonomy.modalities), (.service, taxonomy.services),
    ] {
      for term in vocabulary.terms {
        let names = Self.names(term.label) + taxonomy.otherNames(of: term.slug, in: facet)
        for name in names { add(name, SeekerNeeds.Concern([facet: [term.slug]])) }
      }
    }
    for choice in questionnaire.choices(of: .concerns) {
      for name in choice.alsoCalled { add(name, SeekerNeeds.Concern(choice.means)) }
    }
  }

  /// What a text names, each once, in its order.
  public func found(in text: String) -> [SeekerNeeds.Concern] {
    var rest = FoldedWords.of(text)[...]
    var found: [SeekerNeeds.Concern] = []
    while let first = rest.first {
      let candidates = (names[Self.key(first)] ?? []).filter { Self.begins(rest, $0.words) }
      // "Panic attacks at work" is about panic attacks, "birth trauma" about no other: the longest name that stands there is meant.
      let longest = candidates.map(\.words.count).max() ?? 1
      let meant = candidates.filter { $0.words.count == longest }.map(\.means)
      if let one = meant.first {
        let all = meant.dropFirst().reduce(one) { $0.joined(with: $1) }
        if !found.contains(all) { found.append(all) }
      }
      rest = rest.dropFirst(longest)
    }
    return found
  }

  private mutating func add(_ name: String, _ means: SeekerNeeds.Concern) {
    let words = FoldedWords.of(name)
    if let first = words.first {
      names[Self.key(first), default: []].append(Name(words: words, means: means))
    }
  }

  private static func key(_ word: String) -> String { String(word.prefix(stem)) }

  private static func begins(_ words: ArraySlice<String>, _ name: [String]) -> Bool {
    words.count >= name.count && zip(words, name).allSatisfy(isSame)
  }

  /// One word in two forms: "worry" and "worrying", "relationship" and "relationships".
  private static func isSame(_ said: String, _ named: String) -> Bool {
    said == named
      || min(said.count, named.count) >= shortestStem && (said.hasPrefix(named) || named.hasPrefix(said))
  }

  /// "ADHD (child)" is called ADHD; "Obsessive-compulsive disorder (OCD)" is called both.
  private static func names(_ label: String) -> [String] {
    let parts = label.split(whereSeparator: { "(,)".contains($0) }).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return parts.enumerated().filter { $0.offset == 0 || $0.element == $0.element.uppercased() }.map(
      \.element
    )
    .filter { !$0.isEmpty }
  }
}
