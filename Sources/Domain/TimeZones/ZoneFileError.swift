/// Why bytes are not a time zone as the system's tzdata keeps it.
public enum ZoneFileError: Error, Equatable, Sendable {
  /// The bytes do not begin with `TZif`, or their second half does not.
  case notTZif
  /// The version byte is none of NUL, `2`, `3` and `4`, or differs between the two halves.
  case version(UInt8)
  /// The bytes end before what they announce: `needed` bytes at least, of which `found` are there.
  case ended(needed: Int, found: Int)
  /// This many bytes follow after the end.
  case trailing(Int)
  /// Times count leap seconds, as in the folder `right`; ours do not.
  case leapSeconds
  /// The parts contradict each other or RFC 9636: what is wrong, as a clause.
  case contradiction(String)
  /// The last line is no rule that RFC 9636, section 3.3.2 allows; control characters are left out.
  case rule(String)

  /// One clause without a full stop, for the operator.
  public var explanation: String {
    switch self {
    case .notTZif: "it is not a time-zone file (TZif)"
    case .version(let byte): "its version byte is \(byte); versions 1 to 4 of TZif are known here"
    case .ended(let needed, let found): "it is cut short: \(found) bytes where at least \(needed) are needed"
    case .trailing(let count): "it goes on for \(count) bytes after its end"
    case .leapSeconds: "it counts leap seconds, which the clock of this system must not"
    case .contradiction(let clause): "it is damaged: \(clause)"
    case .rule(let text): "it is damaged: its last line is not a rule of daylight saving: \(text)"
    }
  }
}
