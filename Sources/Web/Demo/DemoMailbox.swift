import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The demo's mailbox at `/demo/mailbox`: each message as it was sent. Its routes exist only where somebody adds them.
public struct DemoMailbox: Sendable {
  /// A message to be shown.
  public struct Letter: Sendable {
    /// With title, as it is written.
    public var name: String
    /// Of the recipient, as in the field.
    public var to: String
    /// Decoded.
    public var subject: String
    /// As in the field.
    public var date: String
    /// The text part.
    public var text: String
    /// The HTML part.
    public var html: String
    /// The whole message.
    public var raw: String

    /// A message; `name` is a word that addresses it.
    public init(
      name: String, to: String, subject: String, date: String, text: String, html: String, raw: String
    ) {
      self.name = name
      self.to = to
      self.subject = subject
      self.date = date
      self.text = text
      self.html = html
      self.raw = raw
    }
  }

  let site: Site
  /// The newest letters, so many at the most.
  let newest: @Sendable (Int) throws -> [Letter]
  let letter: @Sendable (String) throws -> Letter?

  /// A mailbox over whatever keeps the letters.
  public init(
    site: Site, newest: @escaping @Sendable (Int) throws -> [Letter],
    letter: @escaping @Sendable (String) throws -> Letter?
  ) {
    self.site = site
    self.newest = newest
    self.letter = letter
  }

  private static let most = 100

  /// Adds the mailbox to a site.
  public func add(to router: Router<SiteContext>) {
    router.get("/demo/mailbox") { _, context in
      site.page(MailboxPage(letters: try newest(Self.most)), context: context)
    }
    router.get("/demo/mailbox/:name") { _, context in
      var response = site.page(LetterPage(letter: try require(context)), context: context)
      // This page alone frames something: the letter.
      response.headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'"
      return response
    }
    router.get("/demo/mailbox/:name/html") { _, context in framed(try require(context).html) }
    router.get("/demo/mailbox/:name/raw") { _, context in
      let headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
      return Response(
        status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: try require(context).raw)))
    }
  }

  private func require(_ context: SiteContext) throws -> Letter {
    guard let letter = try letter(try context.parameters.require("name")) else {
      throw RequestProblem.notFound
    }
    return letter
  }

  /// The HTML as it was sent, but for a base that opens its links in a tab of their own; no script runs in it.
  private func framed(_ html: String) -> Response {
    let based = html.replacingOccurrences(of: "<head>", with: "<head><base target=\"_blank\">")
    let policy = """
      default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; \
      sandbox allow-popups allow-popups-to-escape-sandbox
      """
    let headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .contentSecurityPolicy: policy]
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: based)))
  }
}

/// The list of letters.
private struct MailboxPage: Page {
  let letters: [DemoMailbox.Letter]

  var title: String { "Demo mailbox" }
  var width: PageWidth { .full }

  @HTMLBuilder var body: some HTML {
    h1 { "Demo mailbox" }
    p(.class("quiet")) {
      "The newest messages that this demo sent, as they arrived. Nothing left this machine."
    }
    if letters.isEmpty { p { "Nothing yet: the round is on its way. Reload in a moment." } }
    ul(.class("letters")) { letters.map(line) }
  }

  private func line(_ letter: DemoMailbox.Letter) -> some HTML {
    li {
      a(.href("/demo/mailbox/\(letter.name)")) { letter.subject }
      p(.class("quiet small")) { "\(letter.to), \(letter.date)" }
    }
  }
}

/// One letter: HTML in a frame, the text, and a link to the whole message.
private struct LetterPage: Page {
  let letter: DemoMailbox.Letter

  var title: String { letter.subject }
  var width: PageWidth { .full }

  @HTMLBuilder var body: some HTML {
    h1 { letter.subject }
    p(.class("quiet")) { "To \(letter.to), \(letter.date)" }
    p {
      a(.href("/demo/mailbox")) { "All messages" }
      " · "
      a(.href("/demo/mailbox/\(letter.name)/raw")) { "The whole message" }
    }
    Tag("iframe", [.class("letter"), .src("/demo/mailbox/\(letter.name)/html"), .title("The message")]) {}
    h2 { "Its text part" }
    Tag("pre", [.class("letter-text"), .tabindex(0)]) { letter.text }
  }
}
