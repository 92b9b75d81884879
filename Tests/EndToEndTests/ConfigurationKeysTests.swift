import Domain
import Testing

@testable import helplink

struct ConfigurationKeysTests {
  @Test func `each key of the table is read once, and no other`() {
    var reader = ConfigurationReader(WrittenSettings(), fileName: "x")
    _ = Configuration(from: &reader, installed: InstalledFolders())
    #expect(reader.asked.sorted() == ConfigurationKeys.all.map(\.name).sorted())
  }

  @Test func `no two keys share a name or a variable, and none is also a section`() {
    #expect(ConfigurationKeys.byName.count == ConfigurationKeys.all.count)
    #expect(ConfigurationKeys.byEnvironment.count == ConfigurationKeys.all.count)
    #expect(ConfigurationKeys.sections.isDisjoint(with: ConfigurationKeys.byName.keys))
    #expect(
      ConfigurationKeys.sections == [
        "site", "site.operator", "http", "http.tls", "sign-in", "sign-in.provider", "invitations", "bookings",
        "privacy", "places", "mail", "mail.smtp",
      ])
  }

  @Test func `dots and dashes of a key are underscores in its variable`() {
    #expect(
      ConfigurationKeyEntry.environmentName(of: "http.tls.private-key") == "HELPLINK_HTTP_TLS_PRIVATE_KEY")
  }

  @Test func `a written default is what the key reads it as`() throws {
    #expect(try ConfigurationKeys.HTTP.listen.read("127.0.0.1:8080") == ListenAddress("127.0.0.1:8080"))
    #expect(
      try ConfigurationKeys.SignIn.password.read("yes") && ConfigurationKeys.SignIn.emailLink.read("yes"))
    #expect(try ConfigurationKeys.SMTP.connections.read("8") == 8)
    #expect(try ConfigurationKeys.Privacy.backupDays.read("30") == 30)
    #expect(try ConfigurationKeys.Bookings.reminderHours.read("48") == BookingTerms().reminderHours)
    #expect(try ConfigurationKeys.Bookings.changeHours.read("24") == BookingTerms().changeHours)
    #expect(try ConfigurationKeys.Bookings.keptDays.read("90") == BookingTerms().keptDays)
    #expect(try ConfigurationKeys.SMTP.tls.read("required") == .required)
    #expect(try ConfigurationKeys.Mail.transport.read("smtp") == .smtp)
    #expect(try ConfigurationKeys.Site.timeZone.read("Australia/Sydney") == "Australia/Sydney")
  }

  @Test(arguments: [
    ("mail.smtp.pass", "mail.smtp.tls"), ("Site.Url", "site.url"), ("http.listn", "http.listen"),
    ("zzz", nil), ("", nil), ("mail.from-round", "mail.from-rounds"),
  ])
  func `a misspelt key brings the nearest to mind, or none`(written: String, nearest: String?) {
    #expect(NearestKey.to(written, among: ConfigurationKeys.all.map(\.name)) == nearest)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("flaw", "lawn", 2)])
  func `edits are counted as Levenshtein did, either way round`(first: String, second: String, edits: Int) {
    #expect(NearestKey.edits(Array(first), Array(second)) == edits)
    #expect(NearestKey.edits(Array(second), Array(first)) == edits)
  }
}
