import Testing

@testable import Web

@Suite struct ErrorPageTests {
  @Test(arguments: [
    (ErrorPage.Problem.notFound, 404, "no such page"),
    (.badRequest("The email address is missing."), 400, "The email address is missing."),
    (.staleForm, 403, "Open the page again"),
    (.tooLarge, 413, "larger than we accept"),
    (.tooManyRequests(retry: "in 2 minutes"), 429, "try again in 2 minutes"),
    (.unavailable, 503, "try again in a few minutes"),
    (.failed, 500, "Something went wrong on our side"),
  ])
  func `each problem has its status and its words`(problem: ErrorPage.Problem, status: Int, words: String)
    throws
  {
    let page = ErrorPage(problem)
    #expect(page.status == status)
    let content = try #require(try ParsedPage(SamplePages.layout.render(page)).all("main").first).text
    #expect(content.contains(words))
  }
}
