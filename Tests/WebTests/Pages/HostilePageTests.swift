import Testing

@testable import Web

/// Names and words of members reach pages as text, whatever is in them.
@Suite struct HostilePageTests {
  @Test(arguments: 0..<60)
  func `a listing with hostile words has the same elements as an ordinary one`(seed: UInt64) throws {
    let hostile = HostileText(seed: seed).next(length: 12)
    let ordinary = try ParsedPage(SamplePages.member.render(page(saying: "x")))
    let attacked = try ParsedPage(SamplePages.member.render(page(saying: hostile)))
    #expect(attacked.elements.map(\.name) == ordinary.elements.map(\.name))
    #expect(
      attacked.elements.map { $0.attributes.map(\.name) }
        == ordinary.elements.map { $0.attributes.map(\.name) })
    #expect(attacked.all("h1").map { Array($0.text.utf8) } == [Array("\(hostile) (\(hostile))".utf8)])
  }

  @Test(arguments: 0..<60)
  func `what was typed at sign-in comes back as it was typed`(seed: UInt64) throws {
    let typed = HostileText(seed: seed).next(length: 12)
    let page = try ParsedPage(
      SamplePages.layout.render(
        SignInPage(email: typed, problems: Problems(SamplePages.addressProblem, about: "email"))))
    let fields = page.all("input")
    #expect(fields.map { $0["name"] } == ["email", "password"])
    #expect(fields.first?["value"].map { Array($0.utf8) } == Array(typed.utf8))
    #expect(fields.last?["value"] == nil)
  }

  private func page(saying words: String) -> ListingPage {
    ListingPage(
      name: words, pronouns: words, profession: words, wait: StandingWait(band: nil, freshness: words),
      badge: words,
      bio: words, email: words, groups: [.init(heading: words, facts: [.init(name: words, values: [words])])])
  }
}
