import Synchronization

/// A value as it stands now: a reload or a rotation of keys changes it for all who ask from then on.
final class Live<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  var current: Value { value.withLock { $0 } }

  func change(_ change: (inout Value) -> Void) { value.withLock { change(&$0) } }
}
