/// Where one slow request waits for the test, and the test for it.
final class Gate: Sendable {
  private let entered = AsyncStream.makeStream(of: Void.self)
  private let opened = AsyncStream.makeStream(of: Void.self)

  /// The request's side: says that it is here and waits.
  func pass() async {
    reach()
    for await _ in opened.stream { return }
  }

  /// The request's side: says that it is here.
  func reach() { entered.continuation.yield() }

  /// Returns when a request waits.
  func isReached() async { for await _ in entered.stream { return } }

  /// Lets one request go on.
  func open() { opened.continuation.yield() }
}
