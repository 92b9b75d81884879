import Foundation

/// English names of the languages that practitioners work in, by ISO 639 code (and `auslan`).
public struct LanguageNames: Hashable, Sendable {
  /// Codes and names, in the order of the names.
  public let languages: [Term]
  private let names: [String: String]

  /// Why a file of languages cannot be used.
  public enum Refusal: Error, Equatable, Sendable {
    /// Not a JSON object of codes and names.
    case malformed
    /// A code that is not made of 2 to 8 lower-case letters, or a name that is empty.
    case entry(code: String)

    /// A sentence for the operator.
    public var explanation: String {
      switch self {
      case .malformed: "the languages must be one JSON object of codes and names"
      case .entry(let code): "\"\(code)\" needs a code of 2 to 8 lower-case letters and a name"
      }
    }
  }

  /// Reads the content of `data/languages.json`: one object, code to name.
  public init(json: Data) throws(Refusal) {
    guard let names = try? JSONDecoder().decode([String: String].self, from: json) else { throw .malformed }
    for (code, name) in names.sorted(by: { $0.key < $1.key }) {
      let isCode = (2...8).contains(code.utf8.count) && code.utf8.allSatisfy { (97...122).contains($0) }
      guard isCode, !name.isEmpty else { throw .entry(code: code) }
    }
    self.names = names
    languages = names.map { Term(slug: $0.key, label: $0.value) }.sorted { $0.label < $1.label }
  }

  /// The English name of a code, or nil for one the file does not have.
  public func name(of code: String) -> String? { names[code] }
}
