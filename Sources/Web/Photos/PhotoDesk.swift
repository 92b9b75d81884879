import NIOPosix

/// Prepares photos, two at a time at the most, on threads where they hold up nobody.
final class PhotoDesk: Sendable {
  private let preparing = Turnstile(places: 2)
  /// One at a time goes from its file to the record and back: two members may have the same file, and one who removes it must
  /// not take it from another who is about to name it.
  let keeping = Turnstile(places: 1)

  /// The photo of an upload, or why it is none.
  func prepare(_ upload: [UInt8]) async throws -> Result<[UInt8], PhotoRefusal> {
    guard await preparing.enter() else { return .failure(.busy) }
    do {
      let photo = try await NIOThreadPool.singleton.runIfActive {
        Result { () throws(PhotoRefusal) in try Photo.prepared(from: upload) }
      }
      await preparing.leave()
      return photo
    } catch {
      await preparing.leave()
      throw error
    }
  }
}

/// Lets so many work at once; the others wait for their turn, in the order that they came.
actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  /// Each who waits holds what they sent in memory.
  private static let mostWaiting = 16

  init(places: Int) { free = places }

  /// False when too many wait already.
  func enter() async -> Bool {
    if free > 0 {
      free -= 1
      return true
    }
    guard waiting.count < Self.mostWaiting else { return false }
    await withCheckedContinuation { waiting.append($0) }
    return true
  }

  /// Gives the place to who waits longest.
  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
