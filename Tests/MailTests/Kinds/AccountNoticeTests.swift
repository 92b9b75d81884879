import Domain
import Foundation
import Testing

@testable import Mail

/// What a member is told of their account.
@Suite struct `The news about an account` {
  private func message(_ change: (inout AccountNoticeEmail) -> Void) throws -> Message {
    var entry = try EmailFixture.entry(.accountNotice)
    guard case .accountNotice(var facts) = entry.email else { throw EmailFixture.Missing() }
    change(&facts)
    entry.email = .accountNotice(facts)
    return try EmailFixture.maker().message(for: entry, to: EmailFixture.wanted(EmailFixture.address)).message
  }

  @Test func `reads well`() throws {
    #expect(
      try message { _ in }.text == """
        Hello Dr Amelia Gunn,

        Your password was changed, on 1 December 2026 at 9:45 in Firefox on Windows.
        The old one no longer signs in, and every other browser was signed out.

        If it was you, there is nothing to do.

        If it was not you, choose a new password now, and tell us:
        https://helplink.example/sign-in/forgot

        That signs everybody else out of your account.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test(arguments: AccountNews.allCases)
  func `says what happened in subject and text, and no clinical word`(news: AccountNews) throws {
    let message = try message { $0.news = news }
    #expect(message.subject == news.headline && message.subject.count < 60)
    #expect(message.text.contains(news.headline + ", on ") && message.text.contains(news.sentence))
    #expect(message.html?.contains(news.headline) == true)
    let words = (message.subject + message.text + (message.html ?? "")).lowercased()
    for word in ["patient", "therap", "psych", "mental", "health", "treat", "diagnos", "counsel", "clinic"] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    (AccountNews.passwordChanged, "choose a new password now, and tell us", "/sign-in/forgot"),
    (.providerUnlinked, "choose a new password now, and tell us", "/sign-in/forgot"),
    (.providerLinked, "unlink it, and tell us", "/profile/security/provider"),
    (.addressChanged, "tell us at once; this page says how", "/help"),
  ])
  func `says what helps when it was somebody else, and where`(news: AccountNews, words: String, path: String)
    throws
  {
    let message = try message { $0.news = news }
    let link = "https://helplink.example" + path
    #expect(message.text.contains("If it was not you, \(words):\n\(link)\n"))
    #expect(message.html?.contains("If it was not you, \(words). ") == true)
    #expect(message.html?.contains("href=\"\(link)\"") == true)
  }

  @Test
  func `names no browser where none is known, and puts no line of a browser's own making into the text`()
    throws
  {
    #expect(try message { $0.browser = "" }.text.contains("at 9:45.\n"))
    #expect(try !message { $0.browser = "a\nhttps://evil.example" }.text.contains("\nhttps://evil"))
  }
}
