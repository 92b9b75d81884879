import Hummingbird
import Logging

/// Turns every error into a page: a sentence for the person, the rest for the log. No address is logged: some are secrets.
struct ErrorPages: RouterMiddleware {
  typealias Context = SiteContext
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch let problem as RequestProblem {
      return site.page(
        ErrorPage(problem.page), context: context, status: .init(code: ErrorPage(problem.page).status))
    } catch let error as HTTPError {
      let problem = Self.problem(error)
      return site.page(ErrorPage(problem), context: context, status: error.status)
    } catch {
      site.logger.error("request failed", metadata: ["why": "\(error)", "method": "\(request.method)"])
      return site.page(ErrorPage(.failed), context: context, status: .internalServerError)
    }
  }

  private static func problem(_ error: HTTPError) -> ErrorPage.Problem {
    switch error.status.code {
    case 404: .notFound
    case 405: .badRequest("That address cannot be used this way.")
    case 413: .tooLarge
    case 400..<500: .badRequest("The request could not be understood.")
    default: .failed
    }
  }
}

/// What can be wrong with a request of ours, mapped to a page in one place.
enum RequestProblem: Error, Equatable {
  case badRequest(String)
  case staleForm
  case notFound

  var page: ErrorPage.Problem {
    switch self {
    case .badRequest(let reason): .badRequest(reason)
    case .staleForm: .staleForm
    case .notFound: .notFound
    }
  }
}
