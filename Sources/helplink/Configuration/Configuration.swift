import Domain

/// What the operator has decided, read once when a command starts. Every field holds a checked value.
struct Configuration: Equatable, Sendable {
  /// The site as people see it.
  struct Site: Equatable, Sendable {
    /// Where browsers reach it: scheme, host and port, nothing behind them.
    var url: SiteAddress
    /// "Help Link".
    var name: String
    /// An IANA name, for practitioners whose place keeps none.
    var timeZone: String
    /// The legal name that every message carries.
    var operatorName: String
    /// How people reach the operator: an address, a telephone number, an email address.
    var operatorContact: String
  }

  /// How the daemon is reached.
  struct HTTP: Equatable, Sendable {
    /// Files of the certificate and its key, in PEM.
    struct TLS: Equatable, Sendable {
      var certificate: String
      var privateKey: String
    }

    var listen: ListenAddress
    /// Nil: plain HTTP, which is allowed on loopback alone.
    var tls: TLS?
    /// Whose `X-Forwarded-For` is believed.
    var trustedProxies: [AddressRange]
  }

  /// A provider of OpenID Connect that people may sign in through.
  struct Provider: Equatable, Sendable {
    var issuer: IssuerAddress
    /// "Google".
    var name: String
    var clientID: String
    var clientSecret: Secret
  }

  /// Who finds places while somebody types.
  enum PlacesProvider: Equatable, Sendable {
    /// The table of places, which is asked here.
    case offline
    /// Google's Places, with the table behind it.
    case google(key: Secret)
  }

  /// How mail leaves.
  struct Mail: Equatable, Sendable {
    enum Transport: Equatable, Sendable {
      case smtp(Relay)
      /// The folder that messages are delivered into.
      case maildir(String)
    }

    var transport: Transport
    /// Messages a minute; 0: no limit.
    var rate: Int
    var from: EmailAddress
    /// From whom subscribed mail comes.
    var fromRounds: EmailAddress
    /// The name beside both.
    var fromName: String
    /// The domain of VERP addresses, or nil: bounces go to the From address.
    var returnPath: String?
  }

  /// The server that takes our mail.
  struct Relay: Equatable, Sendable {
    /// What protects the way there.
    enum Security: String, Equatable, Sendable, CaseIterable {
      case required, none
    }

    /// A user and password for AUTH.
    struct Credentials: Equatable, Sendable {
      var user: String
      var password: Secret
    }

    var address: RelayAddress
    var credentials: Credentials?
    var security: Security
    /// A file of certificate authorities in PEM, or nil for the system's.
    var authorities: String?
    /// Sessions at a time, 1 to 64.
    var connections: Int
  }

  /// Folders of what the operator may reword, retime or extend.
  struct Folders: Equatable, Sendable {
    /// Templates that go before the installed ones, or nil.
    var templates: String?
    var installedTemplates: String
    var schedules: String
    var data: String
  }

  var site: Site
  /// The folder of the database and everything else that must last.
  var state: String
  /// The folder of the key ring.
  var keys: String
  /// The path of the control socket.
  var control: String
  var http: HTTP
  var invitations: InvitationQuotas
  var bookings: BookingTerms
  /// For how many days at the most the operator keeps backups.
  var backupDays: Int
  /// Nil: people sign in through none.
  var provider: Provider?
  var places: PlacesProvider
  var signIn: SignInWays
  var mail: Mail
  var folders: Folders
}

/// A text that must never be seen: printing it, also as part of another value, shows dots.
struct Secret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let value: String

  var description: String { "••••" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }
}
