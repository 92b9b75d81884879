import Foundation

/// What the operator says about bookings.
public struct BookingTerms: Hashable, Sendable {
  /// So long before an appointment its reminder goes out, in hours, at least 1.
  public var reminderHours: Int
  /// A seeker cancels and moves by themselves until so many hours before.
  public var changeHours: Int
  /// What is kept of a seeker is erased so many days after their last appointment.
  public var keptDays: Int

  /// 48 hours, 24 hours and 90 days, unless the operator says otherwise.
  public init(reminderHours: Int = 48, changeHours: Int = 24, keptDays: Int = 90) {
    self.reminderHours = reminderHours
    self.changeHours = changeHours
    self.keptDays = keptDays
  }
}
