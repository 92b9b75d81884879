import Domain

/// Why the system's file of a zone cannot be compared.
enum SystemZoneTrouble: Error, Equatable {
  /// The name would leave the folder, or is none that IANA would give.
  case name
  case missing
  case unreadable(String)
  case damaged(ZoneFileError)

  /// One line for the operator.
  func explanation(zone: String, folder: String) -> String {
    switch self {
    case .name:
      "\(zone): is not a name of IANA's time-zone database, so it cannot be compared with the system's"
    case .missing:
      "\(zone): the system has no \(folder)/\(zone), so it cannot be compared: install tzdata (and, for "
        + "names that IANA has replaced, tzdata-legacy)"
    case .unreadable(let reason):
      "\(zone): the system's \(folder)/\(zone) cannot be read, so it cannot be compared: \(reason)"
    case .damaged(let error):
      "\(zone): the system's \(folder)/\(zone) cannot be compared, as \(error.explanation): reinstall tzdata"
    }
  }
}
