/// One word of a listing: the slug that is stored and stands in URLs, and the label that people read.
public struct Term: Hashable, Sendable {
  /// Lower-case letters, digits and single hyphens.
  public let slug: String
  /// As it stands on a page.
  public let label: String

  /// A word with both of its forms.
  public init(slug: String, label: String) {
    self.slug = slug
    self.label = label
  }
}

/// The words one field of a listing may hold, in the order that pages show them.
public struct Vocabulary: Hashable, Sendable {
  /// In the order of the file.
  public let terms: [Term]
  private let labels: [String: String]

  /// These words. Throws when two of them have the same slug, or one has none.
  init(_ terms: [Term], named section: String) throws(TaxonomyError) {
    var labels: [String: String] = [:]
    for term in terms {
      guard !term.slug.isEmpty else { throw .unusable(section: section, label: term.label) }
      guard labels.updateValue(term.label, forKey: term.slug) == nil else {
        throw .repeated(section: section, slug: term.slug)
      }
    }
    guard !terms.isEmpty else { throw .empty(section: section) }
    self.terms = terms
    self.labels = labels
  }

  /// What people read for a slug, or nil for one that is not in this vocabulary.
  public func label(of slug: String) -> String? { labels[slug] }

  /// Whether a slug is in this vocabulary.
  public func contains(_ slug: String) -> Bool { labels[slug] != nil }
}
