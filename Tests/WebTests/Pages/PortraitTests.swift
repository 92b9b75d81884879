import Crypto
import Domain
import Foundation
import Testing

@testable import Web

struct PortraitTests {
  private func id(_ seed: Int) -> Practitioner.ID {
    Practitioner.ID(bytes: Array(SHA256.hash(data: Data("\(seed)".utf8)).prefix(16))) ?? id(seed + 1)
  }

  /// The values of a name of the stylesheet: in light, and in dark.
  private func values(_ name: String) -> [String] {
    Stylesheet.portraits.components(separatedBy: "--\(name): #").dropFirst().map { String($0.prefix(6)) }
  }

  @Test(arguments: Portrait.Tone.allCases)
  func `letters can be read on their colour, in light and in dark`(tone: Portrait.Tone) throws {
    let (behind, letters) = (values("\(tone)"), values("on-\(tone)"))
    #expect(behind.count == 2 && letters.count == 2)
    for (one, other) in zip(behind, letters) {
      #expect(try Contrast.ratio(one, other) >= 4.5)
    }
    #expect(Stylesheet.portraits.contains(".\(tone) circle { fill: var(--\(tone)); }"))
    #expect(Stylesheet.portraits.contains(".\(tone) text { fill: var(--on-\(tone)); }"))
    let drawn = String(decoding: Portrait(.letters("AG", tone)).rendered(), as: UTF8.self)
    #expect(drawn.contains("class=\"portrait \(tone)\""))
  }

  @Test func `one member has one colour for ever, and a thousand have all of them about as often`() {
    var counts: [Portrait.Tone: Int] = [:]
    for seed in 0..<1_000 {
      let tone = Portrait.Tone(of: id(seed))
      #expect(tone == Portrait.Tone(of: id(seed)))
      counts[tone, default: 0] += 1
    }
    #expect(counts.count == Portrait.Tone.allCases.count)
    #expect(counts.values.allSatisfy { (60...200).contains($0) }, "\(counts)")
  }

  @Test(arguments: 0..<100)
  func `whatever a name is, the drawing is well formed and its letters are text`(seed: Int) throws {
    let name = HostileText(seed: UInt64(seed)).next(length: 12)
    let kind = Portrait.Kind.of(id(seed), name: name, photo: nil)
    let page = try ParsedPage(text: String(decoding: Portrait(kind).rendered(), as: UTF8.self))
    #expect(page.elements.map(\.name) == ["svg", "circle", "text"])
    #expect(page.all("text").map(\.text) == [Initials.of(name)])
    #expect(page.all("svg").map { $0["aria-hidden"] } == ["true"])
  }

  @Test func `a page of thirty takes 160 octets at the most for each`() {
    for tone in Portrait.Tone.allCases { #expect(Portrait(.letters("WW", tone)).rendered().count <= 160) }
  }

  @Test func `where there is a photo it is shown`() throws {
    let kind = Portrait.Kind.of(id(1), name: "x", photo: "abc")
    let page = try ParsedPage(text: String(decoding: Portrait(kind).rendered(), as: UTF8.self))
    #expect(page.all("img").map { [$0["src"], $0["alt"]] } == [["/photos/abc", ""]])
  }
}
