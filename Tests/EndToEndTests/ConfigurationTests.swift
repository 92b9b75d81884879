import Domain
import Foundation
import Testing

@testable import helplink

/// Reads configurations from texts alone; the table of bad ones is the list of messages that operators can meet.
struct ConfigurationTests {
  /// The least that a file must say, line by line:
  /// 1 site, 2 url, 3 name, 4 operator, 5 name, 6 contact, 7 state, 8 mail, 9 from, 10 smtp, 11 url.
  static let least = """
    site:
      url: https://help.example
      name: Help Link
      operator:
        name: Example Pty Ltd
        contact: hello@example.com
    state: /var/lib/helplink
    mail:
      from: help@example.com
      smtp:
        url: smtp://127.0.0.1:2525

    """

  static func read(
    _ yaml: String, environment: [String: String] = [:], credentials: [String: String] = [:]
  ) throws(ConfigurationMistakes) -> Configuration {
    try Configuration.read(
      yaml: yaml, fileName: "helplink.yaml", environment: environment, credentials: credentials)
  }

  static func complaint(
    _ yaml: String, environment: [String: String] = [:], credentials: [String: String] = [:]
  ) -> String {
    do throws(ConfigurationMistakes) {
      _ = try read(yaml, environment: environment, credentials: credentials)
      return "none"
    } catch { return error.description }
  }

  @Test func `the least a file must say gives every default`() throws {
    let configuration = try Self.read(Self.least)
    #expect(configuration.site.url.text == "https://help.example")
    #expect(configuration.site.timeZone == "Australia/Sydney")
    #expect(configuration.keys == "/var/lib/helplink/keys")
    #expect(configuration.control == "/var/lib/helplink/control")
    #expect(configuration.http.listen.description == "127.0.0.1:8080")
    #expect(configuration.http.tls == nil && configuration.http.trustedProxies.isEmpty)
    #expect(configuration.mail.from == configuration.mail.fromRounds)
    #expect(configuration.mail.fromName == "Help Link")
    #expect(configuration.mail.rate == 0 && configuration.mail.returnPath == nil)
    #expect(configuration.invitations == InvitationQuotas(open: 20, dailyPerAddress: 3))
    #expect(configuration.backupDays == 30)
    #expect(configuration.folders.templates == nil)
    #expect(configuration.folders.installedTemplates == "/usr/share/helplink/mail-templates")
    #expect(configuration.folders.schedules == "/usr/share/helplink/schedules")
    #expect(configuration.folders.data == "/usr/share/helplink/data")
    guard case .smtp(let relay) = configuration.mail.transport else { return #expect(Bool(false)) }
    #expect(relay.address.url == "smtp://127.0.0.1:2525")
    #expect(relay.security == .required && relay.credentials == nil && relay.connections == 8)
  }

  @Test func `every key can be set in the file`() throws {
    let configuration = try Self.read(Self.fullest)
    #expect(configuration.site.timeZone == "Australia/Perth")
    #expect(configuration.keys == "/etc/keys" && configuration.control == "/run/helplink.sock")
    #expect(configuration.http.listen == ListenAddress(host: "::", port: 443))
    #expect(configuration.http.tls == .init(certificate: "/tls/c.pem", privateKey: "/tls/k.pem"))
    #expect(configuration.http.trustedProxies.count == 2)
    #expect(configuration.signIn == SignInWays(password: false, emailLink: true))
    #expect(configuration.mail.rate == 600 && configuration.mail.returnPath == "bounces.example.com")
    #expect(configuration.mail.fromRounds.text == "rounds@example.com")
    #expect(configuration.mail.fromName == "Helpers")
    #expect(configuration.folders.templates == "/t" && configuration.folders.data == "/d")
    guard case .smtp(let relay) = configuration.mail.transport else { return #expect(Bool(false)) }
    #expect(relay.address.port == 465 && relay.address.isImplicitTLS)
    #expect(relay.credentials == .init(user: "u", password: Secret(value: "0123")))
    #expect(relay.authorities == "/ca.pem" && relay.connections == 64)
  }

  @Test func `a stronger source wins, and what it replaces is not read`() throws {
    let yaml = Self.least + "  rate: nonsense\n"
    #expect(try Self.read(yaml, environment: ["HELPLINK_MAIL_RATE": "5"]).mail.rate == 5)
    let both = ["HELPLINK_MAIL_RATE": "5"]
    for name in ["mail.rate", "HELPLINK_MAIL_RATE"] {
      #expect(try Self.read(yaml, environment: both, credentials: [name: "6\n"]).mail.rate == 6)
    }
  }

  @Test func `lists come from the environment with commas or white space`() throws {
    let environment = ["HELPLINK_HTTP_TRUSTED_PROXIES": "10.0.0.1, 10.1.0.0/16 fd00::/8"]
    #expect(try Self.read(Self.least, environment: environment).http.trustedProxies.count == 3)
  }

  @Test func `a secret is one line, and only its line break is cut`() throws {
    let secret = try Self.read(
      Self.least + "    user: u\n", credentials: ["mail.smtp.password": " s3cret \n"])
    guard case .smtp(let relay) = secret.mail.transport else { return #expect(Bool(false)) }
    #expect(relay.credentials?.password.value == " s3cret ")
  }

  @Test func `a secret is never printed`() throws {
    let configuration = try Self.read(
      Self.least + "    user: u\n", credentials: ["mail.smtp.password": "s3cret"])
    var dumped = ""
    dump(configuration, to: &dumped)
    #expect(!dumped.contains("s3cret") && !"\(configuration)".contains("s3cret"))
    #expect(!String(reflecting: configuration).contains("s3cret"))
  }

  @Test func `other credentials and other variables are left alone`() throws {
    #expect(
      Self.complaint(Self.least, environment: ["HELP": "x", "PATH": "/"], credentials: ["tls.pem": "x"])
        == "none")
  }

  @Test func `a dotted key means the same as its sections`() throws {
    #expect(try Self.read(Self.least + "http.listen: \"[::1]:9\"\n").http.listen.description == "[::1]:9")
  }

  static let fullest = """
    site:
      url: http://localhost:8443
      name: Help Link
      time-zone: Australia/Perth
      operator: {name: Example, contact: "Box 1, Corinda"}
    state: /s
    keys: /etc/keys/
    control: /run/helplink.sock
    http:
      listen: "[::]:443"
      tls: {certificate: /tls/c.pem, private-key: /tls/k.pem}
      trusted-proxies: [10.0.0.1, "fd00::/8"]
    sign-in: {password: no, email-link: yes}
    mail:
      transport: smtp
      maildir: /m
      smtp:
        url: smtps://mail.example
        user: u
        password: 0123
        tls: required
        ca: /ca.pem
        connections: 64
      rate: 600
      from: help@example.com
      from-rounds: rounds@example.com
      from-name: Helpers
      return-path: Bounces.Example.com
    templates: /t
    schedules: /c
    data: /d
    """
}
