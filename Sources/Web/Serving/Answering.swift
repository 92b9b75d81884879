import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Answers the requests of a connection by a router: what Hummingbird's `Application` does, which cannot serve a socket that it
/// has not bound itself.
struct Answering<Responder: HTTPResponder>: Sendable
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  let responder: Responder
  let date = DateHeader()
  let logger: Logger

  /// The request was found to be malformed when its answer had begun, which cannot be taken back: the connection ends.
  struct CutShort: Error {}

  /// Answers one request.
  @Sendable func answer(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel)
    async throws
  {
    let response = try await response(to: request, on: channel)
    do { try await writer.write(response: response.head, body: response.body) } catch is HTTPParserError {
      throw CutShort()
    }
  }

  /// A malformed request is the connection's to answer; whatever else escapes a route is ours to be sorry for.
  private func response(to request: Request, on channel: any Channel) async throws -> Response {
    var logger = logger
    logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
    let context = Responder.Context(source: .init(channel: channel, logger: logger))
    var response: Response
    do { response = try await responder.respond(to: request, context: context) } catch let error
      as HTTPParserError
    { throw error } catch {
      logger.error("not answered", metadata: ["why": "\(type(of: error))"])
      response = Response(status: .internalServerError)
    }
    response.headers[.date] = date.text(at: Date())
    return response
  }
}
