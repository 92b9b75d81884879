import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// A member's form that may carry a photo: the only kind that may be large.
struct PhotoForm: Sendable {
  /// Whose it is.
  let member: SiteContext.Member
  let form: Form
  /// Nil when no file was chosen, or when it was too large to be read.
  let photo: [UInt8]?
  /// Whether there was more than is read.
  let isTooLarge: Bool

  /// Where such forms go.
  static let paths: Set = [PhotoRoutes.path, "/onboarding/about", "/profile/listing/about"]
  /// Of a form in octets: a photo and what is around it.
  private static let most = 6 << 20

  /// Whether a request may be large.
  static func isSent(by request: Request) -> Bool {
    let type = request.headers[.contentType]?.lowercased() ?? ""
    return paths.contains(request.uri.path) && type.hasPrefix("multipart/form-data")
  }
}

extension Site {
  /// Reads a form with a photo, sent from a page of the member's. Nobody's body is read who is not signed in; of one that is too
  /// large the fields before the photo are.
  func photoForm(_ request: Request, _ context: SiteContext) async throws -> PhotoForm {
    let member = try member(context)
    let (body, isCut) = try await PhotoForm.body(of: request)
    let sent = MultipartForm(Array(buffer: body), type: request.headers[.contentType])
    let form = sent?.form ?? Form(urlencoded: String(buffer: body))
    try check(form["form-token"], of: member, request)
    // Browsers send a file of nothing where none was chosen.
    let file = sent?.file(PhotoField.name).flatMap { $0.isEmpty ? nil : $0 }
    return PhotoForm(member: member, form: form, photo: isCut ? nil : file, isTooLarge: isCut)
  }
}

extension PhotoForm {
  fileprivate static func body(of request: Request) async throws -> (body: ByteBuffer, isCut: Bool) {
    var body = ByteBuffer()
    for try await chunk in request.body {
      let room = most - body.readableBytes
      body.writeBytes(chunk.readableBytesView.prefix(room))
      if chunk.readableBytes > room { return (body, true) }
    }
    return (body, false)
  }
}
