/// What somebody who looks for help asks of a practitioner: what must be, and what counts.
public struct SeekerNeeds: Hashable, Sendable {
  /// One thing that it is about: slugs of areas, services and approaches, any of which fits.
  public struct Concern: Hashable, Sendable {
    /// By facet.
    public let slugs: [Facet: Set<String>]

    /// A concern that these slugs fit.
    public init(_ slugs: [Facet: Set<String>]) { self.slugs = slugs }

    /// Whether it is an approach and nothing else: how, not what about.
    public var isApproach: Bool { slugs.keys.allSatisfy { $0 == .modality } }

    /// What of it a profile says, in the order of the profile.
    public func found(in profile: Profile) -> [(facet: Facet, slug: String)] {
      [Facet.area, .service, .modality].flatMap { facet in
        let wanted = slugs[facet] ?? []
        return wanted.isEmpty ? [] : facet.values(of: profile).filter(wanted.contains).map { (facet, $0) }
      }
    }

    /// One that fits whatever fits either.
    func joined(with other: Concern) -> Concern {
      Concern(slugs.merging(other.slugs) { $0.union($1) })
    }

    func isDisjoint(with other: Concern) -> Bool {
      slugs.allSatisfy { facet, slugs in slugs.isDisjoint(with: other.slugs[facet] ?? []) }
    }
  }

  /// Ways to meet; one must be offered.
  public var modes: Set<String> = []
  /// Where distances are counted from; nil where nobody said, and then nobody is met in person.
  public var origin: Coordinates?
  /// How far at the most for those who are met in person, in kilometres.
  public var within = 0.0
  /// Slugs of age groups; one must be seen.
  public var ages: Set<String> = []
  /// Slugs of clients; one must be seen.
  public var clients: Set<String> = []
  /// Slugs of funding; one must be taken. Empty for any.
  public var funding: Set<String> = []
  /// The state that one must practise in; nil for any.
  public var state: String?
  /// What it is about. Each counts.
  public var concerns: [Concern] = []
  /// The longest wait that will do; nil for any.
  public var longestWait: WaitingPeriod?
  /// Genders that are preferred; empty for any.
  public var genders: Set<String> = []
  /// The language that is preferred, by its code; nil for any.
  public var language: String?

  /// Nothing asked for: nobody fits.
  public init() {}
}
