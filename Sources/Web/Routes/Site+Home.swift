import Domain

extension Site {
  /// Where a member finds themselves after signing in: whoever has not published a listing goes on with it.
  func home(of practitioner: Practitioner) -> String {
    practitioner.publishedAt == nil ? "/onboarding" : "/listings"
  }
}
