import Testing

@testable import Web

@Suite struct AssetTests {
  @Test(arguments: Asset.all.map(\.path))
  func `an asset names its edition and its type`(path: String) throws {
    let asset = try #require(Asset.all.first { $0.path == path })
    #expect(asset.address.text == "\(path)?v=\(asset.version)")
    #expect(asset.version.utf8.count == 16)
    #expect(!asset.bytes.isEmpty && !asset.contentType.isEmpty)
  }

  @Test func `each asset has an edition of its own`() {
    #expect(Set(Asset.all.map(\.version)).count == Asset.all.count)
  }

  @Test func `the stylesheet loads nothing`() {
    for loader in ["url(", "@import", "@font-face", "expression("] {
      #expect(!Stylesheet.css.contains(loader))
    }
  }

  @Test func `the stylesheet's braces are balanced`() {
    var depth = 0
    for byte in Stylesheet.css.utf8 {
      depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
      #expect(depth >= 0)
    }
    #expect(depth == 0)
  }

  @Test func `every class on a page is in the stylesheet`() throws {
    let used = try SamplePages.all.flatMap { try ParsedPage($0.document).elements }
      .compactMap { $0["class"] }.flatMap { $0.split(separator: " ") }
    for name in Set(used) where name != "full" {
      #expect(Stylesheet.css.contains(".\(name)"), "\(name)")
    }
  }
}
