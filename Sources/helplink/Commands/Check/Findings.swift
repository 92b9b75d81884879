/// What a look at everything found: lines that name what is wrong, and lines that only warn.
struct Findings {
  private(set) var mistakes: [String] = []
  private(set) var warnings: [String] = []
  private var isConfiguration = false

  /// Something the operator wrote is wrong: exit code 78.
  mutating func mistake(_ line: some CustomStringConvertible) {
    mistakes.append(line.description)
    isConfiguration = true
  }

  mutating func warn(_ lines: [String]) { warnings += lines }

  /// Runs what may fail; nil after it did, with what it said among the mistakes.
  mutating func attempt<Value>(_ work: () throws -> Value) -> Value? {
    do { return try work() } catch let failure as Failure {
      mistakes.append(failure.description)
      isConfiguration = isConfiguration || failure.code == Failure.configurationCode
    } catch { mistake("\(error)") }
    return nil
  }

  /// All mistakes together; nil when there is none.
  var failure: Failure? {
    guard !mistakes.isEmpty else { return nil }
    let lines = mistakes.joined(separator: "\n")
    return isConfiguration ? .configuration(lines) : Failure(lines)
  }
}
