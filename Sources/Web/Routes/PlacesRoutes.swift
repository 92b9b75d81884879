import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Suggestions of places, for everybody: the table is public, and who asks for what is not kept.
struct PlacesRoutes: Sendable {
  let site: Site

  /// Suggestions in one answer.
  static let most = 10

  func add(to router: Router<SiteContext>) {
    router.get("/places") { request, _ in try suggest(request) }
  }

  private struct Suggestion: Encodable {
    let label: String
    let postcode: String
    let locality: String
    let state: String

    init(_ place: PracticeLocation) {
      (label, postcode, locality, state) = (place.label, place.postcode, place.locality, place.state)
    }
  }

  /// A list of places, the likeliest first; an empty one for a text of which nothing can be looked for.
  private func suggest(_ request: Request) throws -> Response {
    let text = request.uri.queryParameters["q"].map(String.init) ?? ""
    let found = site.reference.localities.suggestions(for: text, atMost: Self.most)
    let body = try JSONEncoder().encode(found.map { Suggestion($0.location) })
    return Response(
      status: .ok,
      headers: [.contentType: "application/json", .cacheControl: "public, max-age=86400"],
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }
}
