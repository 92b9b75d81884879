import Foundation
import Testing

/// A Postfix of its own on 127.0.0.1: its configuration, queue, certificate and mailboxes lie in the scratch
/// folder, and the one that the machine may have is left alone. Takes mail over STARTTLS only. Wants root, as
/// Postfix does.
struct Postfix: Sendable {
  let port: Int
  /// The authority that signed its certificate, a file in PEM.
  let authority: String
  private let mailboxes: URL
  private let log: String

  /// Starts it with a mailbox for each address at example.com, and stops it when the test is over.
  static func start(mailboxes addresses: [String], in scratch: Scratch) async throws -> Postfix {
    let authority = try await TestAuthority(in: scratch)
    let postfix = Postfix(
      port: try FreePort.find(), authority: authority.authority,
      mailboxes: scratch.folder.appendingPathComponent("mailboxes"), log: scratch.path("postfix.log"))
    let folder = try await postfix.configure(addresses, authority, in: scratch)
    let started = try await Program.run("/usr/sbin/postfix", ["-c", folder, "start"], in: scratch)
    try #require(started.code == 0, "\(started.errors) \(postfix.words)")
    scratch.atEnd {
      // "postfix stop" says by its code that nothing ran any more; then there is nothing left to stop.
      _ = try? await Program.run("/usr/sbin/postfix", ["-c", folder, "stop"], in: scratch)
    }
    return postfix
  }

  /// Where it delivers an address's mail.
  func maildir(of address: String) -> Maildir { Maildir(folder: mailboxes.appendingPathComponent(address)) }

  /// What it logged.
  var words: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

  private func configure(_ addresses: [String], _ tls: TestAuthority, in scratch: Scratch) async throws
    -> String
  {
    let folder = try scratch.makeFolder("postfix")
    let list = try scratch.write("postfix/mailboxes", addresses.map { "\($0) \($0)/\n" }.joined())
    let queue = try scratch.makeFolder("postfix-queue")
    let data = try scratch.makeFolder("postfix-data")
    try FileManager.default.setAttributes([.ownerAccountName: "postfix"], ofItemAtPath: data)
    try scratch.makeFolder("mailboxes", mode: 0o777)
    try scratch.write(
      "postfix/main.cf",
      """
      compatibility_level = 3.6
      queue_directory = \(queue)
      data_directory = \(data)
      maillog_file = \(log)
      maillog_file_prefixes = \(scratch.folder.path)
      myhostname = relay.example.org
      mydestination =
      local_recipient_maps =
      alias_maps =
      alias_database =
      inet_interfaces = loopback-only
      inet_protocols = ipv4
      mynetworks = 127.0.0.0/8
      smtpd_peername_lookup = no
      smtpd_tls_security_level = encrypt
      smtpd_tls_cert_file = \(tls.certificate)
      smtpd_tls_key_file = \(tls.privateKey)
      smtpd_tls_received_header = yes
      virtual_mailbox_domains = example.com
      virtual_mailbox_base = \(mailboxes.path)
      virtual_mailbox_maps = texthash:\(list)
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534

      """)
    try scratch.write("postfix/master.cf", services)
    return folder
  }

  /// The daemons that receiving and delivering to mailboxes needs, and no others (master(5)).
  private var services: String {
    """
    127.0.0.1:\(port) inet n - n - - smtpd
    cleanup  unix n - n - 0 cleanup
    qmgr     unix n - n 300 1 qmgr
    tlsmgr   unix - - n 1000? 1 tlsmgr
    rewrite  unix - - n - - trivial-rewrite
    proxymap unix - - n - - proxymap
    bounce   unix - - n - 0 bounce
    defer    unix - - n - 0 bounce
    trace    unix - - n - 0 bounce
    error    unix - - n - - error
    retry    unix - - n - - error
    virtual  unix - n n - - virtual
    anvil    unix - - n - 1 anvil
    postlog  unix-dgram n - n - 1 postlogd

    """
  }
}
