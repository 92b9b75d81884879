import Automation
import Domain
import Foundation
import Store

/// What commands do, wherever they run: the same code in the daemon and without one.
struct Operations: Sendable {
  let configuration: Configuration
  let live: Live<Materials>
  let store: Store
  let time: TimeSource
  let fence: RecordFence
  /// Keeps the index of the listings: the site's, where there is one.
  let finder: ListingFinder
  /// Nil without a daemon: then nothing is sent.
  let daemon: RunningDaemon?

  init(
    configuration: Configuration, live: Live<Materials>, store: Store, time: TimeSource, fence: RecordFence,
    finder: ListingFinder, daemon: RunningDaemon?
  ) {
    self.finder = finder
    self.configuration = configuration
    self.live = live
    self.store = store
    self.time = time
    self.fence = fence
    self.daemon = daemon
  }

  var materials: Materials { live.current }

  /// Reads what is new in the network, for digests.
  var news: NewsReader {
    NewsReader(
      store: store, finder: finder, reference: materials.reference, siteZone: materials.siteZone)
  }

  /// Does what is asked; what goes wrong is said in a line.
  func perform(_ request: ControlRequest) async -> Report {
    do {
      switch request {
      case .status: return try await status()
      case .members(let after, let limit): return try await members(after: after, limit: limit)
      case .member(let text): return try await member(text)
      case .invite(let address, let note): return try await invite(address, note: note)
      case .away(let member, let until): return try await away(member, until: until)
      case .unverified(let after, let limit): return try await unverified(after: after, limit: limit)
      case .memberCommand(let command, let member): return try await run(command, on: member)
      case .trail(let member, let limit): return try await trail(of: member, limit: limit)
      case .export(let member): return try await export(member)
      case .erase(let member): return try await erase(member)
      case .rotateKeys: return try await rotateKeys()
      case .importMembers(let lines, let first): return try await importMembers(lines, firstNumber: first)
      case .queue(let state, let limit): return try await queue(state, limit: limit)
      case .queued(let text): return try await queued(text)
      case .command(let command, let text): return try await run(command, on: text)
      case .releaseFence: return try await releaseFence()
      case .releaseStream(let stream): return try await release(stream)
      case .releaseAddress(let address): return try await release(address: address)
      case .schedules: return try await schedules()
      case .plan(let asked): return try await plan(asked)
      case .fire(let name): return try await fire(name)
      case .digest(let member): return try await digest(of: member)
      }
    } catch { return .refused("\(error)") }
  }
}
