import Automation
import Domain
import Foundation
import Hummingbird
import Logging
import Mail
import ServiceLifecycle
import Store
import Web

/// The one place that wires it all: record, mail, site, schedules and control, as services that stop gracefully.
struct Daemon {
  let configuration: Configuration
  let materials: Materials
  let store: Store
  let recordFence: RecordFence
  let logger: Logger
  let time = TimeSource.system
  /// Sockets that were handed over at the start.
  var sockets = InheritedSockets()
  /// Nil where nobody manages the daemon: on a terminal.
  var manager: ServiceManager?
  /// Whether SIGHUP reloads; on a terminal it ends the program, as ever.
  var reloadsOnHangUp = false
  /// Routes and listeners beside the site's: the demo's.
  var extraRoutes: @Sendable (Site, Router<SiteContext>) -> Void = { _, _ in }
  var extraListeners: [Listener] = []
  /// Called when everything listens.
  var ready: @Sendable () async throws -> Void = {}

  private let finder = ListingFinder()

  /// Runs until SIGTERM or SIGINT.
  func run() async throws {
    let live = Live(materials)
    let maker = Live(try materials.messageMaker(configuration))
    let certificate = try certificate()
    let fence = try await sendingFence()
    try await sayWhereZonesDiffer()
    let queue = queueManager(maker: maker, fence: fence)
    let running = RunningDaemon(
      queue: queue, fence: fence, heartbeat: Heartbeat(), reloads: Reloads(), startedAt: time.now(),
      certificateExpiry: { certificate?.notAfter }, takeUp: { Self.takeUp($0, live: live, maker: maker) })
    let statusLine = manager.map {
      StatusLine(manager: $0, store: store, live: live, fence: fence, time: time)
    }
    let listening = Listening(
      count: 2 + extraListeners.count,
      ready: {
        manager?.ready(status: try await statusLine?.words() ?? "Running")
        try await ready()
      }, logger: logger)
    let providerClient = ProviderClient(configuration, now: time.now)
    let placesClient = PlacesClient(
      configuration, materials.reference.localities, now: time.now, logger: logger)
    let site = site(live, queue, provider: providerClient?.provider, googlePlaces: placesClient?.places)
    // Services stop from the last to the first: what the site kept in memory is written when nobody asks any more.
    var services: [any Service] = ([providerClient, placesClient] as [(any Service)?]).compactMap(\.self)
    services += [
      StorageWatch(store: store, time: time), queue, scheduler(live, running),
      Housekeeping(store: store, bookings: configuration.bookings, time: time, logger: logger),
      RequestKeeper(
        store: store, bookings: configuration.bookings, siteZone: materials.siteZone, time: time,
        logger: logger,
        queued: queue.wake),
      SiteUpkeep(site: site, pause: time.pause),
    ]
    services.append(try control(live, running, listening))
    services += try servers(site, certificate, listening)
    if reloadsOnHangUp {
      services.append(
        Reloader(
          configuration: configuration, live: live, maker: maker, certificate: certificate,
          reloads: running.reloads, manager: manager, logger: logger))
    }
    if let statusLine { services.append(statusLine) }
    if let watchdog = watchdog(running.heartbeat) { services.append(watchdog) }
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map(named), gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    ).run()
    // Whatever the disk refuses now, nothing is lost: what was said to be saved is in the log beside the file.
    do { try store.close() } catch { logger.warning("closed untidily", metadata: ["why": "\(error)"]) }
    logger.notice("stopped")
  }

  /// Named by its type: by itself it is described with all that it holds, every listing (a second for 100,000).
  private func named(_ service: any Service) -> ServiceGroupConfiguration.ServiceConfiguration {
    ServiceGroupConfiguration.ServiceConfiguration(service: service, serviceName: "\(type(of: service))")
  }

  /// Messages first: the site makes no link of a key that no message could be made with.
  private static func takeUp(_ keys: KeyRing, live: Live<Materials>, maker: Live<MessageMaker>) {
    maker.change { $0 = $0.with(keys) }
    live.change { $0.keys = keys }
  }

  private func queueManager(maker: Live<MessageMaker>, fence: SendingFence) -> QueueManager {
    let (transport, connections) = configuration.mail.transport.made
    return QueueManager(
      store: store, transport: transport, maker: { maker.current }, connections: connections,
      perMinute: configuration.mail.rate, fence: fence, time: time, chance: { Double.random(in: 0...1) },
      logger: logger)
  }

  private func scheduler(_ live: Live<Materials>, _ running: RunningDaemon) -> Scheduler {
    Scheduler(
      store: store, schedules: { live.current.schedules }, siteZone: materials.siteZone, time: time,
      logger: logger, heartbeat: running.heartbeat, digester: digester, queued: running.queue.wake)
  }

  private var digester: Digester {
    Digester(
      NewsReader(
        store: store, finder: finder, reference: materials.reference, siteZone: materials.siteZone))
  }

  private func control(_ live: Live<Materials>, _ running: RunningDaemon, _ listening: Listening) throws
    -> Server
  {
    let operations = Operations(
      configuration: configuration, live: live, store: store, time: time, fence: recordFence,
      finder: finder, daemon: running)
    let place =
      sockets.control.map(Listener.Place.descriptor)
      ?? .path(configuration.control, mode: ControlServer.mode)
    return ControlServer.make(at: place, operations: operations, logger: quiet, running: listening.began)
  }

  private func site(
    _ live: Live<Materials>, _ queue: QueueManager, provider: OpenIDProvider?, googlePlaces: GooglePlaces?
  )
    -> Site
  {
    Site(
      settings: settings, store: store, keys: live.current.keys, reference: materials.reference,
      now: time.now,
      queued: queue.wake, logger: logger, provider: provider, googlePlaces: googlePlaces,
      finder: finder)
  }

  private func servers(_ site: Site, _ certificate: ServerCertificate?, _ listening: Listening) throws
    -> [Server]
  {
    let router = site.router { extraRoutes(site, $0) }
    let limits = ConnectionLimits(most: OpenFiles.raise())
    let listener = Listener(try place(isPlain: certificate == nil), certificate: certificate)
    return ([listener] + extraListeners).map {
      Server(router, at: $0, limits: limits, logger: quiet, running: listening.began)
    }
  }

  /// Four looks an interval at the scheduler's heart.
  private func watchdog(_ heartbeat: Heartbeat) -> Watchdog? {
    guard let manager, let interval = manager.watchdogInterval else { return nil }
    return Watchdog(heartbeat: heartbeat, interval: interval, time: time, alive: manager.alive)
  }

  private var settings: SiteSettings {
    SiteSettings(
      url: configuration.site.url.text, name: configuration.site.name,
      operatorName: configuration.site.operatorName,
      operatorContact: configuration.site.operatorContact, timeZone: materials.siteZone,
      trustedProxies: configuration.http.trustedProxies, invitations: configuration.invitations,
      signIn: configuration.signIn, backupDays: configuration.backupDays,
      bookings: configuration.bookings)
  }

  private func certificate() throws -> ServerCertificate? {
    try configuration.http.tls.map {
      do throws(CertificateError) {
        return try ServerCertificate(chain: $0.certificate, privateKey: $0.privateKey)
      } catch { throw Failure.configuration("http.tls: \(error)") }
    }
  }

  /// The same rule as for `http.listen`: without a certificate on loopback alone.
  private func place(isPlain: Bool) throws -> Listener.Place {
    guard let descriptor = sockets.site else {
      return .host(configuration.http.listen.host, port: configuration.http.listen.port)
    }
    if isPlain, ListeningSocket(descriptor)?.address?.isLoopback != true {
      throw Failure.configuration(
        "plain HTTP is for loopback alone: set http.tls, or have the socket unit listen on 127.0.0.1 behind a proxy"
      )
    }
    return .descriptor(descriptor)
  }

  private func sendingFence() async throws -> SendingFence {
    let fence = try await recordFence.forSending(store)
    if case .closed(let reason) = fence.state {
      logger.error(
        "nothing is sent: the fence is closed",
        metadata: ["why": "\(reason.rawValue)", "release": "helplink queue release --fence"])
    }
    return fence
  }

  private func sayWhereZonesDiffer() async throws {
    let zones = try await Scheduler.zones(store: store, siteZone: materials.siteZone)
    for line in ZonesInUse(zones, schedules: materials.schedules).disagreements(now: time.now()) {
      logger.error("time zones differ", metadata: ["why": "\(line)"])
    }
  }

  /// Libraries are silent: what they log of requests could hold a token, and their errors are thrown to us as well.
  private var quiet: Logger {
    var logger = logger
    logger.logLevel = .critical
    return logger
  }
}
