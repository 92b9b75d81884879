import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Looking for help: one question a page, answers that rest in the browser alone, and who may fit. An address never holds an
/// answer.
struct FindRoutes: Sendable {
  let site: Site

  static let path = "/find"
  static let matches = "/find/matches"

  var form: EnquiryForm { site.enquiryForm }

  func add(to router: Router<SiteContext>) {
    router.get("/find") { request, context in begin(request, context) }
    router.post("/find") { request, context in try start(request) }
    router.post("/find/clear") { request, _ in try clear(request) }
    router.get("/find/matches") { request, context in try await showMatches(request, context) }
    router.post("/find/matches") { request, context in try await giveUp(request, context) }
    router.get("/find/:step") { request, context in try show(request, context) }
    router.post("/find/:step") { request, context in try await save(request, context) }
  }

  private func begin(_ request: Request, _ context: SiteContext) -> Response {
    let query = request.uri.queryParameters
    let enquiry = site.enquiry(of: request)
    var page = FindPage(hours: Int(KeptEnquiry.lasts / 3_600))
    page.goesOn = enquiry.map { LinkTarget(place(in: $0)) }
    if enquiry == nil {
      page.news = query["anew"] != nil ? .gone : query["cleared"] != nil ? .cleared : nil
    }
    return site.page(page, context: context)
  }

  private func start(_ request: Request) throws -> Response {
    try check(request)
    let enquiry = Enquiry()
    return site.seeOther(place(in: enquiry), cookies: [try site.cookie(keeping: enquiry)])
  }

  private func clear(_ request: Request) throws -> Response {
    try check(request)
    return site.seeOther("/find?cleared", cookies: [site.cookieForgettingEnquiry])
  }

  private func show(_ request: Request, _ context: SiteContext) throws -> Response {
    let step = try step(context)
    guard let enquiry = site.enquiry(of: request) else { return anew }
    guard isOpen(step, enquiry) else { return site.seeOther(place(in: enquiry)) }
    return site.page(FindView(site: site, enquiry: enquiry).page(step), context: context)
  }

  /// Whatever was typed is kept, forth and back.
  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    try check(request)
    let step = try step(context)
    let sent = try await request.form(context)
    guard let enquiry = site.enquiry(of: request) else { return anew }
    guard isOpen(step, enquiry) else { return site.seeOther(place(in: enquiry)) }
    let isBack = sent["press"] == "back"
    let saved = form.save(sent.answers(to: step, form), of: step, by: isBack ? .back : .next, in: enquiry)
    let cookie = try site.cookie(keeping: saved.enquiry)
    guard saved.problems.isEmpty else {
      let page = FindView(site: site, enquiry: saved.enquiry).page(step, problems: saved.problems)
      return site.page(page, context: context, status: .badRequest, cookie: cookie)
    }
    if isBack {
      let before = form.step(before: step, in: saved.enquiry)
      return site.seeOther(before.map(Self.path) ?? Self.path, cookies: [cookie])
    }
    if let next = next(after: step, saved.enquiry) {
      return site.seeOther(Self.path(next), cookies: [cookie])
    }
    return try await finish(saved.enquiry, request, context)
  }

  /// The next question in order; once matches were shown, only what is open.
  private func next(after step: EnquiryStep, _ enquiry: Enquiry) -> EnquiryStep? {
    let steps = form.steps(of: enquiry)
    let following = steps.firstIndex(of: step).map { steps[($0 + 1)...] } ?? []
    if enquiry.seed == nil, let next = following.first { return next }
    return form.firstOpen(of: enquiry)
  }

  /// Whether a question is asked now: none before it is unanswered.
  private func isOpen(_ step: EnquiryStep, _ enquiry: Enquiry) -> Bool {
    let steps = form.steps(of: enquiry)
    guard let index = steps.firstIndex(of: step) else { return false }
    guard let open = form.firstOpen(of: enquiry).flatMap(steps.firstIndex) else { return true }
    return index <= open
  }

  /// Where an enquiry goes on.
  func place(in enquiry: Enquiry) -> String {
    if let open = form.firstOpen(of: enquiry) { return Self.path(open) }
    let last = form.steps(of: enquiry).last
    return enquiry.seed == nil ? last.map(Self.path) ?? Self.path : Self.matches
  }

  static func path(_ step: EnquiryStep) -> String { "\(path)/\(step.rawValue)" }

  /// To the beginning, which says why.
  var anew: Response { site.seeOther("/find?anew") }

  /// The forms rest on a cookie, and a browser that sends it for another site's page says so.
  func check(_ request: Request) throws {
    if request.isFromAnotherSite { throw RequestProblem.staleForm }
  }

  private func step(_ context: SiteContext) throws -> EnquiryStep {
    guard let step = EnquiryStep(rawValue: try context.parameters.require("step")),
      site.reference.questionnaire[step] != nil
    else { throw RequestProblem.notFound }
    return step
  }
}

extension Form {
  /// The fields of a question. Of a place that was chosen among several the label counts, as long as it is one of those.
  fileprivate func answers(to step: EnquiryStep, _ form: EnquiryForm) -> [EnquiryField: [String]] {
    var answers: [EnquiryField: [String]] = [:]
    for field in step.fields { answers[field] = values(field.rawValue) }
    if let chosen = self["found-place"],
      case .ambiguous(let places) = form.reference.localities.near(self["place"] ?? ""),
      places.contains(where: { $0.label == chosen })
    {
      answers[.place] = [chosen]
    }
    return answers
  }
}
