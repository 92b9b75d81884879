import Domain
import Foundation
import Hummingbird

/// A link of a waiting-period email that was opened: which email, which button.
struct WaitingPeriodLink: Sendable {
  let text: String
  /// What the text says, as it was signed.
  let token: LinkToken
  let email: OutboxEntry.ID
  let choice: WaitingPeriod

  var path: String { "/w/\(text)" }

  /// What a text in an address turned out to be.
  enum Reading {
    case open(WaitingPeriodLink)
    /// Genuine, and past its time.
    case expired(WaitingPeriodLink)
    case invalid
  }

  /// Reads the link of a request. Whatever is wrong with one, the answer is the same.
  static func read(_ context: SiteContext, site: Site) throws -> Reading {
    let text = try context.parameters.require("token")
    do throws(LinkTokenError) {
      let token = try site.keys.open(text, for: .waitingPeriod, now: site.now())
      return Self(text, token).map(Reading.open) ?? .invalid
    } catch {
      guard case .expired(let token) = error else { return .invalid }
      return Self(text, token).map(Reading.expired) ?? .invalid
    }
  }

  private init?(_ text: String, _ token: LinkToken) {
    guard let email = token.subjectID(OutboxEntry.self), let choice = WaitingPeriod(rank: Int(token.choice))
    else {
      return nil
    }
    self.text = text
    self.token = token
    self.email = email
    self.choice = choice
  }
}
