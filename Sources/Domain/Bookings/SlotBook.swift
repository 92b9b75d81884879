import Foundation

/// All that a practitioner offers: times, days without any, and how far ahead they may be booked.
public struct SlotBook: Hashable, Sendable {
  /// How far ahead, and how shortly before.
  public struct Terms: Hashable, Sendable {
    /// So many weeks from now at the most.
    public var weeksAhead: Int
    /// So many hours from now at the least.
    public var noticeHours: Int

    /// What `weeksAhead` may be.
    public static let weeks = 1...26
    /// What `noticeHours` may be.
    public static let notice = 0...336

    /// Eight weeks and a day, unless the practitioner says otherwise.
    public init(weeksAhead: Int = 8, noticeHours: Int = 24) {
      self.weeksAhead = weeksAhead
      self.noticeHours = noticeHours
    }
  }

  /// The times.
  public var offers: [SlotOffer]
  /// The days without any.
  public var daysOff: [DaysOff]
  /// How far ahead.
  public var terms: Terms

  /// A book; without anything in it nobody can book.
  public init(offers: [SlotOffer] = [], daysOff: [DaysOff] = [], terms: Terms = Terms()) {
    self.offers = offers
    self.daysOff = daysOff
    self.terms = terms
  }

  /// Every time that begins from `start` up to, but not including, `end`, for a practitioner whose clocks are `zone`'s: in
  /// order, and of several that begin together the one whose offer comes first.
  public func slots(from start: Date, to end: Date, in zone: TimeZone) -> [Slot] {
    guard start < end else { return [] }
    // A time that the clocks jump over comes up to two hours later than it is written.
    let days = LocalDay(start, in: zone).adding(-1)...LocalDay(end, in: zone)
    var begun: Set<Date> = []
    return offers.sorted { $0.id < $1.id }.flatMap { offer in
      offer.days(in: days).filter { !isOff($0) }.map { offer.slot(on: $0, in: zone) }
    }
    .filter { start <= $0.start && $0.start < end && begun.insert($0.start).inserted }
    .sorted { $0.start < $1.start }
  }

  private func isOff(_ day: LocalDay) -> Bool { daysOff.contains { $0.first <= day && day <= $0.last } }

  /// When a time may begin that is booked at `now`: not while its practitioner is away.
  func window(of practitioner: Practitioner, now: Date) -> Range<Date> {
    let first = max(now + TimeInterval(terms.noticeHours) * 3_600, practitioner.awayUntil ?? now)
    return first..<max(first, now + TimeInterval(terms.weeksAhead) * 7 * 86_400)
  }
}
