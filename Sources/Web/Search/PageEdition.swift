import Crypto
import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// Which page a member would get: the record's version, the day, the reader and what they ask for. A browser that has this edition
/// is told so, and nothing is made.
///
/// It is weak (RFC 9110, 8.8.1): every page has form tokens of its own, which are all good for the same.
struct PageEdition: Sendable {
  private let tag: String

  /// The edition of a query for a member, as of the moment.
  ///
  /// - Parameters:
  ///   - version: the record's, read before the index was: what is newer must not bear this edition.
  ///   - moment: the index's.
  init(of query: String, version: Int, moment: Date, for member: SiteContext.Member, site: Site) {
    let zone = site.zone(of: member.practitioner)
    let now = site.now()
    let parts = [
      site.run, "\(version)", "\(moment.timeIntervalSince1970)",
      "\(LocalDay(now, in: zone).number)", member.session.text, member.practitioner.name, zone.identifier,
      "\(site.keys.currentID)", Asset.stylesheet.version, Asset.searchScript.version, query,
    ]
    let digest = SHA256.hash(data: Data(parts.joined(separator: "\u{0}").utf8)).prefix(12)
    tag = "W/\"\(Hexadecimal.encode(Array(digest)))\""
  }

  /// The answer for a browser that has it; nil for another.
  func unchanged(_ request: Request) -> Response? {
    let known = request.headers[.ifNoneMatch]?.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard known?.contains(tag) == true else { return nil }
    return put(on: Response(status: .notModified))
  }

  /// Names the edition. The reader's own browser may keep the page, and asks each time whether it is still the one.
  func put(on response: Response) -> Response {
    var response = response
    response.headers[.eTag] = tag
    response.headers[.cacheControl] = "private, no-cache"
    return response
  }
}
