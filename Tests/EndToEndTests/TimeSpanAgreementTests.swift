import Domain
import Foundation
import Testing

/// Our time spans against `systemd-analyze timespan` of systemd 252.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct TimeSpanAgreementTests {
  /// What systemd makes of a text.
  private struct Answer {
    let microseconds: Int
    let human: String
  }

  @Test func `what is written in whole seconds is read and written as systemd does`() throws {
    var chance = Chance(state: 7)
    let texts = (0..<2000).map { _ in Self.span(&chance) }
    let answers = try Self.ask(texts)
    try #require(answers.count == texts.count)
    for (text, answer) in zip(texts, answers) { expect(try TimeSpan(text), answer, text) }
  }

  @Test func `nothing is taken that systemd refuses, and what is refused of the rest is of the known kinds`()
    throws
  {
    var chance = Chance(state: 8)
    var refused = 0
    for _ in 0..<500 {
      let text = Self.garbled(Self.span(&chance), &chance)
      let answer = try Self.ask([text]).first
      if let span = try? TimeSpan(text) {
        expect(span, answer, text)
      } else if let answer {
        refused += 1
        #expect(Self.isLeftOut(text, answer), "\(text)")
      }
    }
    #expect(refused < 50)
  }

  private func expect(_ span: TimeSpan, _ answer: Answer?, _ text: String) {
    #expect(answer?.microseconds == span.seconds * 1_000_000, "\(text)")
    #expect(answer?.human == span.normalized, "\(text)")
  }

  /// No whole seconds, a unit below the second, a sign, a point that begins a number, or more than six decimals.
  private static func isLeftOut(_ text: String, _ answer: Answer) -> Bool {
    answer.microseconds % 1_000_000 != 0 || text.contains("+") || text.contains(/[0-9] *[mu]s/)
      || text.contains(/(^|[^0-9])\./) || text.contains(/\.[0-9]{7}/)
  }

  /// The answers in order, up to the first text that is refused: systemd stops there.
  private static func ask(_ texts: [String]) throws -> [Answer] {
    let printed = try SystemdAnalyze.run(["timespan", "--"] + texts)
    var answers: [Answer] = []
    var microseconds = 0
    for line in String(decoding: printed.output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      switch words.first {
      case "μs:": microseconds = Int(words[1]) ?? -1
      case "Human:": answers.append(Answer(microseconds: microseconds, human: String(words[1])))
      default: break
      }
    }
    return answers
  }

  private static let units = [
    "", "s", "sec", "second", "seconds", "m", "min", "minute", "minutes", "h", "hr", "hour", "hours", "d",
    "day",
    "days", "w", "week", "weeks", "M", "month", "months", "y", "year", "years",
  ]

  private static func span(_ chance: inout Chance) -> String {
    func number(_ bound: UInt64) -> Int { Int(chance.next() % bound) }
    let parts = (0...number(4)).map { _ in
      let unit = units[number(UInt64(units.count))]
      let decimals = "mhdwMy".contains(unit.first ?? "s") && number(5) == 0 ? ".5" : ""
      return "\(number(number(2) == 0 ? 10 : 5000))\(decimals)\(number(2) == 0 ? " " : "")\(unit)"
    }
    return parts.joined(separator: " ")
  }

  /// One or two characters changed, left out or put in.
  private static func garbled(_ text: String, _ chance: inout Chance) -> String {
    var characters = Array(text)
    let others = Array("0123456789. smhdwyMonyearu+-,x")
    for _ in 0...(chance.next() % 2) {
      let place = Int(chance.next() % UInt64(characters.count + 1))
      let other = others[Int(chance.next() % UInt64(others.count))]
      if place < characters.count, chance.next() % 3 > 0 { characters.remove(at: place) }
      if chance.next() % 3 > 0 { characters.insert(other, at: min(place, characters.count)) }
    }
    return String(characters)
  }
}
