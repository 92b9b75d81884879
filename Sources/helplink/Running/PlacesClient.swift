import AsyncHTTPClient
import Domain
import Foundation
import Logging
import ServiceLifecycle
import Web

/// The one client that asks Google's Places; closed after the site, as ``ProviderClient`` is.
struct PlacesClient: Service {
  let places: GooglePlaces
  private let client: HTTPClient

  /// Nil where the table alone is asked.
  init?(
    _ configuration: Configuration, _ localities: Localities, now: @escaping @Sendable () -> Date,
    logger: Logger
  ) {
    guard case .google(let key) = configuration.places else { return nil }
    client = GooglePlaces.makeClient()
    places = GooglePlaces(key: key.value, client: client, localities: localities, now: now, logger: logger)
  }

  func run() async throws {
    try? await gracefulShutdown()
    try await client.shutdown()
  }
}
