/// Why a taxonomy file cannot be used.
public enum TaxonomyError: Error, Equatable, Sendable {
  /// Not JSON, or not of the shape that `data/README.md` describes; with what the decoder said.
  case malformed(String)
  /// A section holds nothing.
  case empty(section: String)
  /// Two entries of a section have the same slug.
  case repeated(section: String, slug: String)
  /// Other names are given to something that the taxonomy does not have.
  case unknown(section: String, slug: String)
  /// A label of which no slug can be made.
  case unusable(section: String, label: String)
  /// A profession's `regex` is not one of the simple forms that `RegistrationPattern` reads.
  case pattern(profession: String, regex: String)

  /// A sentence for the operator.
  public var explanation: String {
    switch self {
    case .malformed(let detail): "the taxonomy cannot be read: \(detail)"
    case .empty(let section): "\(section) holds nothing"
    case .repeated(let section, let slug): "\(section) has \"\(slug)\" more than once"
    case .unknown(let section, let slug): "\(section) names \"\(slug)\", which the taxonomy does not have"
    case .unusable(let section, let label): "\(section) has \"\(label)\", of which no slug can be made"
    case .pattern(let profession, let regex):
      "professions: the regex of \(profession), \(regex), is not of the form ^ABC[0-9]{4,8}$"
    }
  }
}
