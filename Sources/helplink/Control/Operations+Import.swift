import Automation
import Domain
import Foundation
import Store

/// What an import came to.
struct ImportReport: Codable, Sendable {
  /// A line that was left out, and why.
  struct Refused: Codable, Sendable {
    var line: Int
    var why: String
  }

  var added = 0
  var revised = 0
  var unchanged = 0
  var refused: [Refused] = []

  mutating func add(_ other: ImportReport) {
    added += other.added
    revised += other.revised
    unchanged += other.unchanged
    refused += other.refused
  }

  mutating func count(_ outcome: ImportDecision.Outcome) {
    switch outcome {
    case .added: added += 1
    case .revised: revised += 1
    case .unchanged: unchanged += 1
    }
  }

  var text: String {
    let problems = refused.map { "line \($0.line): \($0.why)" }
    return
      (problems + ["\(added) added, \(revised) revised, \(unchanged) unchanged, \(refused.count) refused"])
      .joined(separator: "\n")
  }
}

extension Operations {
  /// The good lines go in, the bad ones are told by number and reason.
  func importMembers(_ lines: [String], firstNumber: Int) async throws -> Report {
    let reader = PractitionerImport(reference: materials.reference)
    var report = ImportReport()
    var good: [ImportedPractitioner] = []
    for (offset, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      do throws(ImportRefusal) { good.append(try reader.read(line)) } catch {
        report.refused.append(ImportReport.Refused(line: firstNumber + offset, why: error.explanation))
      }
    }
    for outcome in try await store.add(good, now: time.now()) { report.count(outcome) }
    return try Report(report, text: report.text)
  }
}

extension Store {
  /// Adds or revises members, each by a decision of its own; they arrive together and so share a commit.
  func add(_ people: [ImportedPractitioner], now: Date) async throws -> [ImportDecision.Outcome] {
    try await withThrowingTaskGroup(of: (Int, ImportDecision.Outcome).self) { group in
      for (index, person) in people.enumerated() {
        group.addTask { (index, try await self.add(person, now: now)) }
      }
      var outcomes = [ImportDecision.Outcome](repeating: .unchanged, count: people.count)
      for try await (index, outcome) in group { outcomes[index] = outcome }
      return outcomes
    }
  }

  private func add(_ person: ImportedPractitioner, now: Date) async throws -> ImportDecision.Outcome {
    var chance = Chance()
    let identifiers = ImportDecision.Identifiers(
      practitioner: Practitioner.ID(using: &chance), event: Identifier<WaitEvent>(using: &chance))
    return try await perform({ record -> (Practitioner, Listing)? in
      guard let practitioner = try record.practitioner(at: person.email),
        let listing = try record.listing(practitioner.id)
      else { return nil }
      return (practitioner, listing)
    }) { existing in
      ImportDecision.decide(
        person, existing: existing.map { (practitioner: $0.0, listing: $0.1) }, identifiers: identifiers,
        now: now)
    }
  }
}
