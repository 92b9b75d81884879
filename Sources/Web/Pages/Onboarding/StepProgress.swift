/// Where one is among the steps of a listing, and the way to each of them.
struct StepProgress: Component {
  /// A step as the list has it.
  struct Step: Sendable {
    let title: String
    let path: LinkTarget
    let isDone: Bool
  }

  let steps: [Step]
  /// Counted from 1.
  let current: Int

  /// "Step 2 of 9".
  var words: String { "Step \(current) of \(steps.count)" }

  var body: some HTML {
    nav(.class("steps"), .ariaLabel("Steps")) {
      details {
        summary {
          span { words }
          // Its colours say in a glance what the list says in words.
          span(.class("beads"), .ariaHidden()) {
            steps.enumerated().map { bead($0.element, isCurrent: $0.offset + 1 == current) }
          }
        }
        ol {
          steps.enumerated().map { item($0.element, isCurrent: $0.offset + 1 == current) }
        }
      }
    }
  }

  private func bead(_ step: Step, isCurrent: Bool) -> some HTML {
    span(.class(isCurrent ? "bead now" : step.isDone ? "bead done" : "bead")) {}
  }

  private func item(_ step: Step, isCurrent: Bool) -> some HTML {
    li {
      a(.href(step.path), .when(isCurrent, .ariaCurrentStep())) { step.title }
      if step.isDone { span(.class("quiet small")) { "Done" } }
    }
  }
}
