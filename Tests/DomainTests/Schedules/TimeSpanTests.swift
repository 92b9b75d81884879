import Domain
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("90", 90), ("0", 0), ("007", 7), ("7 days", 604_800), ("1h 30min", 5400), ("2w", 1_209_600),
    ("3 months", 7_889_400), ("1y", 31_557_600), ("1M", 2_629_800), ("1m", 60), ("2h 5", 7205),
    ("1d1d", 172_800),
    ("1hr 30 minutes", 5400), (" 5\tsec ", 5), ("1y 12month", 63_115_200), ("1.5h", 5400), ("0.1min", 6),
    ("30.44d", 2_630_016), ("18446744073708", 18_446_744_073_708), ("0.000000h", 0),
  ])
  func `reads what systemd's manual describes`(text: String, seconds: Int) throws {
    #expect(try TimeSpan(text).seconds == seconds)
  }

  @Test(arguments: [
    ("90", "1min 30s"), ("0", "0"), ("5400", "1h 30min"), ("7 days", "1w"), ("28d", "4w"),
    ("3 months", "3month"),
    ("365d", "11month 4w 2d 4h 30min"), ("31557600", "1y"), ("59", "59s"), ("1w 1s", "1w 1s"),
    ("34882261", "1y 1month 1w 1d 1h 1min 1s"),
  ])
  func `is written in the largest units that fit`(text: String, normalized: String) throws {
    #expect(try TimeSpan(text).normalized == normalized)
  }

  @Test func `every unit may be written by each of its names`() throws {
    let names = [
      ["s", "sec", "second", "seconds", ""], ["m", "min", "minute", "minutes"], ["h", "hr", "hour", "hours"],
      ["d", "day", "days"], ["w", "week", "weeks"], ["M", "month", "months"], ["y", "year", "years"],
    ]
    for same in names {
      #expect(Set(try same.map { try TimeSpan("3\($0)") }).count == 1, "\(same)")
      #expect(Set(try same.map { try TimeSpan("3 \($0)") }).count == 1, "\(same)")
    }
    #expect(Set(try names.map { try TimeSpan("3\($0[0])") }).count == names.count)
  }

  static let units = "write s, min, h, d, w, month or y"
  static let mistakes = [
    ("", 1, "expected a number such as 7 in '7 days', found the end"),
    ("  ", 3, "expected a number such as 7 in '7 days', found the end"),
    ("h", 1, "expected a number such as 7 in '7 days', found 'h'"),
    ("-1", 1, "expected a number such as 7 in '7 days', found '-'"),
    ("+1", 1, "expected a number such as 7 in '7 days', found '+'"),
    (".5h", 1, "expected a number such as 7 in '7 days', found '.'"),
    ("infinity", 1, "expected a number such as 7 in '7 days', found 'i'"),
    ("1h,30m", 3, "expected a number such as 7 in '7 days', found ','"),
    ("1h 30 min x", 11, "expected a number such as 7 in '7 days', found 'x'"),
    ("1.h", 3, "expected a number such as 7 in '7 days', found 'h'"),
    ("1.5h.5", 5, "expected a number such as 7 in '7 days', found '.'"),
    ("1H", 2, "no unit is called 'H': \(units)"),
    ("7 tage", 3, "no unit is called 'tage': \(units)"),
    ("1hmin", 2, "no unit is called 'hmin': \(units)"),
    ("1h 300ms", 7, "'ms' is less than a second: \(units)"),
    ("5µs", 2, "'µs' is less than a second: \(units)"),
    ("1.5s", 1, "this does not come to whole seconds"),
    ("1h 0.25", 4, "this does not come to whole seconds"),
    ("1.0000000h", 3, "at most six decimals"),
    ("18446744073709", 1, "the span is longer than 584542 years"),
    ("99999999999999999999999", 1, "the span is longer than 584542 years"),
    ("1s 584543y", 4, "the span is longer than 584542 years"),
    ("300000y 300000y", 9, "the span is longer than 584542 years"),
    ("٣ days", 1, "expected a number such as 7 in '7 days', found '٣'"),
  ]

  @Test(arguments: mistakes)
  func `names the column and what is allowed`(text: String, column: Int, message: String) {
    let error = #expect(throws: TimeSpanError.self) { try TimeSpan(text) }
    #expect(error?.column == column, "\(text)")
    #expect(error?.message == message, "\(text)")
    #expect(error?.description == "column \(column): \(message)")
  }

  @Test(arguments: [
    (Int.min, 0), (-1, 0), (0, 0), (18_446_744_073_708, 18_446_744_073_708),
    (18_446_744_073_709, 18_446_744_073_708), (Int.max, 18_446_744_073_708),
  ])
  func `any number makes a span within the bounds, which reads back`(number: Int, seconds: Int) throws {
    let span = TimeSpan(seconds: number)
    #expect(span.seconds == seconds)
    #expect(try TimeSpan(span.normalized) == span)
  }

  @Test func `the normalized form of any span reads as the same span`() throws {
    var random = SeededGenerator(seed: 90)
    for magnitude in 0..<44 {
      for _ in 0..<50 {
        let seconds = Int.random(in: 0...(1 << magnitude), using: &random)
        let span = try TimeSpan("\(seconds)")
        #expect(span.seconds == seconds)
        #expect(try TimeSpan(span.normalized) == span, "\(seconds)")
      }
    }
  }

  @Test func `random text is refused or understood, and never traps`() throws {
    var random = SeededGenerator(seed: 91)
    let alphabet = Array("0123456789999. hmsdwyM month year min µé👍\u{301}\u{0}٣\r\n-+")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...30, using: &random)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      do {
        let span = try TimeSpan(text)
        #expect(try TimeSpan(span.normalized) == span, "\(text)")
      } catch {
        #expect((1...text.count + 1).contains(error.column), "\(text)")
      }
    }
  }
}
