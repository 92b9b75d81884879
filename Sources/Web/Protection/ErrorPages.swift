import Domain
import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into a page: a sentence for the person, the rest for the log. No address is logged: some are secrets.
struct ErrorPages: RouterMiddleware {
  typealias Context = SiteContext
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var request = request
    var sent = ""
    do {
      // Kept, so that what the disk does not take can be offered again; a photo is chosen anew.
      if request.method == .post, !PhotoForm.isSent(by: request) {
        sent = try await request.keepText(context)
      }
      return try await next(request, context)
    } catch is StorageFault {
      // Whoever keeps the record has logged it, once and not for each who asks.
      return notNow(request, sent: sent, context)
    } catch RequestProblem.signInFirst {
      return site.seeOther(NextPath.signIn(NextPath(of: request)).text)
    } catch RequestProblem.hasLeft {
      return site.seeOther("/profile/leave")
    } catch let problem as RequestProblem {
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

  /// 503 (RFC 9110, section 15.6.4): it will be possible again without anything being done here.
  private func notNow(_ request: Request, sent: String, _ context: SiteContext) -> Response {
    var response =
      request.method == .post
      ? site.page(
        NotSavedPage(sent: Self.sent(request, sent)), context: context, status: .serviceUnavailable)
      : site.page(ErrorPage(.unavailable), context: context, status: .serviceUnavailable)
    response.headers[.retryAfter] = "60"
    return response
  }

  /// The form as it was sent, unless it holds a password or a code: a page is no place for one.
  private static func sent(_ request: Request, _ text: String) -> NotSavedPage.Sent? {
    let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { return nil }
    let form = Form(urlencoded: text)
    guard !form.all.contains(where: { $0.name.hasSuffix("password") || $0.name == "code" }) else {
      return nil
    }
    return NotSavedPage.Sent(path: "\(request.uri.path)", fields: form.all)
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
  /// The page is a member's own, and nobody is signed in.
  case signInFirst
  /// The page is for members who take part, and this one has left.
  case hasLeft

  var page: ErrorPage.Problem {
    switch self {
    case .badRequest(let reason): .badRequest(reason)
    case .staleForm: .staleForm
    case .notFound, .signInFirst, .hasLeft: .notFound
    }
  }
}
