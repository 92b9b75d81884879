/// What shares a transaction with what.
enum WriteLane: Sendable, CaseIterable {
  /// Somebody waits for the answer. Those that arrive together share a transaction.
  case answers
  /// A step of a long work, in a transaction of its own.
  case steps
}

/// Jobs that wait to be written. The lanes take turns: whoever waits for an answer waits for one step at the most, and no work
/// stands still however many answers there are.
struct WriteLanes<Job> {
  private var answers: [Job] = []
  private var steps: [Job] = []
  private var isTurnOfSteps = false

  /// Answers that share one transaction at the most: bounds how long the first of them waits.
  static var mostTogether: Int { 256 }

  /// Puts a job behind the others of its lane.
  mutating func add(_ job: Job, to lane: WriteLane) {
    switch lane {
    case .answers: answers.append(job)
    case .steps: steps.append(job)
    }
  }

  /// What shares the next transaction; nil when nothing waits.
  mutating func next() -> [Job]? {
    if !steps.isEmpty, isTurnOfSteps || answers.isEmpty {
      isTurnOfSteps = false
      return [steps.removeFirst()]
    }
    guard !answers.isEmpty else { return nil }
    isTurnOfSteps = true
    let batch = Array(answers.prefix(Self.mostTogether))
    answers.removeFirst(batch.count)
    return batch
  }
}
