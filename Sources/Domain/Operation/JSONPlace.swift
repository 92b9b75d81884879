import Foundation

/// Where a text stops being JSON.
public struct JSONPlace: Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in octets.
  public let column: Int

  /// Nil when the text is JSON. `JSONDecoder` says nothing of the place, `JSONSerialization` says it in words: the octet's
  /// number, or none when the text ends too soon.
  public init?(firstMistakeIn data: Data) {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
      let number = words.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) }
      let before = data.prefix(number ?? data.count)
      let lastLine = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last
      line = before.count(where: { $0 == UInt8(ascii: "\n") }) + 1
      column = (lastLine?.count ?? 0) + 1
    }
  }
}
