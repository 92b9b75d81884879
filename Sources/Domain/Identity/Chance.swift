/// The system's random numbers, which the other rooms hand to decisions: what identifiers and secrets are made of.
///
/// The standard library's own generator has no octet, and the thread sanitizer is told of an access to such a variable at an
/// address that was never set (Swift 6.3). This one has one.
public struct Chance: RandomNumberGenerator, Sendable {
  private let occupied = true

  /// A generator; all are alike.
  public init() {}

  /// The next of them.
  public mutating func next() -> UInt64 { UInt64.random(in: .min ... .max) }
}
