import Foundation

/// What giving up one wish would give.
public struct MatchRelaxation: Hashable, Sendable {
  /// The wish.
  public let waiver: MatchWaiver
  /// How many would fit then.
  public let total: Int
}

extension EnquiryForm {
  /// The ways to more, the most helpful first: each wish that is not given up, and whose loss would leave more than there are.
  public func relaxations(
    of enquiry: Enquiry, _ index: SearchIndex, _ rules: MatchingRules, now: Date
  ) -> [MatchRelaxation] {
    func total(_ enquiry: Enquiry) -> Int {
      Matching(index, needs: needs(of: enquiry, rules), rules: rules, now: now).count
    }
    let present = total(enquiry)
    return MatchWaiver.allCases.filter { !enquiry.waivers.contains($0) }
      .map { MatchRelaxation(waiver: $0, total: total(enquiry.waiving($0))) }
      .filter { $0.total > present }
      .enumerated().sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }
      .map(\.element)
  }
}
