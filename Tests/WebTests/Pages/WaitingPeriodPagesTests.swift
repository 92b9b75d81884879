import Domain
import Testing

@testable import Web

@Suite struct WaitingPeriodPagesTests {
  private let slugs = WaitingPeriod.allCases.map(\.slug)

  private func parsed(_ page: some Page) throws -> ParsedPage {
    try ParsedPage(SamplePages.layout.render(page))
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `the first form answers with the link's choice, the others with the other six`(choice: WaitingPeriod)
    throws
  {
    let page = try parsed(SamplePages.asking(choice, submitsItself: false))
    let forms = page.all("form")
    #expect(forms.count == 7)
    #expect(forms.map { $0["id"] == "answer" } == [true] + Array(repeating: false, count: 6))
    #expect(forms.allSatisfy { $0["action"] == "/w/1k2j3h4g5f" })
    let values = page.all("input").filter { $0["name"] == "waiting-period" }.compactMap { $0["value"] }
    #expect(values.first == choice.slug)
    #expect(values.dropFirst() == slugs.filter { $0 != choice.slug }[...])
    #expect(page.all("h1").map(\.text) == [WaitBand(choice).question])
  }

  @Test(arguments: [true, false])
  func `the page that submits itself keeps its buttons`(submitsItself: Bool) throws {
    let page = try parsed(SamplePages.asking(.now, submitsItself: submitsItself))
    #expect(page.all("script").count == (submitsItself ? 1 : 0))
    #expect(page.all("button").count == 7)
  }

  @Test(arguments: [true, false])
  func `the confirming page offers seven, chooses none and says why`(isChoiceMissing: Bool) throws {
    let page = try parsed(
      WaitingPeriodConfirmingPage(
        standing: SamplePages.earlier, path: "/w/x", isChoiceMissing: isChoiceMissing))
    let radios = page.all("input").filter { $0["type"] == "radio" }
    #expect(radios.compactMap { $0["value"] } == slugs)
    #expect(
      radios.allSatisfy { $0["checked"] == nil && $0["required"] != nil && $0["name"] == "waiting-period" })
    #expect(page.all("input").contains { $0["name"] == "confirming" && $0["value"] == "yes" })
    #expect(page.all("div").contains { $0["role"] == "alert" } == isChoiceMissing)
    #expect(page.all("title").first?.text.hasPrefix("Error: ") == isChoiceMissing)
  }

  @Test func `the browser that answered may change and undo, with the result in both forms`() throws {
    let page = try parsed(
      WaitingPeriodResultPage(standing: SamplePages.today, outcome: .answered(SamplePages.retraction)))
    #expect(page.all("form").compactMap { $0["action"] } == ["/w/1k2j3h4g5f", "/w/1k2j3h4g5f/undo"])
    #expect(
      page.all("input").filter { $0["name"] == "result" }.compactMap { $0["value"] }
        == ["result-token", "result-token"])
    #expect(page.all("option").compactMap { $0["value"] } == slugs)
    #expect(page.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] } == ["2-weeks"])
  }

  @Test func `another browser can do neither, and after undoing only another answer is offered`() throws {
    let elsewhere = try parsed(
      WaitingPeriodResultPage(standing: SamplePages.today, outcome: .answeredElsewhere))
    #expect(elsewhere.all("form").isEmpty)
    let undone = try parsed(
      WaitingPeriodResultPage(standing: SamplePages.earlier, outcome: .undone(SamplePages.retraction)))
    #expect(undone.all("form").compactMap { $0["action"] } == ["/w/1k2j3h4g5f"])
    #expect(undone.all("h1").map(\.text) == ["Your earlier answer stands again"])
  }
}
