extension Configuration.Provider {
  private typealias Keys = ConfigurationKeys.Provider

  /// Nil when none is configured, or something about it is wrong.
  init?(from reader: inout ConfigurationReader) {
    let issuer = reader.value(Keys.issuer)
    let name = reader.value(Keys.name)
    let clientID = reader.value(Keys.clientID)
    let clientSecret = reader.value(Keys.clientSecret)
    Self.checkTogether(&reader)
    guard let clientID, let clientSecret else { return nil }
    self.init(
      issuer: issuer ?? .google, name: name ?? "Google", clientID: clientID, clientSecret: clientSecret)
  }

  /// What is written without that which it is about would be taken for a provider that works.
  private static func checkTogether(_ reader: inout ConfigurationReader) {
    if reader.isWritten(Keys.clientID) {
      guard !reader.isWritten(Keys.clientSecret) else { return }
      reader.report(Keys.clientID.name, "needs \(Keys.clientSecret.name) beside it")
    } else {
      let written = [
        (Keys.issuer.name, reader.isWritten(Keys.issuer)), (Keys.name.name, reader.isWritten(Keys.name)),
        (Keys.clientSecret.name, reader.isWritten(Keys.clientSecret)),
      ]
      for (name, isWritten) in written where isWritten {
        reader.report(name, "needs \(Keys.clientID.name) beside it")
      }
    }
  }
}
