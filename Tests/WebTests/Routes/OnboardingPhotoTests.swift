import Domain
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// The step "In your own words" asks for a photo as well, and nothing that was typed beside it is lost.
@Suite struct `A photo while the listing is made` {
  private static let boundary = "boundary-of-the-test"
  private static let words = "I listen.\r\n\"Always\" <b> 😀"

  /// What a browser sends of the step's form.
  private func send(
    _ press: String, photo: [UInt8] = [], bio: String = Self.words, to path: String = "/onboarding/about",
    with browser: Browser, token: String? = nil, site: String = "same-origin"
  ) async throws -> Browser.Answer {
    var browser = browser
    let page = try await browser.get(path).text
    let token = token ?? hidden("form-token", in: page) ?? ""
    var body: [UInt8] = []
    for (name, value) in [("form-token", token), ("bio", bio), ("photo", ""), ("press", press)] {
      let file = name == "photo" ? "; filename=\"\(photo.isEmpty ? "" : "me.jpg")\"" : ""
      let head = "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n"
      body += Array((head + value).utf8) + (name == "photo" ? photo : []) + Array("\r\n".utf8)
    }
    body += Array("--\(Self.boundary)--\r\n".utf8)
    var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(Self.boundary)"]
    headers[.cookie] = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    if let name = HTTPField.Name("sec-fetch-site") { headers[name] = site }
    let response = try await browser.client.executeRequest(
      uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
    return Browser.Answer(
      status: response.status.code, text: String(buffer: response.body),
      location: response.headers[.location], headers: response.headers)
  }

  private func photo(of member: Practitioner, _ fixture: SiteFixture) async throws -> String? {
    let id = member.id
    return try await fixture.store.read { try $0.practitioner(id)?.photo }
  }

  private func bio(_ page: String) throws -> String? {
    try ParsedPage(text: page).all("textarea").first?.text
  }

  private func expectWords(_ page: String, _ comment: Comment) throws {
    let typed = try #require(try bio(page), comment)
    #expect(typed.replacing("\r\n", with: "\n").hasSuffix(Self.words.replacing("\r\n", with: "\n")), comment)
  }

  @Test func `is chosen, seen and removed in the step, and what was typed stays`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let used = try await send("photo", photo: PhotoSamples.picture(.jpeg), with: browser)
      #expect(used.location == "/onboarding/about#photo")
      let name = try #require(try await photo(of: newcomer, fixture))
      let shown = try await browser.get("/onboarding/about").text
      #expect(shown.contains("src=\"/photos/\(name)\"") && shown.contains("enctype=\"multipart/form-data\""))
      try expectWords(shown, "after the photo")
      _ = try await send("remove-photo", with: browser)
      #expect(try await photo(of: newcomer, fixture) == nil)
      try expectWords(try await browser.get("/onboarding/about").text, "after removing it")
      let saved = try await send("save", photo: PhotoSamples.picture(.png), with: browser)
      #expect(saved.location == "/onboarding/wait")
      #expect(
        try await photo(of: newcomer, fixture) != nil, "one that was chosen is taken whichever button goes on"
      )
      #expect(try await send("back", with: browser).location == "/onboarding/sessions")
      #expect(try await send("save", with: browser).location == "/onboarding/wait")
      #expect(try await photo(of: newcomer, fixture) != nil, "none chosen is none removed")
    }
  }

  @Test(arguments: ["photo", "save", "back"])
  func `that is refused is told beside its field, and what was typed stays, by`(press: String) async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      for (file, refusal, status) in [
        (Array("GIF89a".utf8), PhotoRefusal.otherKind, 400), ([], .empty, 400),
        ([UInt8](repeating: 0, count: 7 << 20), .tooLarge, 413),
      ] where !file.isEmpty || press == "photo" {
        // Of a form that is cut off after 6 MiB the button is not read: it comes last.
        let answer = try await send(press, photo: file, with: browser)
        #expect(answer.status == status, "\(refusal)")
        #expect(answer.text.contains(refusal.sentence) && answer.text.contains("href=\"#photo\""))
        #expect(answer.text.contains("<title>Error: Step 6 of 9"))
        try expectWords(answer.text, "\(refusal)")
        try expectWords(try await browser.get("/onboarding/about").text, "\(refusal), later")
      }
      #expect(try await photo(of: newcomer, fixture) == nil)
    }
  }

  @Test func `beside words that are wrong is kept, and both are told`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      let browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let wrong = try await send(
        "save", photo: PhotoSamples.picture(.webp), bio: "a\u{1B}", with: browser)
      #expect(wrong.status == 400 && wrong.text.contains("href=\"#bio\""))
      #expect(try await photo(of: newcomer, fixture) != nil)
      let both = try await send("save", photo: Array("GIF89a".utf8), bio: "a\u{1B}", with: browser)
      #expect(both.text.contains("href=\"#bio\"") && both.text.contains("href=\"#photo\""))
    }
  }

  @Test func `of a published listing changes at once, and leaves no words open that were not changed`()
    async throws
  {
    let fixture = try await SiteFixture()
    let path = "/profile/listing/about"
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: fixture.member)
      #expect(try await send("save", to: path, with: browser).location == "/profile/listing")
      let used = try await send("photo", photo: PhotoSamples.picture(.jpeg), to: path, with: browser)
      #expect(used.location == path + "#photo")
      #expect(try await !browser.get(path).text.contains("is not saved yet"))
      #expect(try await browser.get("/practitioners/\(fixture.member.id)").text.contains("<img"))
      _ = try await send(
        "photo", photo: PhotoSamples.picture(.png), bio: "Other words", to: path, with: browser)
      let page = try await browser.get(path).text
      #expect(page.contains("is not saved yet") && page.contains("Other words"))
    }
  }

  @Test func `is taken from the member's own form alone, and no other step may be large`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let picture = PhotoSamples.picture(.jpeg)
      let before = await fixture.store.writeTransactions
      #expect(try await send("photo", photo: picture, with: browser, token: "1.forged").status == 403)
      #expect(try await send("photo", photo: picture, with: browser, site: "cross-site").status == 403)
      let stranger = try await send("photo", photo: picture, with: Browser(client), token: "x")
      #expect(stranger.location == "/sign-in")
      let large = [UInt8](repeating: 0, count: 70_000)
      #expect(try await send("save", photo: large, to: "/onboarding/wait", with: browser).status == 413)
      let typed = String(repeating: "a", count: 70_000)
      #expect(try await browser.post("/onboarding/about", "bio=\(typed)").status == 413)
      #expect(await fixture.store.writeTransactions == before)
    }
  }
}
