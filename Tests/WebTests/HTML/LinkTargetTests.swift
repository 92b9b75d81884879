import Testing

@testable import Web

@Suite struct LinkTargetTests: Markup {
  @Test(arguments: [
    "/", "/w/abc-def_1~2", "/listings?page=2&sort=name", "?page=2", "#main", "https://www.geonames.org/",
    "HTTPS://example.com", "http://localhost:8080/", "mailto:a@example.com", "tel:131114", "/a%20b#c",
  ])
  func `a path of the site and an ordinary scheme are kept`(address: String) {
    #expect(LinkTarget(address).text == address)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "java\tscript:x", "\u{1}javascript:x", "javascript\u{301}:x", "data:text/html,x", "vbscript:x", "blob:x",
    "file:///etc/passwd", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
    "http:evil",
    "https:/evil", "relative", "./relative", "view-source:https://a", "/a b", "/a\"b", "/a\u{301}", "/é",
    "/<script>", "about:blank", "mailto\u{200D}:a@b",
  ])
  func `anything else is refused whole`(address: String) {
    let target = LinkTarget(address)
    #expect(target.isRefused)
    #expect(target.text == "about:invalid")
  }

  @Test func `an interpolated address is checked like any other`() {
    let hostile = "javascript:alert(1)//"
    let target: LinkTarget = "\(hostile)x"
    #expect(target.isRefused)
    #expect(a(.href(target)) { "x" }.rendered() == Array(#"<a href="about:invalid">x</a>"#.utf8))
  }

  @Test(arguments: [
    ("a.b+c@example.com", "mailto:a.b+c@example.com"),
    ("a?subject=x&bcc=b@example.com", "mailto:a%3Fsubject%3Dx%26bcc%3Db@example.com"),
    ("a,b@example.com", "mailto:a%2Cb@example.com"),
    ("zoë@example.com", "mailto:zo%C3%AB@example.com"),
    ("a\n%@b", "mailto:a%0A%25@b"),
  ])
  func `an email address cannot add a header to its message`(address: String, expected: String) {
    #expect(LinkTarget.mail(to: address).text == expected)
  }

  @Test(arguments: 0..<200)
  func `whatever is accepted begins as promised and holds only plain ASCII`(seed: UInt64) {
    let target = LinkTarget(HostileText(seed: seed).next(length: 4))
    let starts = ["/", "?", "#", "https://", "http://", "mailto:", "tel:", "about:invalid"]
    #expect(starts.contains { target.text.hasPrefix($0) })
    #expect(target.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    #expect(!target.text.contains("\"") && !target.text.hasPrefix("//"))
  }
}
