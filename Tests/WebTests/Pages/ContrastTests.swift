import Foundation
import Testing

@testable import Web

/// WCAG 2.2: 1.4.3 (text, 4.5 to 1) and 1.4.11 (edges of controls and focus, 3 to 1), in light and in dark.
@Suite struct ContrastTests {
  enum Scheme: Int, CaseIterable { case light, dark }

  static let texts = [
    ("ink", "ground"), ("ink", "surface"), ("ink", "tint"), ("quiet", "ground"), ("quiet", "surface"),
    ("quiet", "tint"), ("accent", "ground"), ("accent", "surface"), ("accent", "tint"),
    ("accent-strong", "tint"), ("accent-strong", "ground"), ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("wrong", "ground"), ("wrong", "wrong-tint"), ("on-now", "now"), ("on-soon", "soon"),
    ("on-later", "later"),
    ("on-closed", "closed"), ("on-closed", "surface"), ("on-closed", "ground"), ("on-closed", "tint"),
  ]
  static let edges = [
    ("edge", "ground"), ("edge", "surface"), ("accent", "ground"), ("accent", "surface"),
    ("wrong", "surface"),
  ]

  @Test(arguments: texts, Scheme.allCases)
  func `text can be read`(pair: (String, String), scheme: Scheme) throws {
    #expect(try ratio(pair, scheme) >= 4.5)
  }

  @Test(arguments: edges, Scheme.allCases)
  func `edges of controls can be seen`(pair: (String, String), scheme: Scheme) throws {
    #expect(try ratio(pair, scheme) >= 3)
  }

  private func ratio(_ pair: (String, String), _ scheme: Scheme) throws -> Double {
    try Contrast.ratio(digits(pair.0, scheme), digits(pair.1, scheme))
  }

  private func digits(_ name: String, _ scheme: Scheme) throws -> String {
    let definitions = Stylesheet.colours.components(separatedBy: "--\(name): #").dropFirst()
    return String(try #require(definitions.dropFirst(scheme.rawValue).first?.prefix(6)))
  }
}

/// Contrast as WCAG defines it, of colours in six hexadecimal digits.
enum Contrast {
  static func ratio(_ one: String, _ other: String) throws -> Double {
    let (one, other) = (try luminance(one), try luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Relative luminance.
  private static func luminance(_ digits: String) throws -> Double {
    let number = try #require(UInt32(digits, radix: 16))
    let channels = [16, 8, 0].map { shift in linear(Double(number >> UInt32(shift) & 0xFF) / 255) }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private static func linear(_ channel: Double) -> Double {
    channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
  }
}
