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
  let logger: Logger
  let time = TimeSource.system
  /// Routes and listeners beside the site's: the demo's.
  var extraRoutes: @Sendable (Site, Router<SiteContext>) -> Void = { _, _ in }
  var extraListeners: [Listener] = []
  /// Called when everything listens.
  var ready: @Sendable () async throws -> Void = {}

  /// Runs until SIGTERM or SIGINT.
  func run() async throws {
    let queue = try queueManager()
    let site = Site(
      settings: settings, store: store, keys: materials.keys, taxonomy: materials.reference.taxonomy,
      languages: materials.reference.languages, now: time.now, queued: queue.wake, logger: logger)
    let scheduler = Scheduler(
      store: store, schedules: materials.schedules, siteZone: materials.siteZone, time: time, logger: logger,
      queued: queue.wake)
    let operations = Operations(
      configuration: configuration, materials: materials, store: store, time: time, queue: queue)
    let router = site.router { extraRoutes(site, $0) }
    let listening = Listening(count: 1 + extraListeners.count, ready: ready, logger: logger)
    let servers = try ([listener] + extraListeners).map {
      try Server(router, at: $0, logger: quiet, running: listening.began)
    }
    let control = ControlServer(path: configuration.control, operations: operations, logger: quiet)
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [queue, scheduler, control] + servers,
        gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    ).run()
    try store.close()
    logger.notice("stopped")
  }

  private func queueManager() throws -> QueueManager {
    let (transport, connections) = configuration.mail.transport.made
    return QueueManager(
      store: store, transport: transport, maker: try materials.messageMaker(configuration),
      connections: connections,
      perMinute: configuration.mail.rate, time: time, chance: { Double.random(in: 0...1) }, logger: logger)
  }

  private var settings: SiteSettings {
    SiteSettings(
      url: configuration.site.url.text, name: configuration.site.name,
      operatorName: configuration.site.operatorName,
      operatorContact: configuration.site.operatorContact, timeZone: materials.siteZone)
  }

  private var listener: Listener {
    let http = configuration.http
    return Listener(
      host: http.listen.host, port: http.listen.port,
      certificate: http.tls.map { ($0.certificate, $0.privateKey) })
  }

  /// Libraries are silent: what they log of requests could hold a token, and their errors are thrown to us as well.
  private var quiet: Logger {
    var logger = logger
    logger.logLevel = .critical
    return logger
  }
}

/// Waits until every listener has begun.
private final class Listening: Sendable {
  private let remaining: Remaining
  private let ready: @Sendable () async throws -> Void
  private let logger: Logger

  private actor Remaining {
    var count: Int
    init(_ count: Int) { self.count = count }
    func takeOne() -> Int {
      count -= 1
      return count
    }
  }

  init(count: Int, ready: @escaping @Sendable () async throws -> Void, logger: Logger) {
    remaining = Remaining(count)
    self.ready = ready
    self.logger = logger
  }

  @Sendable func began(port: Int) {
    logger.notice("listening", metadata: ["port": "\(port)"])
    Task {
      guard await remaining.takeOne() == 0 else { return }
      do { try await ready() } catch { logger.error("not ready", metadata: ["why": "\(error)"]) }
    }
  }
}
