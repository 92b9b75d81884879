import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct `The text of a calendar` {
  private static let alphabet: [Unicode.Scalar] = [
    "a", " ", ",", ";", "\\", "\n", "é", "\u{1F600}", "\u{0301}", "\"", ":", "\u{7}", "漢", "x",
  ]

  /// Whatever a value holds, its lines are short, and read back it is the same without what no text may hold.
  @Test func `is folded at 75 octets, and read back it is what was written`() {
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let value = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...200, using: &chance)).compactMap { _ in
            Self.alphabet.randomElement(using: &chance)
          }))
      var calendar = CalendarText()
      calendar.add("SUMMARY", text: value)
      let lines = calendar.text.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.last == "")
      #expect(lines.dropLast().allSatisfy { !$0.unicodeScalars.contains("\n") })
      let unfolded = calendar.text.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
        .replacingOccurrences(of: "\r\n", with: "", options: .literal)
      #expect(Self.unescaped(unfolded) == "SUMMARY:" + value.replacing("\u{7}", with: ""))
    }
  }

  private static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  @Test func `keeps what is quoted within its quotes`() {
    #expect(CalendarText.quoted("The \"Best\": a;b,c\r\nX") == "\"The Best: a;b,cX\"")
  }

  @Test(arguments: [(0, "+0000"), (37_800, "+1030"), (-12_600, "-0330"), (34_205, "+093005")])
  func `writes how far clocks are from UTC`(seconds: Int, text: String) {
    #expect(CalendarStamp.offset(seconds) == text)
  }

  @Test func `carries the rules of its zone, which hold for its times`() throws {
    for name in ["Australia/Sydney", "Australia/Lord_Howe", "Australia/Brisbane", "Europe/London", "GMT"] {
      let zone = try #require(TimeZone(identifier: name))
      for day in stride(from: 0.0, to: 365, by: 13) {
        let moment = Date(timeIntervalSince1970: 1_796_000_000 + day * 86_400)
        var calendar = CalendarText()
        CalendarZonePart(zone: zone, moment: moment).add(to: &calendar)
        let found = Self.offset(at: moment, in: calendar.text)
        #expect(found == CalendarStamp.offset(zone.secondsFromGMT(for: moment)), "\(name) \(day)")
      }
    }
  }

  /// What a program that knows no zones makes of the rules: the last observance that began before a moment.
  private static func offset(at moment: Date, in text: String) -> String? {
    var best: (start: String, to: String)?
    for part in text.components(separatedBy: "BEGIN:").dropFirst(2) {
      func value(_ name: String) -> String {
        part.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ":") }.map {
          String($0.dropFirst(name.count + 1))
        } ?? ""
      }
      let sign = value("TZOFFSETFROM").hasPrefix("-") ? -1 : 1
      let digits = value("TZOFFSETFROM").dropFirst()
      let from =
        sign * ((Int(digits.prefix(2)) ?? 0) * 3_600 + (Int(digits.dropFirst(2).prefix(2)) ?? 0) * 60)
      let start = value("DTSTART")
      guard start <= CalendarStamp.local(moment, secondsFromGMT: from),
        best.map({ $0.start <= start }) ?? true
      else { continue }
      best = (start, value("TZOFFSETTO"))
    }
    return best?.to
  }
}
