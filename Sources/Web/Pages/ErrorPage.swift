/// What went wrong, in words for the person who meets it. What the program knows more goes to its log.
struct ErrorPage: Page {
  enum Problem: Sendable {
    case notFound
    /// What was wrong with the request: "The email address is missing."
    case badRequest(String)
    /// A form whose token is missing or too old.
    case staleForm
    case tooLarge
    /// When to try again: "in 2 minutes".
    case tooManyRequests(retry: String)
    /// The record cannot be read just now.
    case unavailable
    case failed
  }

  let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  /// The HTTP status that goes with the page.
  var status: Int {
    switch problem {
    case .notFound: 404
    case .badRequest: 400
    case .staleForm: 403
    case .tooLarge: 413
    case .tooManyRequests: 429
    case .unavailable: 503
    case .failed: 500
    }
  }

  var title: String {
    switch problem {
    case .notFound: "There is no such page"
    case .badRequest: "That did not work"
    case .staleForm: "This page has been open for too long"
    case .tooLarge: "That is too large"
    case .tooManyRequests: "A little too fast"
    case .unavailable: "We cannot answer just now"
    case .failed: "Something went wrong on our side"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { sentence }
    p { a(.href("/")) { "Go to the front page" } }
    // Whoever looks for help may be the one who meets it.
    p(.class("quiet small")) { CrisisSentence() }
  }

  private var sentence: String {
    switch problem {
    case .notFound: "The address may be mistyped, or the page has moved."
    case .badRequest(let reason): reason
    case .staleForm: "Nothing was changed. Open the page again, and then press the button once more."
    case .tooLarge: "What was sent is larger than we accept. Nothing was changed."
    case .tooManyRequests(let retry): "Too many requests came from your network. Please try again \(retry)."
    case .unavailable: "Something is wrong on our side. Please try again in a few minutes."
    case .failed: "We have noted it. Please try again in a few minutes."
    }
  }
}
