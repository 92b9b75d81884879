import Testing

@testable import Web

@Suite struct HTMLBuilderTests: Markup {
  private func text(_ html: some HTML) -> String { String(decoding: html.rendered(), as: UTF8.self) }

  @Test func `elements nest, and follow one another`() {
    let html = div(.class("a b")) {
      h1 { "One" }
      p {
        "Two "
        span { 3 }
      }
    }
    #expect(text(html) == #"<div class="a b"><h1>One</h1><p>Two <span>3</span></p></div>"#)
  }

  @Test(arguments: [true, false])
  func `an if, an else and a loop write what they came to`(isFirst: Bool) {
    let html = ul {
      if isFirst { li { "first" } } else { p { "second" } }
      if isFirst { li { "only" } }
      for number in [1, 2] { li { number } }
    }
    let expected = isFirst ? "<li>first</li><li>only</li>" : "<p>second</p>"
    #expect(text(html) == "<ul>\(expected)<li>1</li><li>2</li></ul>")
  }

  @Test func `a flag stands alone or not at all, and a void element has no end`() {
    #expect(
      text(input(.type(.radio), .required(), .checked(false), .when(false, .ariaInvalid())))
        == #"<input type="radio" required>"#)
    #expect(text(br()) == "<br>")
  }

  @Test func `an element without content is closed`() {
    #expect(text(p {}) == "<p></p>")
  }

  @Test func `only a constant of ours is written as it is`() {
    #expect(text(TrustedMarkup("<b>&</b>")) == "<b>&</b>")
    #expect(text("<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;")
  }
}
