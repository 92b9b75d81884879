import Foundation

/// A form as a script finds it in a page: where it goes, and what it carries without a person's doing.
struct PageForm: Equatable {
  let action: String
  let hidden: [String: String]

  /// The forms of a page's main part, in their order. Reads what our own pages write, not HTML at large.
  static func all(in page: String) -> [PageForm] {
    page.components(separatedBy: "<form").dropFirst().compactMap { piece in
      guard let end = piece.range(of: "</form>"), let opening = piece.firstIndex(of: ">") else { return nil }
      guard let action = attribute("action", of: String(piece[..<opening])) else { return nil }
      return PageForm(action: action, hidden: hiddenFields(String(piece[opening..<end.lowerBound])))
    }
  }

  private static func hiddenFields(_ markup: String) -> [String: String] {
    let inputs = markup.components(separatedBy: "<input").dropFirst().compactMap {
      piece -> (String, String)? in
      let tag = String(piece.prefix { $0 != ">" })
      guard attribute("type", of: tag) == "hidden", let name = attribute("name", of: tag) else { return nil }
      return (name, attribute("value", of: tag) ?? "")
    }
    return Dictionary(inputs) { first, _ in first }
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.range(of: " \(name)=\"") else { return nil }
    let value = String(tag[start.upperBound...].prefix { $0 != "\"" })
    return value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
