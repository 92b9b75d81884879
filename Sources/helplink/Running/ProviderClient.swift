import AsyncHTTPClient
import Domain
import Foundation
import ServiceLifecycle
import Web

/// The one client that asks the sign-in provider. It is the first of the services, and so closed last: after the site.
struct ProviderClient: Service {
  let provider: OpenIDProvider
  private let client: HTTPClient

  /// Nil where no provider is configured.
  init?(_ configuration: Configuration, now: @escaping @Sendable () -> Date) {
    guard let provider = configuration.provider else { return nil }
    client = OpenIDProvider.makeClient()
    let settings = ProviderSettings(
      issuer: provider.issuer.text, name: provider.name, clientID: provider.clientID,
      clientSecret: provider.clientSecret.value)
    self.provider = OpenIDProvider(settings: settings, client: client, now: now)
  }

  func run() async throws {
    try? await gracefulShutdown()
    try await client.shutdown()
  }
}
