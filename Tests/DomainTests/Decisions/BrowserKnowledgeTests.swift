import Foundation
import Testing

@testable import Domain

struct BrowserKnowledgeTests {
  private func entry(_ practitioner: Int, email: Int?, at: Date = Sample.now) -> BrowserKnowledge.Entry {
    .init(practitioner: Sample.id(practitioner), email: email.map { Sample.id($0) }, at: at)
  }

  @Test func `a press makes a browser known only after a day`() {
    let browser = BrowserKnowledge(entries: [entry(1, email: 7)])
    for (seconds, isKnown) in [(-60.0, false), (0, false), (86_399, false), (86_400, true), (9e6, true)] {
      let known = browser.earnedPresses(for: Sample.id(1), now: Sample.now + seconds)
      #expect(known == (isKnown ? [Sample.id(7)] : []))
    }
    #expect(!browser.signedIn(Sample.id(1)))
  }

  @Test func `a browser knows several practitioners, each by what was done for them`() {
    let browser = BrowserKnowledge()
      .adding(entry(1, email: 7)).adding(entry(2, email: nil)).adding(entry(3, email: 8)).adding(
        entry(1, email: 9))
    let later = Sample.now + 2 * Sample.day
    #expect(browser.earnedPresses(for: Sample.id(1), now: later) == [Sample.id(7), Sample.id(9)])
    #expect(browser.earnedPresses(for: Sample.id(2), now: later).isEmpty)
    #expect(browser.earnedPresses(for: Sample.id(3), now: later) == [Sample.id(8)])
    #expect([1, 2, 3].map { browser.signedIn(Sample.id($0)) } == [false, true, false])
    #expect([7, 8, 9, 10].map { browser.pressed(Sample.id($0)) } == [true, true, true, false])
  }

  @Test func `pressing again renews nothing, so that a press keeps its age`() {
    let once = BrowserKnowledge().adding(entry(1, email: 7))
    #expect(once.adding(entry(1, email: 7, at: Sample.now + 50_000)) == once)
  }

  @Test func `the newest twelve are kept`() {
    var browser = BrowserKnowledge()
    for number in 1...30 {
      browser = browser.adding(entry(number, email: 100 + number))
      #expect(browser.entries.count <= BrowserKnowledge.mostEntries)
    }
    #expect(BrowserKnowledge.mostEntries == 12)
    #expect(browser.entries == (19...30).map { entry($0, email: 100 + $0) })
  }

  @Test func `a cookie's JSON brings the same knowledge back`() throws {
    let browser = BrowserKnowledge(entries: [entry(1, email: 7), entry(2, email: nil)])
    #expect(try JSONDecoder().decode(BrowserKnowledge.self, from: JSONEncoder().encode(browser)) == browser)
  }
}
