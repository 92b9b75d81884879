import Testing

@testable import helplink

struct NetworkAddressTests {
  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:8080", "::1", 8080), ("localhost:0", "localhost", 0),
    ("a.b-c.example:65535", "a.b-c.example", 65535),
  ])
  func `an address to listen on is written as it was read`(text: String, host: String, port: Int) {
    #expect(ListenAddress(text) == ListenAddress(host: host, port: port))
    #expect(ListenAddress(text)?.description == text)
  }

  @Test(arguments: [
    "", ":80", "80", "localhost", "localhost:", "localhost:x", "localhost:+1", "::1:80", "[::1]",
    "[127.0.0.1]:80", "[::1:80",
    "a b:80", "-a:80", "1.2.3:80", "a..b:80", "ä:80", "a:80:80",
  ])
  func `what is no address to listen on is refused`(text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test(arguments: [
    ("127.9.9.9", true), ("::1", true), ("localhost", true), ("app.LOCALHOST", true),
    ("::ffff:127.0.0.1", true),
    ("0.0.0.0", false), ("::", false), ("128.0.0.1", false), ("localhost.example", false),
    ("notlocalhost", false),
  ])
  func `loopback is this machine and nothing else`(host: String, isLoopback: Bool) {
    #expect(HostName.isLoopback(host) == isLoopback)
  }

  @Test(arguments: [
    ("smtp://mail.example", "smtp://mail.example:25"), ("smtps://mail.example", "smtps://mail.example:465"),
    ("smtp://[::1]:2525", "smtp://[::1]:2525"), ("SMTP://mail.example:587", "smtp://mail.example:587"),
  ])
  func `a relay's URL gets the port of its scheme`(text: String, url: String) {
    #expect(RelayAddress(text)?.url == url)
  }

  @Test(arguments: [
    "mail.example", "smtp:mail.example", "smtp://", "smtp://a/b", "smtp://a?b", "smtp://u@a", "smtp://a:0",
    "imap://a",
  ])
  func `what is no relay is refused`(text: String) {
    #expect(RelayAddress(text) == nil)
  }

  @Test(arguments: [
    ("https://help.example", "help.example"), ("https://help.example:8443", "help.example"),
    ("http://localhost:8080", "localhost"), ("http://[::1]:8080", "::1"), ("http://127.0.0.1", "127.0.0.1"),
  ])
  func `a site is https, or http on this machine`(text: String, host: String) {
    #expect(SiteAddress(text)?.host == host)
    #expect(SiteAddress(text)?.text == text)
  }
}
