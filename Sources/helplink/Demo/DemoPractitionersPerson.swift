import Foundation

/// Who a practitioner of the demo is.
struct DemoPerson {
  /// Without a title, which comes with the profession.
  let name: String
  let gender: String
  let pronouns: String?
  let languages: [String]
  /// The name in plain letters, with a dot: the part of an address before the @.
  let mailbox: String

  init?(chance: inout DemoChance) {
    let genders = [("female", 0.72), ("male", 0.23), ("non-binary", 0.05)]
    guard let gender = chance.one(of: genders, weight: \.1)?.0,
      let names = chance.one(of: DemoNames.all, weight: \.share),
      let given = chance.one(of: Self.givenNames(names, gender)), let family = chance.one(of: names.family)
    else { return nil }
    self.gender = gender
    name = given + " " + family
    pronouns = Self.pronouns(gender, chance: &chance)
    languages = names.languages
    mailbox = Self.plain(given) + "." + Self.plain(family)
  }

  private static func givenNames(_ names: DemoNames, _ gender: String) -> [String] {
    switch gender {
    case "female": names.feminine
    case "male": names.masculine
    default: DemoNames.neutral
    }
  }

  private static func pronouns(_ gender: String, chance: inout DemoChance) -> String? {
    guard chance.happens(gender == "non-binary" ? 0.9 : 0.4) else { return nil }
    switch gender {
    case "female": return chance.happens(0.1) ? "she/they" : "she/her"
    case "male": return chance.happens(0.1) ? "he/they" : "he/him"
    default: return "they/them"
    }
  }

  /// Letters a to z alone; letters that Unicode does not take apart into a base and a mark are spelt out.
  private static func plain(_ name: String) -> String {
    let spelt = ["đ": "d", "ł": "l", "ı": "i", "ø": "o"].reduce(name.lowercased()) { text, pair in
      text.replacingOccurrences(of: pair.key, with: pair.value)
    }
    return String(
      String.UnicodeScalarView(
        spelt.decomposedStringWithCanonicalMapping.unicodeScalars.filter { ("a"..."z").contains($0) }))
  }
}
