import Foundation

/// A password as it is kept: stretched by scrypt (RFC 7914), its parameters beside the hash so that they can be raised.
public struct StoredPassword: Hashable, Sendable {
  /// What the stretching costs. Memory is 128 · `cost` · `blockSize` octets.
  public struct Parameters: Hashable, Sendable {
    /// N, a power of two.
    public var cost: UInt64
    /// r.
    public var blockSize: UInt64
    /// p.
    public var parallelism: UInt64

    /// N, r and p.
    public init(cost: UInt64, blockSize: UInt64, parallelism: UInt64) {
      self.cost = cost
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// What new passwords are stretched with: 32 MiB (OWASP's password storage cheat sheet: N = 2^15, r = 8, p = 3).
    public static let current = Parameters(cost: 1 << 15, blockSize: 8, parallelism: 3)

    /// The most that a stored text may ask for, so that a damaged row cannot take the machine's memory.
    static let most = Parameters(cost: 1 << 20, blockSize: 32, parallelism: 16)
  }

  /// What it was stretched with.
  public var parameters: Parameters
  /// Random, 16 octets.
  public var salt: [UInt8]
  /// What the stretching gave, 32 octets.
  public var hash: [UInt8]

  /// A password that was stretched.
  public init(parameters: Parameters, salt: [UInt8], hash: [UInt8]) {
    self.parameters = parameters
    self.salt = salt
    self.hash = hash
  }

  /// Whether it was stretched with others than new ones are, and is to be stretched anew when it is next typed.
  public func isOutdated(by current: Parameters) -> Bool { parameters != current }

  /// `scrypt$N$r$p$salt$hash`, the last two in lower-case base32.
  public var text: String {
    "scrypt$\(parameters.cost)$\(parameters.blockSize)$\(parameters.parallelism)$\(Base32.encode(salt))$\(Base32.encode(hash))"
  }

  /// Reads what `text` wrote, or returns nil.
  public init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let cost = UInt64(parts[1]),
      let blockSize = UInt64(parts[2]),
      let parallelism = UInt64(parts[3]), let salt = Base32.decode(parts[4]),
      let hash = Base32.decode(parts[5]),
      (2...Parameters.most.cost).contains(cost), cost.nonzeroBitCount == 1,
      (1...Parameters.most.blockSize).contains(blockSize),
      (1...Parameters.most.parallelism).contains(parallelism), salt.count >= 8, hash.count >= 16
    else { return nil }
    self.init(
      parameters: Parameters(cost: cost, blockSize: blockSize, parallelism: parallelism), salt: salt,
      hash: hash)
  }
}
