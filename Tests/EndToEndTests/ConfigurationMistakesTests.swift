import Foundation
import Testing

@testable import helplink

extension ConfigurationTests {
  /// A line of the least file, what stands there instead, and what the operator is told.
  @Test(arguments: [
    ("url: https://help.example", "url: http://help.example", "2:8: site.url: \(url)"),
    ("url: https://help.example", "url: https://help.example/", "2:8: site.url: \(url)"),
    ("url: https://help.example", "url: https://help.example/a", "2:8: site.url: \(url)"),
    ("url: https://help.example", "url: https://u:p@help.example", "2:8: site.url: \(url)"),
    ("url: https://help.example", "url: help.example", "2:8: site.url: \(url)"),
    ("url: https://help.example", "url: [a]", "2:8: site.url: must be one value"),
    ("url: https://help.example", "url:", "2:7: site.url: has no value"),
    ("name: Help Link", "name: \"a\\nb\"", "3:9: site.name: must be one line of 1 to 100 characters"),
    ("name: Help Link", "name: ''", "3:9: site.name: must be one line of 1 to 100 characters"),
    (
      "name: Help Link", "nam: Help Link",
      "3:3: site.nam: is not a key; did you mean site.name?\n\(missing("site.name"))"
    ),
    (
      "  operator:\n", "  operator: x\n  o:\n",
      "4:13: site.operator: must hold keys and their values\nhelplink.yaml:5:3: site.o: is not a key\n\(missing("site.operator.name"))\n\(missing("site.operator.contact"))"
    ),
    ("state: /var/lib/helplink", "state: lib", "7:8: state: must be a path that starts with /"),
    ("state: /var/lib/helplink", "state: {a: b}", "7:8: state: must be one value"),
    (
      "state: /var/lib/helplink", "state: /s\nstate: /t",
      "7:1: state: is set twice in its section, here for the first time"
    ),
    ("state: /var/lib/helplink", "state: /s\nmail.from: a@example.com", "10:9: mail.from: is set twice"),
    ("state: /var/lib/helplink", "state: /s\nweather: fine", "8:1: weather: is not a key"),
    ("state: /var/lib/helplink", "state: /s\nkeys: x", "8:7: keys: must be a path that starts with /"),
    (
      "state: /var/lib/helplink", "state: /s\nsite.time-zone: Mars/Base",
      "8:17: site.time-zone: must be the name of a time zone such as Australia/Perth"
    ),
    ("state: /var/lib/helplink", "state: /s\nhttp: 80", "8:7: http: must hold keys and their values"),
    ("state: /var/lib/helplink", "state: /s\nhttp: {listen: 80}", "8:16: http.listen: \(listen)"),
    ("state: /var/lib/helplink", "state: /s\nhttp: {listen: \"::1:80\"}", "8:16: http.listen: \(listen)"),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {listen: \"localhost:65536\"}",
      "8:16: http.listen: \(listen)"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {listen: \"0.0.0.0:80\"}",
      "8:16: http.listen: plain HTTP is for loopback alone: set http.tls, or listen on 127.0.0.1 behind a proxy"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {tls: {certificate: /c}}",
      "8:27: http.tls.certificate: needs http.tls.private-key beside it"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {tls: {private-key: /c}}",
      "8:27: http.tls.private-key: needs http.tls.certificate beside it"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {trusted-proxies: 10.0.0.1}",
      "8:25: http.trusted-proxies: must be a list"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {trusted-proxies: [10.0.0.1, 10.0.0.0/33]}",
      "8:36: http.trusted-proxies: must be an address such as 10.0.0.7 or a block such as 10.0.0.0/8"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nhttp: {trusted-proxies: [[a]]}",
      "8:26: http.trusted-proxies: must be a list of single values"
    ),
    (
      "from: help@example.com", "from: help",
      "9:9: mail.from: must be an email address: an email address has one @ between a name and a domain"
    ),
    (
      "from: help@example.com", "form: help@example.com",
      "9:3: mail.form: is not a key; did you mean mail.from?\n\(missing("mail.from"))"
    ),
    (
      "from: help@example.com", "from: help@example.com\n  rate: -1",
      "10:9: mail.rate: must be a whole number from 0 to 1000000"
    ),
    (
      "from: help@example.com", "from: help@example.com\n  rate: 1.5",
      "10:9: mail.rate: must be a whole number from 0 to 1000000"
    ),
    (
      "from: help@example.com", "from: help@example.com\n  return-path: 10.0.0.1",
      "10:16: mail.return-path: must be a domain such as bounces.example.com"
    ),
    (
      "from: help@example.com", "from: help@example.com\n  transport: pigeon",
      "10:14: mail.transport: must be smtp or maildir"
    ),
    ("url: smtp://127.0.0.1:2525", "url: http://127.0.0.1", "11:10: mail.smtp.url: \(relay)"),
    ("url: smtp://127.0.0.1:2525", "url: smtp://u:hunter2@mail.example", "11:10: mail.smtp.url: \(relay)"),
    ("url: smtp://127.0.0.1:2525", "url: smtp://mail.example:0", "11:10: mail.smtp.url: \(relay)"),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://[::1]:25\n    tls: maybe",
      "12:10: mail.smtp.tls: must be required or none"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://mail.example\n    tls: none",
      "12:10: mail.smtp.tls: none is for a relay on this machine alone"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtps://[::1]\n    tls: none",
      "12:10: mail.smtp.tls: none contradicts the smtps:// of mail.smtp.url"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://a\n    connections: 65",
      "12:18: mail.smtp.connections: must be a whole number from 1 to 64"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://a\n    user: u",
      "12:11: mail.smtp.user: needs mail.smtp.password beside it"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://a\n    password: hunter2",
      "12:15: mail.smtp.password: needs mail.smtp.user beside it"
    ),
    (
      "url: smtp://127.0.0.1:2525", "url: smtp://a\n    user: u\n    password: \"hunter2\\n\"",
      "13:15: mail.smtp.password: must be one line of 1 to 1000 characters"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nsign-in: {provider: {client-id: c}}",
      "8:33: sign-in.provider.client-id: needs sign-in.provider.client-secret beside it"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nsign-in: {provider: {client-secret: hunter2}}",
      "8:37: sign-in.provider.client-secret: needs sign-in.provider.client-id beside it"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nsign-in: {provider: {name: Google}}",
      "8:28: sign-in.provider.name: needs sign-in.provider.client-id beside it"
    ),
    (
      "state: /var/lib/helplink",
      "state: /s\nsign-in: {provider: {client-id: c, client-secret: s, issuer: \"http://id.example\"}}",
      "8:62: sign-in.provider.issuer: \(issuer)"
    ),
    (
      "state: /var/lib/helplink", "state: /s\nsign-in: {password: no, email-link: no}",
      "8:21: sign-in.password: nobody could sign in: sign-in.email-link is no as well, and there is no sign-in.provider"
    ),
    ("state: /var/lib/helplink", "state: [", "9:7: is not YAML: did not find expected ',' or ']'"),
  ])
  func `a mistake is named by file, line, column and key`(good: String, bad: String, message: String) {
    let yaml = Self.least.replacingOccurrences(of: good, with: bad)
    #expect(yaml != Self.least)
    let complaint = Self.complaint(yaml)
    #expect(complaint == "helplink.yaml:" + message)
    #expect(!complaint.contains("hunter2"))
  }

  static let url =
    "must be https:// and a host without a path or a slash at its end (http:// only for localhost)"
  static let listen = "must be an address and a port such as 127.0.0.1:8080 or [::1]:8080"
  static let relay = "must be smtp://host:port or smtps://host:port, without user, password or path"
  static let issuer = "must be https:// and a host, perhaps with a path (http:// only for this machine)"
  static func missing(_ key: String) -> String { "helplink.yaml: \(key): is required" }
}
