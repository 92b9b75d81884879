import Crypto
import Foundation

/// A file of the site that is the same for everyone: its bytes are part of the program.
struct Asset: Sendable {
  /// Where it is served: `/assets/site.css`.
  let path: String
  /// The value of `Content-Type`.
  let contentType: String
  let bytes: [UInt8]
  /// The same in the format of gzip, where that is shorter.
  let compressed: [UInt8]?
  /// The first 64 bits of the SHA-256 of the bytes, in hexadecimal: enough to tell one edition from the next.
  let version: String

  /// What pages link to. It names the edition, so it may be cached for ever.
  let address: LinkTarget

  private init(path: String, contentType: String, text: String) {
    self.path = path
    self.contentType = contentType
    bytes = Array(text.utf8)
    let smaller = Gzip.compressed(bytes)
    compressed = (smaller?.count ?? .max) < bytes.count ? smaller : nil
    version = SHA256.hash(data: bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
    address = "\(path)?v=\(version)"
  }

  static let stylesheet = Asset(
    path: "/assets/site.css", contentType: "text/css; charset=utf-8", text: Stylesheet.css)
  static let submitScript = Asset(
    path: "/assets/submit.js", contentType: "text/javascript; charset=utf-8", text: SubmitScript.source)
  static let placesScript = Asset(
    path: "/assets/places.js", contentType: "text/javascript; charset=utf-8", text: PlacesScript.source)
  static let filterScript = Asset(
    path: "/assets/filter.js", contentType: "text/javascript; charset=utf-8", text: FilterScript.source)
  /// Places, filters, and the search itself: one file, so that the page asks for one.
  static let searchScript = Asset(
    path: "/assets/search.js", contentType: "text/javascript; charset=utf-8",
    text: PlacesScript.source + FilterScript.source + SearchScript.source)
  static let copyScript = Asset(
    path: "/assets/copy.js", contentType: "text/javascript; charset=utf-8", text: CopyScript.source)
  static let icon = Asset(path: "/assets/icon.svg", contentType: "image/svg+xml", text: Brand.icon)

  /// All of them, for the routes.
  static let all = [stylesheet, submitScript, placesScript, filterScript, searchScript, copyScript, icon]
}
