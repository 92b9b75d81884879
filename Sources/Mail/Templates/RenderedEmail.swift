/// What an email says, before it is a message.
struct RenderedEmail: Hashable, Sendable {
  let subject: String
  let text: String
  let html: String
}
