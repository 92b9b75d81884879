extension ListingSearch {
  /// The one way to write it: `q=anna&modality=emdr&wait=1-month`. Reading it gives the same search again.
  public var query: String { QueryText.written(pairs) }

  /// The same as pairs, in the order of the form. What has its default is left out.
  public var pairs: [QueryText.Pair] {
    var pairs: [QueryText.Pair] = []
    func add(_ name: SearchName, _ value: String?) {
      if let value, !value.isEmpty { pairs.append((name.rawValue, value)) }
    }
    add(.text, text)
    for facet in Facet.allCases {
      pairs += (chosen[facet] ?? []).sorted().map { (facet.rawValue, $0) }
    }
    add(.wait, longestWait?.slug)
    add(.near, near)
    add(.within, within.map(String.init))
    add(.recommended, isOfPeers ? "peers" : nil)
    add(.sort, sort == .availability ? nil : sort.rawValue)
    add(.page, page == 1 ? nil : String(page))
    return pairs
  }
}
