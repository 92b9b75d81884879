import Domain
import Foundation
import Hummingbird
import Store

/// What the routes of bookings and of requests share.
extension Site {
  /// What somebody typed, with what was answered before.
  func with(_ enquiry: Enquiry?, _ typed: SeekerForm) -> SeekerForm {
    var form = typed
    form.allowed = enquiryForm.standings(after: enquiry)
    form.answers = enquiryForm.told(enquiry)
    return form
  }

  /// An answer to whoever presses too often.
  func tooFast(_ seconds: Int, _ context: SiteContext) -> Response {
    let page = ErrorPage(.tooManyRequests(retry: RetryWords.after(Double(seconds))))
    var response = self.page(page, context: context, status: .tooManyRequests)
    response.headers[.retryAfter] = "\(seconds)"
    return response
  }

  /// The page of whoever takes nobody at present.
  func bookingClosed(_ context: SiteContext) -> Response {
    page(BookingClosedPage(), context: context, status: .notFound)
  }

  /// Where whoever looks for help goes back to.
  func wayBack(_ request: Request) -> LinkTarget {
    let isComplete = enquiry(of: request).map(enquiryForm.isComplete) ?? false
    return LinkTarget(isComplete ? FindRoutes.matches : FindRoutes.path)
  }

  /// What stands before somebody books with a practitioner.
  func bookingFacts(_ id: Practitioner.ID) async throws -> BookingFacts? {
    let (zone, now) = (settings.timeZone, now())
    return try await store.read { try $0.bookingFacts(id, siteZone: zone, now: now) }
  }

  /// What a booking is changed with.
  func bookingMeans() -> BookingDecision.Means {
    var chance = Chance()
    return BookingDecision.Means(settings.bookings, now: now(), using: &chance)
  }

  /// What a request goes on with.
  func requestMeans() -> RequestDecision.Means {
    var chance = Chance()
    return RequestDecision.Means(settings.bookings, now: now(), using: &chance)
  }
}
