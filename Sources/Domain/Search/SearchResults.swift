/// What a search finds, page by page, and where it could go from there.
public struct SearchResults: Sendable {
  /// One that was found.
  public struct Hit: Sendable {
    /// As colleagues see it.
    public let listing: Listing
    /// To the nearest of their places; nil without a place there or here.
    public let kilometres: Double?
  }

  /// How many each choice would leave, were it the only one of its name; the other names narrow as they do.
  public struct Counts: Sendable {
    /// By facet and slug.
    public let facets: [Facet: [String: Int]]
    /// By the longest wait.
    public let waits: [WaitingPeriod: Int]
    /// Recommended by people whom one recommends.
    public let peers: Int
  }

  /// A filter whose loss would leave something.
  public struct Relaxation: Hashable, Sendable {
    /// The one to drop.
    public let filter: SearchFilter
    /// How many there would be.
    public let total: Int
  }

  /// On all pages together.
  public let total: Int
  /// At least 1.
  public let pageCount: Int
  /// The number of the first hit, from 1.
  public let firstNumber: Int
  /// Those of the page; none on a page past the last.
  public let hits: [Hit]
  /// What each choice would leave.
  public let counts: Counts
  /// When nothing was found: which one filter to drop to get some, the most helpful first.
  public let relaxations: [Relaxation]
  /// Slugs that were chosen or that a word means.
  public let matched: [Facet: Set<String>]
}
