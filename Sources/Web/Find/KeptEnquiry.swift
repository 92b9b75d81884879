import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// What a help seeker has answered, as their browser keeps it: sealed, until it is closed and for a day at the most.
struct KeptEnquiry: Codable {
  let enquiry: Enquiry
  let until: Date

  /// A day, in seconds.
  static let lasts: TimeInterval = 86_400
}

extension Site {
  /// Takes the answers of the questionnaire.
  var enquiryForm: EnquiryForm { EnquiryForm(reference: reference) }

  /// What the browser's help seeker has answered; nil before they begin, after a day, and for whatever we did not seal.
  func enquiry(of request: Request) -> Enquiry? {
    guard let sealed = request.cookie(cookies.enquiry),
      let kept = Sealing(keys: keys).open(sealed, as: KeptEnquiry.self, for: .enquiry), now() < kept.until
    else { return nil }
    return kept.enquiry
  }

  /// The `Set-Cookie` field that keeps it.
  func cookie(keeping enquiry: Enquiry) throws -> String {
    let kept = KeptEnquiry(enquiry: enquiry, until: now() + KeptEnquiry.lasts)
    return cookies.sessionField(cookies.enquiry, try Sealing(keys: keys).seal(kept, for: .enquiry))
  }

  /// The `Set-Cookie` field that takes it back.
  var cookieForgettingEnquiry: String { cookies.field(cookies.enquiry, "", maxAge: 0) }

  /// Who fits an enquiry, over the listings as they are.
  func matching(_ enquiry: Enquiry) -> Matching {
    Matching(
      index, needs: enquiryForm.needs(of: enquiry, reference.matching), rules: reference.matching, now: now())
  }
}
