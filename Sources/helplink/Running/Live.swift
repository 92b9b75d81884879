import Synchronization

/// A value as it stands now: a reload replaces it whole, or not at all.
final class Live<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  var current: Value { value.withLock { $0 } }

  func replace(with new: Value) { value.withLock { $0 = new } }
}
