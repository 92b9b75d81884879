import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A member at work without a browser: keeps the session's cookie, and sends the forms of their pages.
struct SignedInVisitor: Sendable {
  let url: String
  private let cookie: String

  /// Signs in by an emailed link.
  static func signIn(_ address: String, at site: Installation, mail: Maildir? = nil) async throws
    -> SignedInVisitor
  {
    let mail = mail ?? site.maildir
    func links() throws -> [DeliveredMessage] {
      try mail.messages().filter {
        $0.header("To")?.contains(address) == true && !$0.links(to: "/sign-in/").isEmpty
      }
    }
    let before = try links().count
    _ = try await Visitor.post("\(site.url)/sign-in", form: ["email": address, "choice": "link"])
    let message = try await eventually("a fresh link", within: .seconds(60)) {
      let now = try links()
      return now.count > before ? now.last : nil
    }
    guard let link = message.links(to: "/sign-in/").first,
      let cookie = try await Visitor.post(link, form: [:])["set-cookie"]?.prefix(while: { $0 != ";" })
    else { throw GaveUp(description: "\(address) was not signed in") }
    return SignedInVisitor(url: site.url, cookie: String(cookie))
  }

  func get(_ path: String) async throws -> Visitor.Answer {
    try await Visitor.send("GET", url + path, headers: ["cookie": cookie])
  }

  /// The same where a field may come several times.
  func post(_ path: String, fields: [(String, String)], from page: String) async throws -> Visitor.Answer {
    let token = try await token(of: page)
    return try await Visitor.post(
      url + path, fields: fields + [("form-token", token)], headers: ["cookie": cookie])
  }

  /// Sends a form of a page with the page's token.
  func post(_ path: String, _ form: [String: String], from page: String) async throws -> Visitor.Answer {
    var form = form
    form["form-token"] = try await token(of: page)
    return try await Visitor.post(url + path, form: form, headers: ["cookie": cookie])
  }

  /// Sends a photo as the form for one does.
  func upload(photo: Data) async throws -> Visitor.Answer {
    let token = try await token(of: "/profile/photo")
    let boundary = "the-boundary"
    var body = Data(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--\(boundary)\r\n"
        .utf8)
    body += Data(
      "Content-Disposition: form-data; name=\"photo\"; filename=\"me\"\r\nContent-Type: image/png\r\n\r\n"
        .utf8)
    body += photo + Data("\r\n--\(boundary)--\r\n".utf8)
    return try await Visitor.send(
      "POST", "\(url)/profile/photo", headers: ["cookie": cookie],
      type: "multipart/form-data; boundary=\(boundary)", body: ByteBuffer(bytes: body))
  }

  private func token(of page: String) async throws -> String {
    let forms = PageForm.all(in: try await get(page).body)
    guard let token = forms.compactMap({ $0.hidden["form-token"] }).first else {
      throw GaveUp(description: "\(page) has no form with a token")
    }
    return token
  }
}
