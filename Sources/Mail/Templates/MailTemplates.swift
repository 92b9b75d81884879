import Domain
import Foundation
import Mustache

/// The emails' templates, read once and checked whole.
///
/// Promise: what loads renders. Every template parses, and every name it uses exists in the view of its email; a
/// template that would leave something out of a message is refused here, before anyone is sent one.
public struct MailTemplates: Sendable {
  private let emails: PerKind<LoadedEmail>
  private let text: MustacheLibrary
  private let html: MustacheLibrary

  /// Reads the templates of `folders`; where two have a file of the same relative path, the later folder's counts.
  ///
  /// Each folder holds a folder an email (`subject.mustache`, `text.mustache`, `html.mustache`, `sample.json`) and a
  /// folder a part that emails share (`text.mustache`, `html.mustache`). Throws every mistake found.
  public init(folders: [URL]) throws(TemplateMistakes) {
    let loader = TemplateLoader(folders)
    guard loader.mistakes.isEmpty, let emails = PerKind(loader.emails) else {
      throw TemplateMistakes(loader.mistakes)
    }
    self.emails = emails
    text = MustacheLibrary(templates: loader.templates(.text))
    html = MustacheLibrary(templates: loader.templates(.html))
  }

  /// A made-up email of a kind, from its `sample.json`: for previews and tests.
  public func sample(_ kind: Email.Kind) -> Email { emails[kind].sample }

  /// The three parts of an email, as text.
  func render(_ kind: Email.Kind, _ view: TemplateView) -> RenderedEmail {
    RenderedEmail(
      subject: emails[kind].subject.render(view).filter { !$0.isNewline },
      text: emails[kind].text.render(view, library: text), html: emails[kind].html.render(view, library: html)
    )
  }
}
