/// How many questions are behind, and how many are to come.
struct FindProgress: Component {
  /// Counted from 1.
  let number: Int
  let count: Int

  /// "Question 3 of 8".
  var words: String { "Question \(number) of \(count)" }

  var body: some HTML {
    p(.class("asked small quiet")) {
      span { words }
      // Its colours say in a glance what the words say.
      span(.class("beads"), .ariaHidden()) { (1...max(1, count)).map(bead) }
    }
  }

  private func bead(_ bead: Int) -> some HTML {
    span(.class(bead == number ? "bead now" : bead < number ? "bead done" : "bead")) {}
  }
}
