import Foundation

/// What stands before somebody books, moves or cancels.
public struct BookingFacts: Hashable, Sendable {
  /// Whose times they are.
  public var practitioner: Practitioner
  /// What seekers see of them; nil without a listing.
  public var listing: Listing?
  /// What they offer.
  public var book: SlotBook
  /// Bookings of theirs that are not over and not cancelled.
  public var bookings: [Booking]
  /// For those who named none.
  public var siteZone: TimeZone

  /// What is on record.
  public init(
    practitioner: Practitioner, listing: Listing?, book: SlotBook, bookings: [Booking], siteZone: TimeZone
  ) {
    self.practitioner = practitioner
    self.listing = listing
    self.book = book
    self.bookings = bookings
    self.siteZone = siteZone
  }

  /// Whether seekers may book with them: they opted in, their registration is verified, and they take new clients.
  public var isOpen: Bool {
    guard let listing, listing.isPublished, practitioner.takesPart else { return false }
    return listing.facts.isOpenToSeekers && listing.verifiedAt != nil && listing.wait?.period.isOpen ?? true
  }

  /// Who looks for a free time: what they claim themselves is free to them.
  public enum Looker: Hashable, Sendable {
    case anybody
    /// What is held or asked for in a browser.
    case browser(SecretDigest)
    /// A booking that is to be confirmed or moved.
    case booking(Booking.ID)

    fileprivate func owns(_ booking: Booking) -> Bool {
      switch self {
      case .anybody: false
      case .browser(let browser): booking.browser == browser && booking.state != .booked
      case .booking(let id): booking.id == id
      }
    }
  }

  /// The times that are free at `now`, in order.
  public func free(for looker: Looker, now: Date) -> [Slot] {
    free(for: looker, in: book.window(of: practitioner, now: now), now: now)
  }

  private func free(for looker: Looker, in window: Range<Date>, now: Date) -> [Slot] {
    let claimed = claimed(from: looker, now: now)
    return book.slots(
      from: window.lowerBound, to: window.upperBound, in: practitioner.zone(orSite: siteZone)
    )
    .filter { slot in !claimed.contains { $0.overlaps(slot) } }
  }

  /// What others have at `now`, or are about to.
  func claimed(from looker: Looker, now: Date) -> [Slot] {
    bookings.filter { !looker.owns($0) && $0.claims(now: now) }.map(\.slot)
  }

  /// How many times are free that begin within two weeks of `now`; nil for who takes nobody then.
  public func countOfFreeTimes(now: Date) -> Int? {
    guard mayBeAsked(now: now) else { return nil }
    return free(for: .anybody, now: now).count { $0.start < now + 14 * 86_400 }
  }

  /// The free time that begins at a moment. Only that moment is looked at: many may ask for it at once, and one at a time is
  /// decided.
  func free(at start: Date, for looker: Looker, now: Date) -> Slot? {
    guard book.window(of: practitioner, now: now).contains(start) else { return nil }
    return free(for: looker, in: start..<start + 1, now: now).first { $0.start == start }
  }

  /// What becomes of requests that stand in the way of a free time and do not claim it: they lapse.
  func lapsing(for slot: Slot, taken booking: Booking.ID) -> [Change] {
    bookings.filter { $0.id != booking && $0.slot.overlaps(slot) }.compactMap { old in
      guard let state = old.state.after(.lapse) else {
        return old.state == .held ? .bookingForgotten(old.id) : nil
      }
      var old = old
      old.state = state
      return .bookingSaved(old)
    }
  }
}
