/// What is collected, for what, who sees it, how long it is kept (Australian Privacy Principle 5), and the box that agrees to it.
struct CollectionStatement: Component {
  /// All but where there is more about it.
  let words: String
  /// What was answered before and goes with it: "Who is it for? Me".
  let answers: [String]
  let agreement: Agreement

  var body: some HTML {
    div(.class("panel")) {
      h2 { "What happens with this" }
      if !answers.isEmpty {
        p { "What you answered before goes with it:" }
        ul(.class("bullets")) { for answer in answers { li { answer } } }
      }
      p {
        words + " "
        a(.href("/privacy")) { "More about privacy" }
        "."
      }
      agreement
    }
  }
}
