import Domain

extension Configuration.Mail {
  init?(from reader: inout ConfigurationReader, siteName: String?) {
    typealias Keys = ConfigurationKeys.Mail
    let transport = Self.transport(from: &reader)
    let rate = reader.value(Keys.rate)
    let from = reader.value(Keys.from)
    let fromRounds = reader.value(Keys.fromRounds)
    let fromName = reader.value(Keys.fromName)
    let returnPath = reader.value(Keys.returnPath)
    guard let transport, let rate, let from, let name = fromName ?? siteName else { return nil }
    self.init(
      transport: transport, rate: rate, from: from, fromRounds: fromRounds ?? from, fromName: name,
      returnPath: returnPath)
  }

  private static func transport(from reader: inout ConfigurationReader) -> Transport? {
    typealias Keys = ConfigurationKeys.Mail
    let name = reader.value(Keys.transport)
    let maildir = reader.value(Keys.maildir)
    let relay = Configuration.Relay(from: &reader)
    switch name {
    case .maildir:
      if !reader.isWritten(Keys.maildir) {
        reader.report(Keys.maildir.name, "is required by the maildir transport")
      }
      return maildir.map { .maildir($0) }
    case .smtp:
      let url = ConfigurationKeys.SMTP.url
      if !reader.isWritten(url) { reader.report(url.name, "is required by the smtp transport") }
      return relay.map { .smtp($0) }
    case nil: return nil
    }
  }
}

extension Configuration.Relay {
  private typealias Keys = ConfigurationKeys.SMTP

  /// Nil when no relay is named, or something about it is wrong.
  init?(from reader: inout ConfigurationReader) {
    let address = reader.value(Keys.url)
    let credentials = Self.credentials(from: &reader)
    let security = reader.value(Keys.tls)
    let authorities = reader.value(Keys.ca)
    let connections = reader.value(Keys.connections)
    if let address, security == Security.none { Self.checkUnprotected(address, &reader) }
    guard let address, let security, let connections else { return nil }
    self.init(
      address: address, credentials: credentials, security: security, authorities: authorities,
      connections: connections)
  }

  private static func credentials(from reader: inout ConfigurationReader) -> Credentials? {
    let user = reader.value(Keys.user)
    let password = reader.value(Keys.password)
    if reader.isWritten(Keys.user), !reader.isWritten(Keys.password) {
      reader.report(Keys.user.name, "needs mail.smtp.password beside it")
    }
    if reader.isWritten(Keys.password), !reader.isWritten(Keys.user) {
      reader.report(Keys.password.name, "needs mail.smtp.user beside it")
    }
    guard let user, let password else { return nil }
    return Credentials(user: user, password: password)
  }

  /// Without TLS the mail, and a password, would cross the network for all to read.
  private static func checkUnprotected(_ address: RelayAddress, _ reader: inout ConfigurationReader) {
    if address.isImplicitTLS {
      reader.report(Keys.tls.name, "none contradicts the smtps:// of mail.smtp.url")
    } else if !address.isLoopback {
      reader.report(Keys.tls.name, "none is for a relay on this machine alone")
    }
  }
}
