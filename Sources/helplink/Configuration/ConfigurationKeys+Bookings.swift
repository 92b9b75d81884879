import Domain

extension ConfigurationKeys {
  enum Bookings {
    static let reminderHours = ConfigurationKey(
      "bookings.reminder-hours", .value(48, written: "48"),
      "Hours before an appointment at which its reminder goes out.",
      read: ConfigurationChecks.number(1...336))
    static let changeHours = ConfigurationKey(
      "bookings.change-hours", .value(24, written: "24"),
      "Hours before an appointment until which a seeker moves or cancels it by the emailed links.",
      read: ConfigurationChecks.number(0...336))
    static let keptDays = ConfigurationKey(
      "bookings.kept-days", .value(90, written: "90"),
      "Days after a seeker's last appointment at which what is kept of them is erased.",
      read: ConfigurationChecks.number(1...3_650))
  }
}

extension BookingTerms {
  init?(from reader: inout ConfigurationReader) {
    let reminderHours = reader.value(ConfigurationKeys.Bookings.reminderHours)
    let changeHours = reader.value(ConfigurationKeys.Bookings.changeHours)
    let keptDays = reader.value(ConfigurationKeys.Bookings.keptDays)
    guard let reminderHours, let changeHours, let keptDays else { return nil }
    self.init(reminderHours: reminderHours, changeHours: changeHours, keptDays: keptDays)
  }
}
