import Foundation

/// What an enquiry needs, in words that identify nobody. Slugs are the taxonomy's.
///
/// Areas and note are shown on the site alone: nothing that is sent has them.
public struct ReferralNeed: Hashable, Sendable, Codable {
  /// A slug.
  public var ageGroup: String
  /// Slugs of practice areas, in the taxonomy's order. At least one, at most `mostAreas`.
  public var areas: [String]
  /// Slugs of the ways to meet that would do. At least one.
  public var modes: [String]
  /// "Corinda QLD 4075", or a postcode; nil where the place does not matter.
  public var locality: String?
  /// A slug of who would pay; nil when it was not said.
  public var funding: String?
  /// Within so many weeks. 1 to `mostWeeks`.
  public var weeks: Int
  /// In the referrer's words; may be empty.
  public var note: String

  /// The most areas: what matters, not a history.
  public static let mostAreas = 5
  /// A year.
  public static let mostWeeks = 52
  /// The longest note, in UTF-16 units as forms count.
  public static let mostOfNote = 600

  /// What an enquiry needs.
  public init(
    ageGroup: String, areas: [String], modes: [String], locality: String? = nil, funding: String? = nil,
    weeks: Int, note: String = ""
  ) {
    self.ageGroup = ageGroup
    self.areas = areas
    self.modes = modes
    self.locality = locality
    self.funding = funding
    self.weeks = weeks
    self.note = note
  }
}
