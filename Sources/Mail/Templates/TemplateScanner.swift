/// Reads the tags of a template, octet by octet, and refuses what our templates do without.
///
/// It is stricter than the library's parser, which sees only what has passed here.
struct TemplateScanner {
  private(set) var tags: [TemplateTag] = []
  private(set) var mistakes: [(line: Int, message: String)] = []
  private var rest: Substring.UTF8View
  private var line = 1

  /// Scans the whole of `text`.
  init(_ text: String) {
    rest = text[...].utf8
    while !rest.isEmpty { scanPiece() }
  }

  private mutating func scanPiece() {
    if rest.starts(with: Self.open) {
      scanTag()
    } else {
      take(upTo: rest.firstIndex(of: Self.open))
    }
  }

  /// Takes text up to a tag; text within a layout's tags is lost, so it is noted where it begins.
  private mutating func take(upTo end: Substring.UTF8View.Index?) {
    let text = rest[..<(end ?? rest.endIndex)]
    if let first = text.firstIndex(where: { !Self.isBlank($0) }) {
      tags.append(TemplateTag(kind: .text, name: "", line: line + text[..<first].lineEnds))
    }
    line += text.lineEnds
    rest = rest[text.endIndex...]
  }

  private mutating func scanTag() {
    let start = line
    let content = rest.dropFirst(2)
    let close = content.first == UInt8(ascii: "{") ? Self.tripleClose : Self.close
    guard let end = content.firstIndex(of: close) else {
      mistakes.append((start, "a tag begins with {{ and never ends"))
      rest = rest[rest.endIndex...]
      return
    }
    let inside = content[..<end]
    line += inside.lineEnds
    rest = rest[content.index(end, offsetBy: close.count)...]
    note(inside, at: start)
  }

  private mutating func note(_ inside: Substring.UTF8View, at start: Int) {
    guard inside.first != UInt8(ascii: "!") else { return }
    guard inside.first != UInt8(ascii: "="), inside.first != UInt8(ascii: "%") else {
      mistakes.append((start, "tags that change delimiters or the content type are not for templates here"))
      return
    }
    let kind = inside.first.flatMap(Self.kind)
    let name = String(
      Substring(kind == nil ? inside : inside.dropFirst()).trimming(while: { $0 == " " || $0 == "\t" }))
    guard Self.isName(name) else {
      mistakes.append((start, "'\(name)' is no name: names are lower-case letters, digits and hyphens"))
      return
    }
    tags.append(TemplateTag(kind: kind ?? .variable, name: name, line: start))
  }

  private static let open = Array("{{".utf8)
  private static let close = Array("}}".utf8)
  private static let tripleClose = Array("}}}".utf8)

  private static func kind(_ sigil: UInt8) -> TemplateTag.Kind? {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"), UInt8(ascii: "^"): .section
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "<"): .layout
    case UInt8(ascii: ">"): .part
    case UInt8(ascii: "/"): .end
    default: nil
    }
  }

  private static func isBlank(_ octet: UInt8) -> Bool { octet == 32 || (9...13).contains(octet) }

  /// Whether `text` is a name that a template, a view or a folder may have.
  static func isName(_ text: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return text.utf8.first.map(letters.contains) == true
      && text.utf8.allSatisfy {
        letters.contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }
}

extension Substring.UTF8View {
  /// How many lines end in it.
  fileprivate var lineEnds: Int { reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }

  /// Where `octets` begin.
  fileprivate func firstIndex(of octets: [UInt8]) -> Index? {
    indices.first { self[$0...].starts(with: octets) }
  }
}

extension Substring {
  fileprivate func trimming(while matches: (Character) -> Bool) -> Substring {
    var rest = drop(while: matches)
    while let last = rest.last, matches(last) { rest.removeLast() }
    return rest
  }
}
