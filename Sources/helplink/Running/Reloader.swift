import Automation
import Domain
import Foundation
import Logging
import Mail
import ServiceLifecycle
import UnixSignals
import Web

/// Reads certificate, templates and schedules anew on SIGHUP, while requests go on.
///
/// Promise: what is broken changes nothing: everything that was stays, and the log, `status` and the service manager say so.
/// The configuration itself is read when the daemon starts.
struct Reloader: Service {
  let configuration: Configuration
  let live: Live<Materials>
  let maker: Live<MessageMaker>
  let certificate: ServerCertificate?
  let reloads: Reloads
  let manager: ServiceManager?
  let logger: Logger

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    for await _ in signals.cancelOnGracefulShutdown() { reload() }
  }

  private func reload() {
    manager?.reloading()
    do {
      let materials = try live.current.reloaded(configuration)
      try certificate?.reload()
      // Keys stay as they are by now: one may have been added meanwhile.
      live.change { ($0.templates, $0.schedules) = (materials.templates, materials.schedules) }
      maker.change { $0 = $0.with(materials.templates) }
      reloads.ended(nil)
      logger.notice("reloaded", metadata: ["schedules": "\(materials.schedules.count)"])
      manager?.ready(status: "Reloaded")
    } catch {
      reloads.ended("\(error)")
      logger.error("not reloaded, the old settings stay", metadata: ["why": "\(error)"])
      manager?.ready(status: "Not reloaded, the old settings stay: \(error)")
    }
  }
}
