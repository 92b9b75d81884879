/// Makes calendar expressions of every sort by chance; the same seed makes the same ones.
///
/// It writes only what systemd 252 takes. Ours takes more: any list of days from the month's end, where systemd wants few
/// and low ones; and `GMT`, which is for systemd the zone of the machine when that is London.
struct CalendarGenerator {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let shorthands = [
    "minutely", "Hourly", "daily", "WEEKLY", "monthly", "quarterly", "semi-annually", "annually",
    "bi-annually",
  ]
  private static let years = [
    "*", "*", "*", "*", "*", "*", "2027", "26", "2026..2040", "2028,2030,2036", "2012..2198/3", "2024/4",
  ]

  private var chance: Chance

  init(seed: UInt64) { chance = Chance(state: seed) }

  mutating func expression() -> String {
    var words: [String] = []
    if happens(30) { words.append(weekdays()) }
    if happens(55) { words.append(date()) }
    if words.isEmpty || happens(75) { words.append(time()) }
    let text = happens(2) ? pick(Self.shorthands) : words.joined(separator: " ")
    return happens(4) ? "\(text) \(pick(CalendarSample.zones))" : text
  }

  private mutating func weekdays() -> String {
    let parts = (0..<number(1...3)).map { _ in
      let first = number(0...6)
      let name = Self.days[first]
      return happens(40) ? "\(name)..\(Self.days[number(first...6)])" : happens(30) ? name.lowercased() : name
    }
    return parts.joined(separator: ",")
  }

  private mutating func date() -> String {
    let month = happens(60) ? "*" : list(1...12)
    let year = happens(30) ? "" : pick(Self.years) + "-"
    return happens(25)
      ? "\(year)\(month)~\(fromEnd())" : "\(year)\(month)-\(happens(25) ? "*" : list(1...31))"
  }

  private mutating func fromEnd() -> String {
    let day = number(2...20)
    switch number(1...4) {
    case 1: return "\(day)"
    case 2: return "\(number(1...day))..\(day)"
    case 3: return "\(day),\(number(1...day))"
    default: return "\(day)/\(number(1...(day - 1)))"
    }
  }

  private mutating func time() -> String {
    let time = "\(happens(35) ? "*" : list(0...23)):\(happens(15) ? "*" : list(0...59))"
    return happens(40) ? "\(time):\(seconds())" : time
  }

  private mutating func seconds() -> String {
    switch number(1...4) {
    case 1: "*"
    case 2: list(0...59)
    case 3: "\(number(0...58)).\(number(0...9_999_999))"
    default: "\(number(0...20))..\(number(30...59))/\(number(1...9)).\(number(1...9))"
    }
  }

  private mutating func list(_ bounds: ClosedRange<Int>) -> String {
    let parts = (0..<number(1...3)).map { _ in part(bounds) }
    return (happens(60) ? Array(parts.prefix(1)) : parts).joined(separator: ",")
  }

  private mutating func part(_ bounds: ClosedRange<Int>) -> String {
    let first = number(bounds)
    guard first < bounds.upperBound, happens(50) else {
      return happens(50) && first < 10 ? "0\(first)" : "\(first)"
    }
    let last = number(first...bounds.upperBound)
    let step = number(1...max(1, bounds.upperBound / 4))
    if happens(10) { return "\(first)/\(min(step, bounds.upperBound - first))" }
    return happens(50) ? "\(first)..\(last)" : "\(first)..\(last)/\(step)"
  }

  private mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(chance.next() % UInt64(range.count))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[number(0...choices.count - 1)] }
}
