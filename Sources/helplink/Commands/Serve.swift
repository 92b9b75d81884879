import ArgumentParser
import Domain
import Foundation
import Logging
import Web

/// The daemon.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon: the site, the schedules and the mail.",
    discussion: """
      Under systemd it says when it is ready, reloads on SIGHUP (certificate, templates, schedules), answers the watchdog, \
      and takes sockets named site and control. LOG_LEVEL=debug in the environment says more.
      """)

  /// A command that has the state folder is waited for so long, in seconds.
  private static let patience: TimeInterval = 30

  @OptionGroup var options: Options

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let logger = Logger.daemon(environment)
    let sockets = try InheritedSockets.take(environment: environment)
    let configuration = try options.configurationWithFiles()
    // First of all whose it is: nothing may be made in the folder by anybody but its owner.
    let state = try StateFolder(configuration.state)
    // Each takes a second with 100,000 members. What is wrong with the files is told first.
    async let lock = state.lockForDaemon(patience: Self.patience, logger: logger)
    let materials = try Materials.load(configuration)
    let opened = try state.open(locked: await lock, keys: materials.keys, logger: logger)
    var daemon = Daemon(
      configuration: configuration, materials: materials, store: opened.store,
      recordFence: RecordFence(state: state, keys: configuration.keys), logger: logger)
    daemon.sockets = sockets
    daemon.manager = ServiceManager(environment: environment, logger: logger)
    daemon.reloadsOnHangUp = true
    do { try await daemon.run() } catch let failure as Failure { throw failure } catch let fault
      as StorageFault
    {
      throw Failure(fault.description)
    } catch {
      throw Failure("stopped: \(error)\((error as? ListenerError)?.remedy ?? "")")
    }
    withExtendedLifetime(opened) {}
  }
}

extension ListenerError {
  /// What an operator can do, where it is not plain.
  fileprivate var remedy: String {
    switch self {
    case .portInUse: "; stop that program, or change http.listen"
    case .pathInUse: "; stop that program, or change control"
    case .notASocket: "; move it away, or change control"
    case .pathTooLong, .notListening, .refused: ""
    }
  }
}

extension Logger {
  /// One line an event on stderr, with priorities where systemd's journal reads it.
  static func daemon(_ environment: [String: String]) -> Logger {
    let isForJournal = JournalLog.isJournal(environment: environment)
    var logger = Logger(label: "helplink") { _ in JournalLog(isForJournal: isForJournal) }
    logger.logLevel = Logger.Level(rawValue: environment["LOG_LEVEL"] ?? "") ?? .info
    return logger
  }
}
