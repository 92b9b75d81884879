/// The form of a label that is stored and stands in URLs.
public enum Slug {
  /// Lower case; apostrophes go, every other run outside a to z and 0 to 9 becomes one hyphen, none at the ends:
  /// "Tics & Tourette's" is `tics-tourettes`. Empty when nothing is left.
  public static func of(_ label: String) -> String {
    var slug = ""
    var pendingHyphen = false
    for character in label.lowercased().unicodeScalars where character != "'" {
      guard isKept(character) else {
        pendingHyphen = !slug.isEmpty
        continue
      }
      if pendingHyphen { slug += "-" }
      pendingHyphen = false
      slug.unicodeScalars.append(character)
    }
    return slug
  }

  private static func isKept(_ character: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(character) || ("0"..."9").contains(character)
  }
}
