import Domain

/// Folders that were installed with the binary.
struct InstalledFolders: Equatable, Sendable {
  var templates = "/usr/share/helplink/mail-templates"
  var schedules = "/usr/share/helplink/schedules"
  var data = "/usr/share/helplink/data"
}

extension Configuration {
  /// Reads a configuration from the text of its sources, the stronger later: file, environment, credentials.
  static func read(
    yaml: String, fileName: String, environment: [String: String] = [:], credentials: [String: String] = [:],
    installed: InstalledFolders = InstalledFolders()
  ) throws(ConfigurationMistakes) -> Configuration {
    try ConfigurationDraft(
      yaml: yaml, fileName: fileName, environment: environment, credentials: credentials, installed: installed
    ).right()
  }

  /// Asks for every key. Nil only after a mistake was reported.
  init?(from reader: inout ConfigurationReader, installed: InstalledFolders) {
    let site = Site(from: &reader)
    let state = reader.value(ConfigurationKeys.Places.state)
    let keys = reader.value(ConfigurationKeys.Places.keys)
    let control = Self.control(from: &reader, state: state)
    let http = HTTP(from: &reader)
    let signIn = SignInWays(from: &reader)
    let invitations = InvitationQuotas(from: &reader)
    let bookings = BookingTerms(from: &reader)
    let backupDays = reader.value(ConfigurationKeys.Privacy.backupDays)
    let provider = Provider(from: &reader)
    let places = PlacesProvider(from: &reader)
    let mail = Mail(from: &reader, siteName: site?.name)
    let folders = Folders(from: &reader, installed: installed)
    guard let site, let state, let control, let http, let signIn, let invitations, let bookings,
      let backupDays,
      let places, let mail
    else { return nil }
    self.site = site
    self.state = state
    self.keys = keys ?? state + "/keys"
    self.control = control
    self.http = http
    self.invitations = invitations
    self.backupDays = backupDays
    self.bookings = bookings
    self.provider = provider
    self.places = places
    self.signIn = signIn
    self.mail = mail
    self.folders = folders
  }

  /// A state folder may be too deep for the socket in it, though nobody wrote the socket's path.
  private static func control(from reader: inout ConfigurationReader, state: String?) -> String? {
    let key = ConfigurationKeys.Places.control
    if reader.isWritten(key) { return reader.value(key) }
    guard reader.value(key) == nil, let state else { return nil }
    do { return try key.read(state + "/control") } catch {
      reader.report("state", "is too long for the control socket in it: set control to a shorter path")
      return nil
    }
  }
}

extension Configuration.Site {
  fileprivate init?(from reader: inout ConfigurationReader) {
    let url = reader.value(ConfigurationKeys.Site.url)
    let name = reader.value(ConfigurationKeys.Site.name)
    let timeZone = reader.value(ConfigurationKeys.Site.timeZone)
    let operatorName = reader.value(ConfigurationKeys.Site.operatorName)
    let operatorContact = reader.value(ConfigurationKeys.Site.operatorContact)
    guard let url, let name, let timeZone, let operatorName, let operatorContact else { return nil }
    self.init(
      url: url, name: name, timeZone: timeZone, operatorName: operatorName, operatorContact: operatorContact)
  }
}

extension Configuration.HTTP {
  fileprivate init?(from reader: inout ConfigurationReader) {
    typealias Keys = ConfigurationKeys.HTTP
    let listen = reader.value(Keys.listen)
    let certificate = reader.value(Keys.certificate)
    let privateKey = reader.value(Keys.privateKey)
    let trustedProxies = reader.list(Keys.trustedProxies)
    let isPlain = !reader.isWritten(Keys.certificate) && !reader.isWritten(Keys.privateKey)
    if reader.isWritten(Keys.certificate) != reader.isWritten(Keys.privateKey) {
      let (given, other) =
        reader.isWritten(Keys.certificate)
        ? (Keys.certificate.name, Keys.privateKey.name) : (Keys.privateKey.name, Keys.certificate.name)
      reader.report(given, "needs \(other) beside it")
    }
    if let listen, isPlain, !listen.isLoopback {
      reader.report(
        Keys.listen.name,
        "plain HTTP is for loopback alone: set http.tls, or listen on 127.0.0.1 behind a proxy")
    }
    guard let listen else { return nil }
    var tls: TLS?
    if let certificate, let privateKey { tls = TLS(certificate: certificate, privateKey: privateKey) }
    self.init(listen: listen, tls: tls, trustedProxies: trustedProxies)
  }
}

extension InvitationQuotas {
  fileprivate init?(from reader: inout ConfigurationReader) {
    let open = reader.value(ConfigurationKeys.Invitations.open)
    let dailyPerAddress = reader.value(ConfigurationKeys.Invitations.dailyPerAddress)
    guard let open, let dailyPerAddress else { return nil }
    self.init(open: open, dailyPerAddress: dailyPerAddress)
  }
}

extension SignInWays {
  fileprivate init?(from reader: inout ConfigurationReader) {
    let password = reader.value(ConfigurationKeys.SignIn.password)
    let emailLink = reader.value(ConfigurationKeys.SignIn.emailLink)
    guard let password, let emailLink else { return nil }
    if !password, !emailLink, !reader.isWritten(ConfigurationKeys.Provider.clientID) {
      reader.report(
        ConfigurationKeys.SignIn.password.name,
        "nobody could sign in: sign-in.email-link is no as well, and there is no sign-in.provider")
    }
    self.init(password: password, emailLink: emailLink)
  }
}

extension Configuration.Folders {
  init(from reader: inout ConfigurationReader, installed: InstalledFolders) {
    self.init(
      templates: reader.value(ConfigurationKeys.Places.templates), installedTemplates: installed.templates,
      schedules: reader.value(ConfigurationKeys.Places.schedules) ?? installed.schedules,
      data: reader.value(ConfigurationKeys.Places.data) ?? installed.data)
  }
}
