import Domain

/// The ways for mail to leave, as the configuration names them.
enum MailTransportName: String, CaseIterable, Sendable {
  case smtp, maildir
}

extension ConfigurationKeys {
  enum Mail {
    static let transport = ConfigurationKey(
      "mail.transport", .value(MailTransportName.smtp, written: "smtp"),
      "smtp: to a relay; maildir: into a folder, for trying things out.",
      read: ConfigurationChecks.choice(MailTransportName.self))
    static let maildir = ConfigurationKey(
      "mail.maildir", .derived("none; required by the maildir transport"), "The folder to deliver into.",
      read: ConfigurationChecks.path)
    static let rate = ConfigurationKey(
      "mail.rate", .value(0, written: "0"), "Messages a minute at most; 0: no limit.",
      read: ConfigurationChecks.number(0...1_000_000))
    static let from = ConfigurationKey(
      "mail.from", .required, "The address that emails come from.", read: ConfigurationChecks.email)
    static let fromRounds = ConfigurationKey(
      "mail.from-rounds", .derived("mail.from"), "The address that subscribed emails come from.",
      read: ConfigurationChecks.email)
    static let fromName = ConfigurationKey(
      "mail.from-name", .derived("site.name"), "The name beside these addresses.",
      read: ConfigurationChecks.text(atMost: 100))
    static let returnPath = ConfigurationKey(
      "mail.return-path", .derived("none: bounces go to the address an email came from"),
      "The domain of the addresses that bounces come back to.",
      read: ConfigurationChecks.parsed(
        "must be a domain such as bounces.example.com", ConfigurationChecks.domain))
  }

  enum SMTP {
    static let url = ConfigurationKey(
      "mail.smtp.url", .derived("none; required by the smtp transport"),
      "The relay: smtp://host:port (STARTTLS) or smtps://host:port (TLS from the start).",
      read: ConfigurationChecks.parsed(
        "must be smtp://host:port or smtps://host:port, without user, password or path"
      ) { RelayAddress($0) })
    static let user = ConfigurationKey(
      "mail.smtp.user", .derived("none: no authentication"), "The user to authenticate as.",
      read: ConfigurationChecks.text(atMost: 320))
    static let password = ConfigurationKey(
      "mail.smtp.password", .derived("none: no authentication"),
      "That user's password; best given as a credential.",
      read: ConfigurationChecks.secret)
    static let tls = ConfigurationKey(
      "mail.smtp.tls", .value(Configuration.Relay.Security.required, written: "required"),
      "required, or none for a relay on this machine.",
      read: ConfigurationChecks.choice(Configuration.Relay.Security.self))
    static let ca = ConfigurationKey(
      "mail.smtp.ca", .derived("the system's"),
      "Certificate authorities to trust for the relay, a file in PEM.",
      read: ConfigurationChecks.path)
    static let connections = ConfigurationKey(
      "mail.smtp.connections", .value(8, written: "8"), "Sessions with the relay at a time.",
      read: ConfigurationChecks.number(1...64))
  }
}
