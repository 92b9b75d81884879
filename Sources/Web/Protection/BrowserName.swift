import HTTPTypes
import Hummingbird

extension Request {
  /// What the browser says it is, in words that its owner recognises: "Firefox on Windows". Empty when it says nothing known.
  var browserName: String {
    guard let agent = headers[.userAgent] else { return "" }
    let browser = Self.browsers.first { agent.contains($0.mark) }?.name
    let system = Self.systems.first { agent.contains($0.mark) }?.name
    return [browser, system].compactMap(\.self).joined(separator: " on ")
  }

  /// The first that fits counts: Edge says that it is Chrome, Chrome that it is Safari.
  private static let browsers = [
    (mark: "Edg", name: "Edge"), (mark: "OPR/", name: "Opera"),
    (mark: "SamsungBrowser", name: "Samsung Internet"),
    (mark: "Firefox/", name: "Firefox"), (mark: "FxiOS", name: "Firefox"), (mark: "Chrome/", name: "Chrome"),
    (mark: "CriOS", name: "Chrome"), (mark: "Safari/", name: "Safari"),
  ]

  private static let systems = [
    (mark: "iPhone", name: "iPhone"), (mark: "iPad", name: "iPad"), (mark: "Android", name: "Android"),
    (mark: "Windows", name: "Windows"), (mark: "Mac OS X", name: "Mac"), (mark: "CrOS", name: "ChromeOS"),
    (mark: "Linux", name: "Linux"),
  ]
}
