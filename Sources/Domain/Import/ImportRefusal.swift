/// Why a line of an import cannot go in. No case carries a person's particulars beyond the word that is wrong.
public enum ImportRefusal: Error, Equatable, Sendable {
  /// The line is not one JSON object.
  case notJSON
  /// A key that every line must have is not there.
  case missing(key: String)
  /// A key's value is not of the kind it must be: "a list of texts".
  case wrongType(key: String, expected: String)
  /// A key that means nothing here.
  case unknownKey(String)
  /// A text is empty, too long, or holds control characters.
  case text(key: String, atMost: Int)
  /// The bio is too long, or holds control characters other than line breaks.
  case bio
  /// The address is none that we can send to.
  case email(EmailAddress.Refusal)
  /// A slug that the taxonomy (or the list of languages) does not have.
  case unknown(key: String, slug: String)
  /// The registration number is not written as the profession's register writes it.
  case registration(profession: String, pattern: String)
  /// A place that the table does not have.
  case locality(String)
  /// `confirmed_at` is not a moment such as 2026-11-01T00:00:00Z.
  case date
  /// `waiting_period` and `accepting_new_clients` say opposite things.
  case contradiction(waitingPeriod: String, accepting: Bool)

  /// One sentence without a full stop, for the report of an import.
  public var explanation: String {
    switch self {
    case .notJSON: "the line is not one JSON object"
    case .missing(let key): "\(key) is missing"
    case .bio: "bio must have at most 4000 characters, none of them control characters but line breaks"
    case .wrongType(let key, let expected): "\(key) must be \(expected)"
    case .unknownKey(let key): "\(key) is not a key that an import knows"
    case .text(let key, let limit):
      "\(key) must have 1 to \(limit) characters, none of them control characters"
    case .email(let refusal): "email: \(refusal.explanation)"
    case .unknown(let key, let slug): "\(key) has \"\(slug)\", which is not in the reference data"
    case .registration(let profession, let pattern):
      "registration does not look like that of a \(profession): \(pattern)"
    case .locality(let label): "locations has \"\(label)\", which is not in the table of localities"
    case .date: "confirmed_at must be a date and time in UTC such as 2026-11-01T09:30:00Z"
    case .contradiction(let period, let accepting):
      "waiting_period \(period) contradicts accepting_new_clients \(accepting)"
    }
  }
}
