/// Why a message or an envelope cannot be written.
///
/// It names the field and never quotes its value, so it may be logged.
public enum MessageError: Error, Sendable, Hashable {
  /// The address in this field is not an ASCII `local@domain` without spaces, controls or quotes.
  case address(field: String)
  /// The Message-ID is not of the form `left@right` in ASCII, or longer than 250 characters.
  case messageID
  /// The date lies outside the years 1900...9999.
  case date
  /// This further header is malformed: its name, a control or non-ASCII character, a word over 997
  /// octets.
  case header(name: String)
  /// This header is written by the composer itself, or was given twice.
  case repeatedHeader(name: String)
}

extension MessageError: CustomStringConvertible {
  /// One line for the operator's log.
  public var description: String {
    switch self {
    case .address(let field): "the address in \(field) cannot be written in a message"
    case .messageID: "the Message-ID is malformed"
    case .date: "the date lies outside the years 1900 to 9999"
    case .header(let name): "the header \(name) is malformed"
    case .repeatedHeader(let name): "the header \(name) would stand twice"
    }
  }
}
