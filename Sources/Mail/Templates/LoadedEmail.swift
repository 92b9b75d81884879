import Domain
import Mustache

/// The templates and the sample of one kind.
struct LoadedEmail: Sendable {
  let subject: MustacheTemplate
  let text: MustacheTemplate
  let html: MustacheTemplate
  let sample: Email
}
