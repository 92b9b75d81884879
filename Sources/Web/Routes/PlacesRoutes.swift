import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Suggestions of places, for everybody: the table is public, and who asks for what is not kept. To members those near to their
/// own places come first.
struct PlacesRoutes: Sendable {
  let site: Site

  /// Suggestions in one answer.
  static let most = 10

  func add(to router: Router<SiteContext>) {
    router.get("/places") { request, context in try await suggest(request, context) }
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
  private func suggest(_ request: Request, _ context: SiteContext) async throws -> Response {
    let own = try await ownPlaces(context)
    let search = PlaceSearch(
      text: request.uri.queryParameters["q"].map(String.init) ?? "", near: own, most: Self.most,
      session: context.member?.session)
    let found = await site.places.places(for: search)
    let body = try JSONEncoder().encode(found.map { Suggestion($0.location) })
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/json", .cacheControl: caching(search), .vary: "cookie",
      ],
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// What is in a member's own order is for their browser alone.
  private func caching(_ search: PlaceSearch) -> String {
    guard site.places.mayBeKept else { return "no-store" }
    return search.session == nil ? "public, max-age=86400" : "private, max-age=600"
  }

  /// Where a member sees people, as their listing has it.
  private func ownPlaces(_ context: SiteContext) async throws -> [PracticeLocation] {
    guard let id = context.member?.practitioner.id else { return [] }
    return try await site.store.read { try $0.listing(id)?.profile.locations } ?? []
  }
}
