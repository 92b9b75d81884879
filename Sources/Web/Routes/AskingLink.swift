import Domain
import Foundation
import Hummingbird

/// A link of a referral's email that was opened: which email, which answer.
struct AskingLink: Sendable {
  let text: String
  /// What the text says, as it was signed.
  let token: LinkToken
  let email: OutboxEntry.ID
  /// Nil for the link that only shows.
  let choice: ReferralAnswer?

  var path: String { "/r/\(text)" }

  /// What a text in an address turned out to be.
  enum Reading {
    case open(AskingLink)
    /// Genuine, and past its time.
    case expired
    case invalid
  }

  /// Reads the link of a request.
  static func read(_ context: SiteContext, site: Site) throws -> Reading {
    let text = try context.parameters.require("token")
    do throws(LinkTokenError) {
      let token = try site.keys.open(text, for: .referral, now: site.now())
      return Self(text, token).map(Reading.open) ?? .invalid
    } catch {
      guard case .expired = error else { return .invalid }
      return .expired
    }
  }

  private init?(_ text: String, _ token: LinkToken) {
    let choice = ReferralAnswer(code: token.choice)
    guard let email = token.subjectID(OutboxEntry.self), choice != nil || token.choice == 0 else {
      return nil
    }
    self.text = text
    self.token = token
    self.email = email
    self.choice = choice
  }

  /// The link of the button that gives `answer` in the same email: its result page is the answer's.
  func path(of answer: ReferralAnswer, keys: KeyRing) -> String {
    guard answer != choice else { return path }
    var other = token
    other.choice = answer.code
    return "/r/\(keys.seal(other))"
  }

  /// Names the result page, and with it the browser that pressed.
  func result(site: Site) -> String {
    site.keys.seal(LinkToken(.referralResult, subject: email, expiresAt: site.now() + 86_400))
  }

  func isResult(_ text: String?, site: Site) -> Bool {
    guard let text else { return false }
    let token = try? site.keys.open(text, for: .referralResult, now: site.now())
    return token?.subjectID(OutboxEntry.self) == email
  }
}
