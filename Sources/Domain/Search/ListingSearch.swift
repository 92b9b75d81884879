/// What a member looks for among the listings. Values of one name are alternatives; every name narrows.
public struct ListingSearch: Hashable, Sendable {
  /// The order of what is found.
  public enum Sort: String, CaseIterable, Hashable, Sendable {
    case availability, distance, name
  }

  /// Words of names, bios and labels; 200 Unicode scalars at the most, without controls, single spaces between them.
  public var text = ""
  /// Slugs that the taxonomy has; no facet is without one.
  public var chosen: [Facet: Set<String>] = [:]
  /// The longest wait that will do.
  public var longestWait: WaitingPeriod?
  /// Where distances are counted from: a postcode, the label of a place, or what somebody typed. Empty for nowhere.
  public var near = ""
  /// Kilometres from there at the most. Counts for nothing while there is no place.
  public var within: Int?
  /// Only those whom one's own recommended colleagues recommend.
  public var isOfPeers = false
  /// The order; distance without a place is availability.
  public var sort = Sort.availability
  /// From 1.
  public var page = 1

  /// A search for everybody.
  public init() {}

  /// The most that a text of words may hold, in Unicode scalars.
  public static let mostText = 200
  /// The most that the text of a place may hold, in Unicode scalars.
  public static let mostNear = 100
  /// The largest page number.
  public static let mostPages = 100_000
  /// The farthest distance, in kilometres: across the country.
  public static let mostKilometres = 5_000

  /// Whether it asks for nothing: everybody, in the default order.
  public var isForEverybody: Bool { filters.isEmpty && near.isEmpty && sort == .availability }

  /// The same from its first page.
  public var firstPage: Self {
    var search = self
    search.page = 1
    return search
  }
}

extension ListingSearch {
  /// Those that narrow it, in the order of the form.
  public var filters: [SearchFilter] {
    var filters: [SearchFilter] = []
    if !text.isEmpty { filters.append(.text) }
    filters += Facet.allCases.filter { chosen[$0] != nil }.map(SearchFilter.facet)
    if longestWait != nil { filters.append(.wait) }
    if within != nil { filters.append(.within) }
    if isOfPeers { filters.append(.peers) }
    return filters
  }

  /// The same without one of them, from its first page.
  public func without(_ filter: SearchFilter) -> Self {
    var search = firstPage
    switch filter {
    case .text: search.text = ""
    case .facet(let facet): search.chosen[facet] = nil
    case .wait: search.longestWait = nil
    case .within: search.within = nil
    case .peers: search.isOfPeers = false
    }
    return search
  }

  /// Chooses these values of a facet, or none.
  public mutating func choose(_ slugs: Set<String>, in facet: Facet) {
    chosen[facet] = slugs.isEmpty ? nil : slugs
  }
}
