/// A practitioner as a file describes them: everything but an identifier, which the network gives.
public struct ImportedPractitioner: Hashable, Sendable {
  /// With title; 1 to 200 characters.
  public var name: String
  /// What a second import recognises them by.
  public var email: EmailAddress
  /// What colleagues see.
  public var profile: Profile
  /// The wait, with the date of the file: a date that an import brings never earns the badge.
  public var wait: StatedWait
  /// The IANA name of the time at their first location, or nil for the site's.
  public var timeZone: String?

  /// A practitioner with these particulars.
  public init(
    name: String, email: EmailAddress, profile: Profile, wait: StatedWait, timeZone: String? = nil
  ) {
    self.name = name
    self.email = email
    self.profile = profile
    self.wait = wait
    self.timeZone = timeZone
  }
}
