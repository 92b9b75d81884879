import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct `A photo` {
  private static let boundary = "boundary-of-the-test"

  private func signedIn(
    _ fixture: SiteFixture, _ client: any TestClientProtocol, as member: Practitioner? = nil
  )
    async throws -> Browser
  {
    var browser = Browser(client)
    let secret = "secret of \((member ?? fixture.member).id)"
    let session = Session(
      digest: SecretDigest(of: secret), practitioner: (member ?? fixture.member).id, means: .emailLink,
      openedAt: SiteFixture.start)
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    browser.cookies["__Host-session"] = secret
    return browser
  }

  /// What a browser sends when a file was chosen and the button pressed.
  private func upload(
    _ file: [UInt8], with browser: Browser, token: String? = nil, site: String = "same-origin"
  ) async throws -> Browser.Answer {
    var browser = browser
    let page = try await browser.get("/profile/photo").text
    let token = token ?? hidden("form-token", in: page) ?? ""
    let head = """
      --\(Self.boundary)\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n\(token)\r\n--\(Self.boundary)\r\n\
      Content-Disposition: form-data; name="photo"; filename="../../me.php"\r\nContent-Type: text/html\r\n\r\n
      """
    let body = Array(head.utf8) + file + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(Self.boundary)"]
    headers[.cookie] = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    if let name = HTTPField.Name("sec-fetch-site") { headers[name] = site }
    let response = try await browser.client.executeRequest(
      uri: "/profile/photo", method: .post, headers: headers, body: ByteBuffer(bytes: body))
    return Browser.Answer(
      status: response.status.code, text: String(buffer: response.body),
      location: response.headers[.location],
      headers: response.headers)
  }

  private func photo(of member: Practitioner, in fixture: SiteFixture) async throws -> String? {
    let id = member.id
    return try await fixture.store.read { try $0.practitioner(id)?.photo }
  }

  private func files(_ fixture: SiteFixture) -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: fixture.store.photos.path).count) ?? 0
  }

  @Test(arguments: PhotoSamples.formats)
  func `is chosen, seen by colleagues, replaced and removed, and no file is left over`(
    format: PictureHeader.Format
  )
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await signedIn(fixture, client)
      #expect(try await upload(PhotoSamples.picture(format), with: browser).location == "/profile/photo")
      let first = try #require(try await photo(of: fixture.member, in: fixture))
      for path in ["/profile/photo", "/listings", "/practitioners/\(fixture.member.id)"] {
        #expect(try await browser.get(path).text.contains("src=\"/photos/\(first)\""), "\(path)")
      }
      let shown = try await browser.get("/photos/\(first)")
      #expect(shown.headers[.contentType] == "image/jpeg")
      #expect(shown.headers[.cacheControl] == "private, max-age=31536000, immutable")
      #expect(shown.headers[.xContentTypeOptions] == "nosniff")
      _ = try await upload(PhotoSamples.picture(format, exif: PhotoSamples.exif(3)), with: browser)
      let second = try #require(try await photo(of: fixture.member, in: fixture))
      #expect(second != first)
      #expect(try await browser.get("/photos/\(first)").status == 404)
      #expect(files(fixture) == 1)
      let token = try #require(hidden("form-token", in: try await browser.get("/profile/photo").text))
      let page = try await browser.press("/profile/photo/remove", "form-token=\(token)")
      #expect(page.text.contains("colleagues see your initials"))
      #expect(!(try await browser.get("/listings").text.contains("<img")))
      #expect(files(fixture) == 0)
    }
  }

  @Test func `of a member without a listing is kept until there is one`() async throws {
    let fixture = try await SiteFixture()
    var account = try SiteFixture.practitioner(number: 2)
    account.publishedAt = nil
    let opened = account
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.accountOpened(opened)]) }
    try await fixture.test { client in
      let browser = try await signedIn(fixture, client, as: opened)
      #expect(try await upload(PhotoSamples.picture(.jpeg), with: browser).status == 303)
      #expect(try await photo(of: opened, in: fixture) != nil)
    }
  }

  @Test func `that two members have stays until both have removed it`() async throws {
    let fixture = try await SiteFixture()
    let other = try SiteFixture.practitioner(number: 2)
    try await fixture.add(other, wait: nil)
    try await fixture.test { client in
      var browsers = [
        try await signedIn(fixture, client), try await signedIn(fixture, client, as: other),
      ]
      for browser in browsers { _ = try await upload(PhotoSamples.picture(.png), with: browser) }
      for (index, left) in [(0, 1), (1, 0)] {
        let page = try await browsers[index].get("/profile/photo").text
        let token = try #require(hidden("form-token", in: page))
        _ = try await browsers[index].post("/profile/photo/remove", "form-token=\(token)")
        #expect(files(fixture) == left)
      }
    }
  }

  @Test func `that is refused comes back with the reason, and changes nothing`() async throws {
    let fixture = try await SiteFixture()
    let jpeg = PhotoSamples.picture(.jpeg)
    let table: [([UInt8], PhotoRefusal, Int)] = [
      ([], .empty, 400), (Array("GIF89a".utf8), .otherKind, 400), (Array("<svg/>".utf8), .otherKind, 400),
      (Array(jpeg.prefix(jpeg.count / 2)), .cutShort, 400),
      (jpeg + [UInt8](repeating: 0, count: Photo.mostOctets), .tooLarge, 413),
      ([UInt8](repeating: 0, count: 7 << 20), .tooLarge, 413),
    ]
    try await fixture.test { client in
      let browser = try await signedIn(fixture, client)
      let before = await fixture.store.writeTransactions
      for (file, refusal, status) in table {
        let answer = try await upload(file, with: browser)
        #expect(answer.status == status)
        #expect(answer.text.contains(refusal.sentence))
        #expect(answer.text.contains("<title>Error: "))
      }
      #expect(await fixture.store.writeTransactions == before)
      #expect(files(fixture) == 0)
    }
  }

  @Test func `is taken from the member's own form alone`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      let browser = try await signedIn(fixture, client)
      var stranger = Browser(client)
      let before = await fixture.store.writeTransactions
      let picture = PhotoSamples.picture(.jpeg)
      #expect(try await upload(picture, with: browser, token: "1.forged").status == 403)
      #expect(try await upload(picture, with: browser, site: "cross-site").status == 403)
      #expect(try await upload(picture, with: stranger, token: "x").location == "/sign-in")
      #expect(try await stranger.get("/profile/photo").location?.hasPrefix("/sign-in") == true)
      #expect(try await stranger.post("/profile/photo/remove", "form-token=x").location == "/sign-in")
      #expect(await fixture.store.writeTransactions == before)
      #expect(files(fixture) == 0)
    }
  }

  @Test func `is for members alone, and its address is a way to nothing else`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await signedIn(fixture, client)
      var stranger = Browser(client)
      _ = try await upload(PhotoSamples.picture(.jpeg), with: browser)
      let name = try #require(try await photo(of: fixture.member, in: fixture))
      #expect(try await stranger.get("/photos/\(name)").location?.hasPrefix("/sign-in") == true)
      for path in ["x", "..%2Fhelplink.sqlite", "\(name).jpg", String(name.dropLast()), name.uppercased()] {
        #expect(try await browser.get("/photos/\(path)").status == 404, "\(path)")
      }
    }
  }

  @Test func `that the disk does not take is told, and the one before stays`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      let browser = try await signedIn(fixture, client)
      let folder = fixture.store.photos.path
      try Data().write(to: URL(fileURLWithPath: folder))
      let answer = try await upload(PhotoSamples.picture(.jpeg), with: browser)
      #expect(answer.status == 503)
      #expect(try await photo(of: fixture.member, in: fixture) == nil)
    }
  }

  @Test func `does not make other forms larger`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await signedIn(fixture, client)
      for path in ["/profile/photo/remove", "/sign-in", "/practitioners/\(fixture.member.id)/recommendation"]
      {
        #expect(try await browser.post(path, String(repeating: "a", count: 70_000)).status == 413)
      }
    }
  }

  @Test func `many at once are prepared two at a time, and none is lost`() async throws {
    let desk = PhotoDesk()
    let picture = PhotoSamples.picture(.jpeg)
    let results = try await withThrowingTaskGroup(of: Result<[UInt8], PhotoRefusal>.self) { group in
      for _ in 0..<40 { group.addTask { try await desk.prepare(picture) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let expected = try Photo.prepared(from: picture)
    let busy = results.filter { $0 == .failure(.busy) }.count
    #expect(results.filter { $0 == .success(expected) }.count == 40 - busy)
    #expect(busy <= 40 - 18)
    #expect(try await desk.prepare(picture) == .success(expected))
  }
}
