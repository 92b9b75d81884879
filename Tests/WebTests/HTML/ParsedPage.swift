/// A document read back by the rules of the HTML Standard's tokenizer, as far as our pages use them, and
/// strictly: what a browser would repair is an error here.
struct ParsedPage {
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    /// The text inside it and inside its children, in order.
    var text = ""
    var parents: [String] = []

    subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
  }

  enum Fault: Error { case unexpected(at: Int), unclosed(String), misnested(String, at: Int) }

  private(set) var elements: [Element] = []
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var open: [Int] = []

  init(_ document: [UInt8]) throws { try self.init(text: String(decoding: document, as: UTF8.self)) }

  init(text: String) throws {
    scalars = Array(text.unicodeScalars)
    _ = skip("<!DOCTYPE html>\n")
    while position < scalars.count { try readNext() }
    if let index = open.last { throw Fault.unclosed(elements[index].name) }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func readNext() throws {
    if skip("</") {
      try readEnd()
    } else if skip("<") {
      try readStart()
    } else {
      let text = try readText(until: "<")
      for index in open { elements[index].text += text }
    }
  }

  private mutating func readEnd() throws {
    let name = readName()
    guard let index = open.popLast(), elements[index].name == name, skip(">") else {
      throw Fault.misnested(name, at: position)
    }
  }

  private mutating func readStart() throws {
    let name = readName()
    guard !name.isEmpty else { throw Fault.unexpected(at: position) }
    var attributes: [(String, String)] = []
    while skip(" ") { attributes.append(try readAttribute()) }
    let isVoid = ["meta", "link", "input", "br", "img"].contains(name)
    elements.append(Element(name: name, attributes: attributes, parents: open.map { elements[$0].name }))
    if skip("/>") { return }
    guard skip(">") else { throw Fault.unexpected(at: position) }
    if !isVoid { open.append(elements.count - 1) }
  }

  private mutating func readAttribute() throws -> (String, String) {
    let name = readName()
    guard !name.isEmpty else { throw Fault.unexpected(at: position) }
    guard skip("=\"") else { return (name, "") }
    let value = try readText(until: "\"")
    guard skip("\"") else { throw Fault.unexpected(at: position) }
    return (name, value)
  }

  private mutating func readName() -> String {
    var name = String.UnicodeScalarView()
    while position < scalars.count, scalars[position].isASCII,
      scalars[position].properties.isAlphabetic
        || "0123456789-:".unicodeScalars.contains(scalars[position])
    {
      name.append(scalars[position])
      position += 1
    }
    return String(name)
  }

  private mutating func readText(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != end { text.append(try readScalar()) }
    return String(text)
  }

  private mutating func readScalar() throws -> Unicode.Scalar {
    for (escape, scalar) in Self.escapes where skip(escape) { return scalar }
    guard !"&<>\"'".unicodeScalars.contains(scalars[position]) else { throw Fault.unexpected(at: position) }
    position += 1
    return scalars[position - 1]
  }

  private static let escapes: [(String, Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ]

  private mutating func skip(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }
}
