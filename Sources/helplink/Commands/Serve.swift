import ArgumentParser
import Foundation
import Logging

/// The daemon.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon: the site, the schedules and the mail.")

  @OptionGroup var options: Options

  func run() async throws {
    let configuration = try options.configuration()
    let materials = try Materials.load(configuration)
    guard let (store, lock) = try StateFolder(configuration.state).openStore() else {
      throw Failure("another helplink owns \(configuration.state); stop it first")
    }
    let logger = Logger.daemon()
    do {
      try await Daemon(configuration: configuration, materials: materials, store: store, logger: logger).run()
    } catch {
      throw Failure("stopped: \(error)")
    }
    withExtendedLifetime(lock) {}
  }
}

extension Logger {
  /// One line an event on stderr, where systemd's journal reads it.
  static func daemon() -> Logger {
    var logger = Logger(label: "helplink") { StreamLogHandler.standardError(label: $0) }
    let level = ProcessInfo.processInfo.environment["LOG_LEVEL"] ?? ""
    logger.logLevel = Logger.Level(rawValue: level) ?? .info
    return logger
  }
}
