import Foundation
import Mail
import Testing

/// A template that would leave something out, or let something in, is refused with its file and line.
@Suite struct `Strict loading` {
  private static let text = "waiting-period/text.mustache"
  private static let html = "waiting-period/html.mustache"

  @Test(arguments: [
    (text, "Hello\n{{nmae}}", 2, "there is no 'nmae' here"),
    (text, "{{#has-present}}\n{{/has-present}}\n{{#choises}}{{/choises}}", 3, "there is no 'choises' here"),
    (text, "{{label}}", 1, "there is no 'label' here"),
    (text, "{{has-present}}", 1, "is a yes or no"),
    (text, "\n{{choices}}", 2, "is a list"),
    (text, "{{#name}}x{{/name}}", 1, "'name' is a text"),
    (text, "{{^name}}x{{/name}}", 1, "'name' is a text"),
    (text, "{{>fotter}}", 1, "there is no part 'fotter'"),
    (text, "{{<lay-out}}{{/lay-out}}", 1, "there is no part 'lay-out'"),
    (text, "{{<layout}}\n\n{{$bdoy}}x{{/bdoy}}{{/layout}}", 3, "'layout' has no block 'bdoy'"),
    (text, "{{<layout}}\nHello\n{{/layout}}", 2, "only blocks"),
    (text, "{{<layout}}{{name}}{{/layout}}", 1, "only blocks"),
    (text, "{{<layout}}{{$body}}{{$body}}{{/body}}{{/body}}{{/layout}}", 1, "'body' contains itself"),
    (text, "\n\n{{#has-present}}", 3, "is opened and never ended"),
    (text, "{{#has-present}}{{/choices}}", 1, "{{/choices}} ends nothing"),
    (text, "{{/name}}", 1, "{{/name}} ends nothing"),
    (text, "Hello\n{{name", 2, "never ends"),
    (text, "{{", 1, "never ends"),
    (text, "{{>", 1, "never ends"),
    (text, "{{}}", 1, "'' is no name"),
    (text, "{{!\n a note\n}}{{# }}", 3, "'' is no name"),
    (text, "{{Name}}", 1, "'Name' is no name"),
    (text, "{{name.first}}", 1, "is no name"),
    (text, "{{uppercased(name)}}", 1, "is no name"),
    (text, "{{>*name}}", 1, "is no name"),
    (text, "{{\u{301}name}}", 1, "is no name"),
    (text, "{{name}}\u{301}", 1, "cannot be parsed"),
    (text, "{{=<% %>=}}", 1, "change delimiters"),
    (text, "\n{{% CONTENT_TYPE: HTML}}", 2, "change delimiters or the content type"),
    (html, "<b>\n{{{name}}}", 2, "'name' would stand in HTML unescaped"),
    (html, "{{&name}}", 1, "'name' would stand in HTML unescaped"),
    (html, "{{% CONTENT_TYPE: TEXT}}{{name}}", 1, "change delimiters or the content type"),
    ("waiting-period/subject.mustache", "How long\nis it?", 2, "a subject is one line"),
    ("waiting-period/subject.mustache", "{{>layout}}", 1, "there is no part 'layout'"),
    ("layout/html.mustache", "{{$body}}{{/body}}\n{{site-nmae}}", 2, "there is no 'site-nmae' here"),
    ("layout/html.mustache", "{{$title}}{{/title}}{{$preheader}}{{/preheader}}", 0, "has no block 'body'"),
    (
      "layout/text.mustache", "{{$body}}{{/body}}{{$stop}}{{/stop}}\n{{>layout}}", 2,
      "'layout' contains itself"
    ),
    ("layout/subject.mustache", "x", 0, "a part has only"),
  ])
  func `names the file, the line and the reason`(path: String, text: String, line: Int, reason: String) throws
  {
    let mistakes = try TemplateFolderOnDisk.mistakes(in: [path: text])
    let place = "\(path):\(line): "
    #expect(mistakes.contains { (line == 0 || $0.hasPrefix(place)) && $0.contains(reason) }, "\(mistakes)")
  }

  @Test(arguments: [
    ("waiting-peroid/html.mustache", "waiting-peroid: no email is called 'waiting-peroid'"),
    ("waiting-period/html.mustach", "waiting-period/html.mustach: is not a file of an email"),
    ("Layout/html.mustache", "Layout: a folder's name"),
    ("waiting-period/sample.json", "does not hold the facts of 'waiting-period'"),
  ])
  func `a file that nothing would read is a mistake`(path: String, mistake: String) throws {
    let mistakes = try TemplateFolderOnDisk.mistakes(in: [path: "{}"])
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.contains(mistake) == true, "\(mistakes)")
  }

  @Test func `all mistakes are reported together, in order`() throws {
    let mistakes = try TemplateFolderOnDisk.mistakes(in: [
      "sign-in-link/subject.mustache": "{{a}}", "sign-in-link/text.mustache": "{{b}}\n{{c}}",
      "waiting-period/html.mustache": "{{{name}}}",
    ])
    #expect(
      mistakes.map { $0.prefix(while: { $0 != " " }) } == [
        "sign-in-link/subject.mustache:1:", "sign-in-link/text.mustache:1:", "sign-in-link/text.mustache:2:",
        "waiting-period/html.mustache:1:",
      ])
  }

  @Test func `a mistake in a layout is reported once, however many emails use it`() throws {
    let text = "{{$title}}{{/title}}{{$preheader}}{{/preheader}}{{$body}}{{/body}}{{$stop}}{{/stop}}{{oops}}"
    let mistakes = try TemplateFolderOnDisk.mistakes(in: ["layout/html.mustache": text])
    #expect(Set(mistakes.map { $0.prefix(while: { $0 != ";" }) }).count == 1)
  }

  @Test func `a folder without the emails says what is missing`() throws {
    try TemplateFolderOnDisk.with(["layout/text.mustache": "x"]) { folder in
      let error = try #require(throws: TemplateMistakes.self) { try MailTemplates(folders: [folder]) }
      for name in ["subject.mustache", "text.mustache", "html.mustache", "sample.json"] {
        #expect(error.description.contains("/waiting-period/\(name): is missing"))
      }
    }
  }

  @Test func `a folder that is not there is a mistake`() {
    #expect(throws: TemplateMistakes.self) {
      try MailTemplates(folders: [TemplateFolderOnDisk.shipped, URL(filePath: "/no/such/folder")])
    }
  }

  @Test(arguments: 0..<300)
  func `no damage to a template stops the process`(seed: Int) throws {
    let original = try Array(
      String(
        contentsOf: TemplateFolderOnDisk.shipped.appending(path: "waiting-period/html.mustache"),
        encoding: .utf8
      )
      .unicodeScalars)
    let cut = original.count * seed / 300
    let marks = ["{{", "}}", "{", "}}}", "{{#", "{{<layout}}", "{{/", "\u{301}", "{{!", "\r\n"]
    let text =
      original[..<cut] + marks[seed % marks.count].unicodeScalars
      + (seed.isMultiple(of: 2) ? [] : original[cut...])
    _ = try TemplateFolderOnDisk.mistakes(in: [
      "waiting-period/html.mustache": String(String.UnicodeScalarView(text))
    ])
  }
}
