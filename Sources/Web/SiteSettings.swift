import Domain
import Foundation

/// What the pages need to know of the site they stand on.
public struct SiteSettings: Sendable {
  /// Where people reach it: `https://helplink.example`, without a slash at the end.
  public var url: String
  /// With title, as it is written.
  public var name: String
  /// The legal name of who runs it.
  public var operatorName: String
  /// How to reach them.
  public var operatorContact: String
  /// For members who named none, and for those who are not signed in.
  public var timeZone: TimeZone
  /// Whose word about a visitor's address is believed.
  public var trustedProxies: [AddressRange]
  /// How many invitations members may send.
  public var invitations: InvitationQuotas
  /// The ways to sign in that are open.
  public var signIn: SignInWays
  /// What holds for bookings.
  public var bookings: BookingTerms
  /// For how many days at the most the operator keeps backups, as /privacy says.
  public var backupDays: Int

  /// The particulars of a site.
  public init(
    url: String, name: String, operatorName: String, operatorContact: String, timeZone: TimeZone,
    trustedProxies: [AddressRange] = [], invitations: InvitationQuotas = InvitationQuotas(),
    signIn: SignInWays = SignInWays(), backupDays: Int = 30, bookings: BookingTerms = BookingTerms()
  ) {
    self.bookings = bookings
    self.backupDays = backupDays
    self.invitations = invitations
    self.signIn = signIn
    self.trustedProxies = trustedProxies
    self.url = url
    self.name = name
    self.operatorName = operatorName
    self.operatorContact = operatorContact
    self.timeZone = timeZone
  }

  /// Whether browsers reach it over TLS, here or at a proxy.
  var isSecure: Bool { url.hasPrefix("https://") }
}
