/// The site's one stylesheet. Colours are tested against WCAG 2.2 AA; sizes are in `rem`, so they follow the
/// reader's own.
enum Stylesheet {
  static let css = [
    colours, ground, frame, forms, panels, waits, listings, portraits, recommendations, steps, account, own,
    find,
    invitations,
    mailbox, referrals, search, print,
  ].joined()
}
