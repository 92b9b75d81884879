extension Configuration.PlacesProvider {
  private typealias Keys = ConfigurationKeys.Suggestions

  /// Nil only after a mistake was reported. A key that nothing asks with would be taken for one that works.
  init?(from reader: inout ConfigurationReader) {
    let name = reader.value(Keys.provider)
    let key = reader.value(Keys.googleKey)
    let hasKey = reader.isWritten(Keys.googleKey)
    switch name {
    case .google:
      if !hasKey { reader.report(Keys.provider.name, "needs \(Keys.googleKey.name) beside it") }
      guard let key else { return nil }
      self = .google(key: key)
    case .offline:
      if hasKey { reader.report(Keys.googleKey.name, "needs \(Keys.provider.name): google beside it") }
      self = .offline
    case nil: return nil
    }
  }
}
