/// How the operator is reached: a link where it is an email or a web address, words otherwise.
struct ContactLink: Component {
  let contact: String

  init(_ contact: String) { self.contact = contact }

  @HTMLBuilder var body: some HTML {
    if contact.utf8.contains(UInt8(ascii: "@")) {
      a(.href(.mail(to: contact))) { contact }
    } else if contact.hasPrefix("https://") {
      a(.href(LinkTarget(contact))) { contact }
    } else {
      contact
    }
  }
}
