import Domain

/// The table of keys: what the configuration may hold. It drives reading, and the documentation is printed from it.
enum ConfigurationKeys {
  enum Site {
    static let url = ConfigurationKey(
      "site.url", .required, "Where browsers reach the site: https and a host, without a path.",
      read: ConfigurationChecks.parsed(
        "must be https:// and a host without a path or a slash at its end (http:// only for localhost)"
      ) { SiteAddress($0) })
    static let name = ConfigurationKey(
      "site.name", .required, "The site's name on pages and in emails.",
      read: ConfigurationChecks.text(atMost: 100))
    static let timeZone = ConfigurationKey(
      "site.time-zone", .value("Australia/Sydney", written: "Australia/Sydney"),
      "The zone of practitioners who have none, as an IANA name.",
      read: ConfigurationChecks.parsed(
        "must be the name of a time zone such as Australia/Perth", ConfigurationChecks.timeZone))
    static let operatorName = ConfigurationKey(
      "site.operator.name", .required, "The operator's legal name, which every email carries.",
      read: ConfigurationChecks.text(atMost: 200))
    static let operatorContact = ConfigurationKey(
      "site.operator.contact", .required, "How people reach the operator; every email carries it.",
      read: ConfigurationChecks.text(atMost: 200))
  }

  enum Places {
    static let state = ConfigurationKey(
      "state", .required, "The folder of the database, and of everything else that must last.",
      read: ConfigurationChecks.path)
    static let keys = ConfigurationKey(
      "keys", .derived("keys in the state folder"),
      "The folder of the keys; made on first start, for its owner alone.",
      read: ConfigurationChecks.path)
    static let control = ConfigurationKey(
      "control", .derived("control in the state folder"),
      "The socket through which commands reach the daemon.",
      read: ConfigurationChecks.socketPath)
    static let templates = ConfigurationKey(
      "templates", .derived("none"), "A folder of email templates that go before the installed ones.",
      read: ConfigurationChecks.path)
    static let schedules = ConfigurationKey(
      "schedules", .derived("the installed ones"), "The folder of schedules.", read: ConfigurationChecks.path)
    static let data = ConfigurationKey(
      "data", .derived("the installed one"),
      "The folder of places, taxonomy, languages and common passwords.",
      read: ConfigurationChecks.path)
  }

  enum HTTP {
    static let listen = ConfigurationKey(
      "http.listen", .value(ListenAddress(host: "127.0.0.1", port: 8080), written: "127.0.0.1:8080"),
      "Address and port to listen on; IPv6 in brackets; port 0 is any that is free.",
      read: ConfigurationChecks.parsed("must be an address and a port such as 127.0.0.1:8080 or [::1]:8080") {
        ListenAddress($0)
      })
    static let certificate = ConfigurationKey(
      "http.tls.certificate", .derived("none: plain HTTP"), "The certificate with its chain, a file in PEM.",
      read: ConfigurationChecks.path)
    static let privateKey = ConfigurationKey(
      "http.tls.private-key", .derived("none: plain HTTP"), "The certificate's private key, a file in PEM.",
      read: ConfigurationChecks.path)
    static let trustedProxies = ConfigurationKey(
      "http.trusted-proxies", .derived("none"), "Proxies whose word about a client's address is believed.",
      read: ConfigurationChecks.parsed("must be an address such as 10.0.0.7 or a block such as 10.0.0.0/8") {
        AddressRange($0)
      })
  }

  enum Invitations {
    static let open = ConfigurationKey(
      "invitations.open", .value(20, written: "20"), "Invitations that a member may have open at a time.",
      read: ConfigurationChecks.number(1...1_000))
    static let dailyPerAddress = ConfigurationKey(
      "invitations.daily-per-address", .value(3, written: "3"),
      "Invitations that one address is sent a day, by whomever.", read: ConfigurationChecks.number(1...100))
  }

  enum SignIn {
    static let password = ConfigurationKey(
      "sign-in.password", .value(true, written: "yes"),
      "Whether members may sign in with a password: yes or no.",
      read: ConfigurationChecks.yesOrNo)
    static let emailLink = ConfigurationKey(
      "sign-in.email-link", .value(true, written: "yes"),
      "Whether members may sign in by a link or a code in an email: yes or no.",
      read: ConfigurationChecks.yesOrNo)
  }

  enum Privacy {
    static let backupDays = ConfigurationKey(
      "privacy.backup-days", .value(30, written: "30"),
      "Days that you keep backups of the state folder at the most; the privacy page says so.",
      read: ConfigurationChecks.number(0...3_650))
  }

  /// Every key, in the order of the documentation.
  static let all: [ConfigurationKeyEntry] = [
    .init(Site.url), .init(Site.name), .init(Site.timeZone), .init(Site.operatorName),
    .init(Site.operatorContact), .init(Places.state), .init(Places.keys), .init(Places.control),
    .init(HTTP.listen), .init(HTTP.certificate), .init(HTTP.privateKey),
    .init(HTTP.trustedProxies, isList: true), .init(SignIn.password), .init(SignIn.emailLink),
    .init(Provider.issuer), .init(Provider.name), .init(Provider.clientID), .init(Provider.clientSecret),
    .init(Invitations.open), .init(Invitations.dailyPerAddress), .init(Privacy.backupDays),
    .init(Bookings.reminderHours), .init(Bookings.changeHours), .init(Bookings.keptDays),
    .init(Suggestions.provider), .init(Suggestions.googleKey), .init(Mail.transport), .init(Mail.maildir),
    .init(SMTP.url),
    .init(SMTP.user), .init(SMTP.password), .init(SMTP.tls), .init(SMTP.ca), .init(SMTP.connections),
    .init(Mail.rate), .init(Mail.from), .init(Mail.fromRounds), .init(Mail.fromName), .init(Mail.returnPath),
    .init(Places.templates), .init(Places.schedules), .init(Places.data),
  ]

  /// The same by name.
  static let byName: [String: ConfigurationKeyEntry] = Dictionary(all.map { ($0.name, $0) }) { first, _ in
    first
  }

  /// The same by the name of their environment variable.
  static let byEnvironment: [String: ConfigurationKeyEntry] = Dictionary(all.map { ($0.environment, $0) }) {
    first, _ in first
  }

  /// `site`, `site.operator`, `http.tls`, …: names that hold keys.
  static let sections: Set<String> = Set(
    all.flatMap { entry in
      let parts = entry.name.split(separator: ".")
      return (1..<max(parts.count, 1)).map { parts.prefix($0).joined(separator: ".") }
    })
}
