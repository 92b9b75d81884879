import Foundation
import Testing

@testable import Mail

/// What the sign-in email says of its link.
@Suite struct `The sign-in email` {
  @Test(arguments: [
    (900.0, "15 minutes"), (899.5, "15 minutes"), (898, "14 minutes"), (119, "2 minutes"), (118, "1 minute"),
    (0, "1 minute"), (-60, "1 minute"),
  ])
  func `a link lives as long as its email says, give or take a second`(seconds: TimeInterval, words: String) {
    #expect(SignInLinkView.words(seconds) == words)
  }
}
