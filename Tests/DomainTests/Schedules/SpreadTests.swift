import Foundation
import Testing

@testable import Domain

struct SpreadTests {
  private func place(
    _ number: Int, upTo delay: TimeInterval = 1_800, _ schedule: String = "s", _ period: String = "p"
  )
    -> TimeInterval
  {
    Spread.delay(upTo: delay, schedule: schedule, recipient: Sample.id(number), period: period)
  }

  @Test(arguments: [0.0, 0.4, 1, 1.9, 2, 59, 1_800, 86_400, 2_592_000])
  func `places are whole seconds from none to the delay`(delay: TimeInterval) {
    for number in 1...500 {
      let place = place(number, upTo: delay)
      #expect(place == place.rounded() && place >= 0 && place <= delay)
    }
  }

  @Test func `a short delay is used from its first second to its last`() {
    #expect(Set((1...500).map { place($0, upTo: 5) }) == [0, 1, 2, 3, 4, 5])
  }

  @Test(arguments: [-1, -1e300, -TimeInterval.infinity])
  func `less than no delay is none`(delay: TimeInterval) {
    #expect((1...20).allSatisfy { place($0, upTo: delay) == 0 })
  }

  @Test(arguments: [31_708_800, 1e300, TimeInterval.infinity])
  func `no delay is longer than a year`(delay: TimeInterval) {
    #expect((1...200).allSatisfy { (0...366 * 86_400).contains(place($0, upTo: delay)) })
  }

  /// Places that a release gave are those of the next: a plan printed before an update still holds after it.
  @Test func `a place never changes`() {
    #expect((1...4).map { place($0, "waiting-period", "2026-12") } == Self.known)
  }

  private static let known: [TimeInterval] = [1_074, 1_759, 893, 1_098]

  @Test func `many recipients are spread evenly`() {
    // 20,000 into 20 parts: 1,000 each, with a standard deviation of 31.
    var counts = [Int](repeating: 0, count: 20)
    for number in 1...20_000 { counts[Int(place(number, upTo: 1_999)) / 100] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) }, "\(counts)")
  }

  @Test func `another schedule, period or recipient is another place, as likely any as another`() {
    let numbers = 1...400
    for other in [
      numbers.map { place($0, upTo: 100_000, "t") }, numbers.map { place($0, upTo: 100_000, "s", "q") },
      numbers.map { place($0 + 400, upTo: 100_000) },
    ] {
      let same = zip(numbers.map { place($0, upTo: 100_000) }, other).filter { $0 == $1 }
      #expect(same.count < 4)
    }
  }

  @Test func `what is moved from one name into another is another place`() {
    let id = Sample.id(1, of: Practitioner.self)
    let one = Spread.delay(upTo: 1e7, schedule: "a" + id.text, recipient: id, period: "b")
    let other = Spread.delay(upTo: 1e7, schedule: "a", recipient: id, period: id.text + "b")
    #expect(one != other)
  }
}
