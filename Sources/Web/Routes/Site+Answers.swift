import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Site {
  /// A page in the site's frame; smaller on its way where it goes to `request`, which can take that.
  func page(
    _ page: some Page, context: SiteContext, status: HTTPResponse.Status = .ok, cookie: String? = nil,
    encodingFor request: Request? = nil
  ) -> Response {
    var bytes = layout(context).render(page)
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
    if let request { Gzip.encode(&bytes, &headers, for: request) }
    if let cookie { headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func layout(_ context: SiteContext) -> Layout {
    let signedIn = context.account.map {
      Layout.SignedIn(
        name: $0.practitioner.name, formToken: FormProtection(keys: keys).issue(for: $0.session),
        takesPart: $0.practitioner.takesPart)
    }
    return Layout(
      siteName: settings.name, operatorName: settings.operatorName, contact: settings.operatorContact,
      signedIn: signedIn)
  }

  /// Sends the browser to a page after a POST.
  func seeOther(_ path: String, cookies: [String] = []) -> Response {
    var headers: HTTPFields = [.location: path]
    for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return Response(status: .seeOther, headers: headers)
  }

  /// Sends a browser on whose session has ended. What it kept of members' pages goes (`Clear-Site-Data`): on a computer that is
  /// shared, going back shows nobody's colleagues.
  func signedOut(to path: String) -> Response {
    var response = seeOther(path, cookies: [cookies.field(cookies.session, "", maxAge: 0)])
    if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = #""cache""# }
    return response
  }

  /// What colleagues see of a wait.
  func standing(_ wait: StatedWait?, awayUntil: Date?, zone: TimeZone) -> StandingWait {
    if let awayUntil, now() < awayUntil {
      return StandingWait(band: .away, freshness: "Back on \(LocalDay(awayUntil, in: zone).words)")
    }
    return StandingWait(
      band: wait.map { WaitBand($0.period) },
      freshness: wait.map {
        ($0.means.isPersonal ? "Confirmed " : "Last known ") + age($0.confirmedAt, zone: zone)
      })
  }

  /// What colleagues see of the one who was asked, read in their zone.
  func standing(_ facts: AnswerDecision.Facts?) -> StandingWait {
    standing(
      facts?.wait, awayUntil: facts?.practitioner.awayUntil, zone: zone(of: facts?.practitioner))
  }

  /// "today", "3 days ago".
  func age(_ then: Date, zone: TimeZone) -> String { Age.words(from: then, to: now(), in: zone) }

  /// The zone a member reads in.
  func zone(of practitioner: Practitioner?) -> TimeZone {
    practitioner?.zone(orSite: settings.timeZone) ?? settings.timeZone
  }
}
