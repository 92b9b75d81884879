import Foundation

extension MemberExport {
  /// A time that the member offers, by the clock on their wall.
  struct OfferPart: Sendable, Codable {
    var firstDay: String
    var isWeekly: Bool
    /// Minutes after midnight.
    var minute: Int
    var minutes: Int
    var mode: String
    var place: String?
  }

  /// Days on which they offer nothing.
  struct DaysOffPart: Sendable, Codable {
    var first: String
    var last: String
  }

  /// What was booked with the member. Who booked is not theirs to take along.
  struct AppointmentPart: Sendable, Codable {
    var startsAt: Date
    var minutes: Int
    var mode: String
    var state: String
  }

  /// That somebody asked the member for a time, and what they said. Who asked is not theirs to take along.
  struct RequestPart: Sendable, Codable {
    var askedAt: Date
    var answer: String?
    var answeredAt: Date?
  }
}
