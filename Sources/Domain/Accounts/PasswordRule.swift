import Foundation

/// Which passwords may be chosen: long ones that nobody tries first. It asks for no capitals, figures or signs
/// (NIST SP 800-63B-4, section 3.1.1.2).
public struct PasswordRule: Sendable {
  /// Characters, as people count them.
  public static let least = 12
  /// Octets of UTF-8.
  public static let most = 256

  /// Why a password may not be chosen.
  public enum Refusal: Error, Hashable, Sendable, CaseIterable {
    case tooShort, tooLong, repeated, personal, common

    /// A sentence for whoever chose it.
    public var sentence: String {
      switch self {
      case .tooShort: "Choose a password of at least \(PasswordRule.least) characters. A few words will do."
      case .tooLong: "Choose a shorter password: at most \(PasswordRule.most) characters."
      case .repeated: "Choose a password that is not the same few characters over and over."
      case .personal: "Choose a password that is not your name, your address or the name of this site."
      case .common: "Choose another password: this one is among the first that anybody would try."
      }
    }
  }

  /// What everybody knows of the one who chooses, and so tries.
  public struct Person: Sendable {
    /// The member's name.
    public var name: String
    /// Their address.
    public var address: EmailAddress

    /// Who chooses.
    public init(name: String, address: EmailAddress) {
      self.name = name
      self.address = address
    }
  }

  private let common: CommonPasswords
  private let siteName: String

  /// The rule on a site of this name.
  public init(common: CommonPasswords, siteName: String) {
    self.common = common
    self.siteName = siteName
  }

  /// Why a person may not choose this password; nil when they may.
  public func refusal(of password: String, by person: Person) -> Refusal? {
    let password = password.precomposedStringWithCanonicalMapping
    if password.count < Self.least { return .tooShort }
    if password.utf8.count > Self.most { return .tooLong }
    if Self.isRepeated(Array(password.lowercased())) { return .repeated }
    if isPersonal(password, person) { return .personal }
    return common.hold(password) ? .common : nil
  }

  /// Whether it is one part over and over, the last time perhaps cut short: `aaaaaaaaaaaa`, `abcabcabcabcab`.
  private static func isRepeated(_ characters: [Character]) -> Bool {
    (1...max(1, characters.count / 2)).contains { period in
      characters.indices.allSatisfy { $0 < period || characters[$0] == characters[$0 - period] }
    }
  }

  /// Whether nothing is left of it but figures and signs, once what everybody knows is taken away.
  private func isPersonal(_ password: String, _ person: Person) -> Bool {
    let known = [person.address.text, person.name, siteName]
    let words = known + known.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    let rest = words.map(Self.bare).filter { $0.count > 2 }.sorted { $0.count > $1.count }
      .reduce(Self.bare(password)) { $0.replacingOccurrences(of: $1, with: "") }
    return password.contains(where: \.isLetter) && !rest.contains(where: \.isLetter)
  }

  /// Letters and figures alone, in lower case.
  private static func bare(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
