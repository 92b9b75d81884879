import ArgumentParser
import Automation
import Domain
import Foundation
import Logging
import Store
import Web

/// The daemon on a scratch folder with made-up members: no setup at all.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try it: a whole network on this machine with made-up members. Ctrl-C cleans up.")

  @Option(help: "The port of plain HTTP; HTTPS is on the next.") var port = 8080
  @Option(help: "How many made-up practitioners.") var members = 200

  func validate() throws {
    guard (1...65_534).contains(port) else { throw ValidationError("--port is a number from 1 to 65534") }
    guard (1...1_000).contains(members) else { throw ValidationError("--members is a number from 1 to 1000") }
  }

  func run() async throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("helplink-demo-\(getpid())")
      .path
    try StateFolder.make(scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let configuration = try configuration(scratch)
    let materials = try Materials.load(configuration)
    let state = try StateFolder(configuration.state)
    guard let opened = try state.open(for: .daemon, keys: materials.keys) else {
      throw Failure("\(scratch) is in use")
    }
    let store = opened.store
    let people = DemoPractitioners.make(count: members, now: Date(), reference: materials.reference)
    _ = try await store.add(people, now: Date())
    try await store.openToSeekers(now: Date())
    var logger = Logger.daemon(ProcessInfo.processInfo.environment)
    logger.logLevel = .warning
    var daemon = Daemon(
      configuration: configuration, materials: materials, store: store,
      recordFence: RecordFence(state: state, keys: configuration.keys), logger: logger)
    let letters = DemoLetters(maildir: scratch + "/mail")
    daemon.extraRoutes = { site, router in
      DemoMailbox(site: site, newest: letters.newest, letter: letters.letter).add(to: router)
    }
    let (chain, privateKey) = try DemoCertificate.make(in: scratch, now: Date())
    let certificate = try ServerCertificate(chain: chain, privateKey: privateKey)
    daemon.extraListeners = [Listener(.host("127.0.0.1", port: port + 1), certificate: certificate)]
    daemon.ready = { try await begin(store: store, materials: materials) }
    do { try await daemon.run() } catch { throw Failure("the demo stopped: \(error)") }
    withExtendedLifetime(opened) {}
  }

  /// The same configuration that a file would give.
  private func configuration(_ scratch: String) throws -> Configuration {
    let yaml = """
      site: {url: "http://localhost:\(port)", name: Help Link Private,
        operator: {name: The Demo on This Machine, contact: operator@example.com}}
      state: \(scratch)/state
      http: {listen: "127.0.0.1:\(port)"}
      mail: {transport: maildir, maildir: \(scratch)/mail, from: network@example.com, from-rounds: rounds@example.com}
      """
    do throws(ConfigurationMistakes) {
      return try Configuration.read(yaml: yaml, fileName: "demo", installed: .found())
    } catch { throw Failure.configuration(error) }
  }

  /// Runs this month's round at once and says where to look.
  private func begin(store: Store, materials: Materials) async throws {
    if let schedule = materials.schedules.first(where: { $0.name == "waiting-period" }) {
      _ = try await Scheduler.fireNow(schedule, store: store, siteZone: materials.siteZone, now: Date())
    }
    let link = try await signInLink(store: store, keys: materials.keys)
    let words =
      """

      A network of \(members) made-up practitioners runs on this machine.

        Front page       http://localhost:\(port)/
        Looking for help http://localhost:\(port)/find
        Mailbox          http://localhost:\(port)/demo/mailbox
        Listings         http://localhost:\(port)/sign-in/\(link)
                         (signs you in as one of them, once; "Invite" there sends an invitation to the mailbox)
        The same site    https://localhost:\(port + 1)/
                         (a certificate made just now: the browser will warn)

      Press Ctrl-C to stop; nothing stays behind.

      """
    FileHandle.standardOutput.write(Data(words.utf8))
  }

  /// A sign-in link of the first member that works for a day.
  private func signInLink(store: Store, keys: KeyRing) async throws -> String {
    var chance = Chance()
    let id = SignInLink.ID(using: &chance)
    let secret = keys.secret(for: .signInLink, record: id.bytes, generation: 1, keyID: keys.currentID) ?? ""
    let now = Date()
    try await store.perform({ try $0.practitioners(after: "", limit: 1).first }) { first in
      let link = first.map {
        SignInLink(
          id: id, practitioner: $0.id, digest: SecretDigest(of: secret), createdAt: now,
          expiresAt: now + 86_400)
      }
      return Decision((), changes: link.map { [.signInLinkMade($0)] } ?? [])
    }
    return secret
  }
}
