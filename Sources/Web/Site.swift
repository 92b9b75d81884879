import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import Store

/// The site people see: routes over the record. A GET opens no write transaction, ever.
public struct Site: Sendable {
  let settings: SiteSettings
  let store: Store
  private let ring: @Sendable () -> KeyRing
  /// Words, languages and places that listings refer to.
  let reference: ReferenceData
  let now: @Sendable () -> Date
  /// Says that there may be mail to send.
  let queued: @Sendable () -> Void
  let logger: Logger
  let emailLimits = EmailLimits()
  let bookingLimits = BookingLimits()
  let countingLimits = CountingLimits()
  let passwords: Passwords
  let photoDesk = PhotoDesk()
  /// Nil where nobody signs in through one.
  let provider: OpenIDProvider?
  /// Finds places while somebody types.
  let places: any PlaceFinder
  let onceOnly = OnceOnly()
  let passwordRule: PasswordRule
  let passwordGuard = PasswordGuard()
  let seenSessions = SeenSessions()
  /// Keeps the index of the listings.
  let finder: ListingFinder
  let keptParts = KeptParts()
  /// Names this run of the program: versions begin anew with each.
  let run: String

  /// The keys as they are now: a rotation adds one while the site runs.
  var keys: KeyRing { ring() }

  /// A site over a record; `keys` is asked anew for each use.
  public init(
    settings: SiteSettings, store: Store, keys: @autoclosure @escaping @Sendable () -> KeyRing,
    reference: ReferenceData,
    now: @escaping @Sendable () -> Date, queued: @escaping @Sendable () -> Void, logger: Logger,
    passwordParameters: StoredPassword.Parameters = .current, provider: OpenIDProvider? = nil,
    googlePlaces: GooglePlaces? = nil, finder: ListingFinder = ListingFinder()
  ) {
    self.finder = finder
    self.provider = provider
    var chance = Chance()
    run = Identifier<Site>(using: &chance).text
    places = googlePlaces.map { $0 as any PlaceFinder } ?? OfflinePlaces(localities: reference.localities)
    passwords = Passwords(parameters: passwordParameters)
    passwordRule = PasswordRule(common: reference.commonPasswords, siteName: settings.name)
    self.settings = settings
    self.store = store
    ring = keys
    self.reference = reference
    self.now = now
    self.queued = queued
    self.logger = logger
  }

  /// Labels of slugs.
  var taxonomy: Taxonomy { reference.taxonomy }
  /// Names of languages.
  var languages: LanguageNames { reference.languages }

  /// Reads the forms of listings.
  var listingForm: ListingForm { ListingForm(reference: reference) }

  /// All routes; `more` adds those of whoever builds upon the site.
  public func router(adding more: (Router<SiteContext>) -> Void = { _ in }) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders(isSecure: settings.isSecure))
    router.add(middleware: ErrorPages(site: self))
    router.add(middleware: SignedIn(site: self))
    FrontRoutes(site: self).add(to: router)
    FindRoutes(site: self).add(to: router)
    WaitingPeriodRoutes(site: self).add(to: router)
    SignInRoutes(site: self).add(to: router)
    InviteRoutes(site: self).add(to: router)
    InvitationsRoutes(site: self).add(to: router)
    if let provider { ProviderRoutes(site: self, provider: provider).add(to: router) }
    PasswordResetRoutes(site: self).add(to: router)
    SecurityRoutes(site: self).add(to: router)
    AddressRoutes(site: self).add(to: router)
    ListingsRoutes(site: self).add(to: router)
    SavedSearchRoutes(site: self).add(to: router)
    ListingFormRoutes(site: self).add(to: router)
    PlacesRoutes(site: self).add(to: router)
    RecommendationRoutes(site: self).add(to: router)
    ReferralsRoutes(site: self).add(to: router)
    ReferralRoutes(site: self).add(to: router)
    AskingRoutes(site: self).add(to: router)
    PhotoRoutes(site: self).add(to: router)
    ProfileRoutes(site: self).add(to: router)
    LeaveRoutes(site: self).add(to: router)
    BookingRoutes(site: self).add(to: router)
    BookingLinkRoutes(site: self).add(to: router)
    RequestRoutes(site: self).add(to: router)
    RequestLinkRoutes(site: self).add(to: router)
    SlotRoutes(site: self).add(to: router)
    AppointmentsRoutes(site: self).add(to: router)
    OfferingRoutes(site: self).add(to: router)
    UnsubscribeRoutes(site: self).add(to: router)
    HealthRoutes(site: self).add(to: router)
    more(router)
    return router
  }
}

/// What is known of a request while it is answered.
public struct SiteContext: RequestContext {
  /// What the server keeps of a request.
  public var coreContext: CoreRequestContextStorage
  /// Whoever is signed in, also one who has left.
  var account: Member?
  /// The member whose browser asks; nil for one who has left, so that no page of members is theirs any more.
  var member: Member? { account.flatMap { $0.practitioner.takesPart ? $0 : nil } }
  /// Who is at the other end of the connection; nil for a Unix socket.
  let peer: IPAddress?

  /// A member who is signed in.
  public struct Member: Sendable {
    var practitioner: Practitioner
    var session: SecretDigest
  }

  /// What is known when a request comes in.
  public init(source: Source) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) }
  }

  /// A form larger than this is refused; one with a photo has a limit of its own.
  public var maxUploadSize: Int { 65_536 }
}
