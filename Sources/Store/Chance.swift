/// The system's random numbers, handed to decisions, which have none of their own: what identifiers and secrets are made of. It
/// stands beside the record because whoever makes something for the record has both.
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
