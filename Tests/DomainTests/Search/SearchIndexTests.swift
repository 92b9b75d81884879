import Foundation
import Testing

@testable import Domain

/// The index beside the same search said plainly.
struct SearchIndexTests {
  private static let zone = Sample.sydney

  /// A network, its index, and the plain search over it.
  private struct Network {
    var sample: SearchSample
    var listings: [Listing]
    var directory: Directory
    var index: SearchIndex
    let peers: Set<Practitioner.ID>

    init(seed: Int, count: Int = 80) throws {
      sample = try SearchSample(seed: seed)
      listings = []
      for number in 1...count { listings.append(try sample.listing(number)) }
      directory = Directory(listings)
      index = SearchIndex(
        directory, reference: sample.reference, now: Sample.now, zone: SearchIndexTests.zone)
      peers = Set(listings.filter { $0.practitioner.bytes[0] < 64 }.map(\.practitioner))
    }

    func naive(_ now: Date = Sample.now) -> NaiveSearch {
      NaiveSearch(listings: listings, reference: sample.reference, now: now, peers: peers)
    }

    func find(_ search: ListingSearch, pageSize: Int = 1_000) -> SearchResults {
      index.find(
        search, near: sample.reference.localities.near(search.near).point, peers: peers, pageSize: pageSize)
    }

    mutating func follow(now: Date = Sample.now) {
      index.follow(directory, reference: sample.reference, now: now, zone: SearchIndexTests.zone)
    }

    /// Alters, adds, or takes out one.
    mutating func change() throws {
      let number = Int.random(in: 1...(listings.count + 2), using: &sample.chance)
      var new = try sample.listing(number)
      let place = listings.firstIndex { $0.practitioner == new.practitioner }
      if let place, sample.odds(2) {
        let wait = new.wait
        new = listings[place]
        new.wait = wait
      }
      if let place { listings[place] = new } else { listings.append(new) }
      directory.set(new, of: new.practitioner)
    }
  }

  @Test(arguments: 1...6) func `it finds what looking at every listing finds, in the same order`(seed: Int)
    throws
  {
    var network = try Network(seed: seed)
    for _ in 0..<40 {
      let search = network.sample.search()
      let expected = network.naive().find(search).map(\.practitioner)
      let results = network.find(search)
      #expect(results.hits.map(\.listing.practitioner) == expected, "\(search.query)")
      #expect(results.total == expected.count)
    }
  }

  @Test(arguments: 11...14) func `after any commits it is the index that it would be if it were made anew`(
    seed: Int
  )
    throws
  {
    var network = try Network(seed: seed, count: 40)
    for round in 0..<25 {
      for _ in 0..<(round % 4) { try network.change() }
      network.follow()
      let search = network.sample.search()
      let expected = network.naive().find(search).map(\.practitioner)
      #expect(network.find(search).hits.map(\.listing.practitioner) == expected, "\(search.query)")
    }
    #expect(network.index.shows(network.directory, at: Sample.now))
  }

  @Test func `more commits than it takes one by one are taken all at once`() throws {
    var network = try Network(seed: 15, count: 30)
    for _ in 0..<1_200 { try network.change() }
    network.follow()
    let everybody = network.naive().find(ListingSearch()).map(\.practitioner)
    #expect(network.find(ListingSearch()).hits.map(\.listing.practitioner) == everybody)
  }

  @Test(arguments: 21...24) func `the count of a choice is what is found when it is the one of its name`(
    seed: Int
  ) throws {
    var network = try Network(seed: seed, count: 60)
    for _ in 0..<6 {
      let search = network.sample.search()
      let counts = network.find(search).counts
      for facet in Facet.allCases {
        let term = network.sample.pick(network.sample.reference.facets[facet])
        var chosen = search
        chosen.choose([term.slug], in: facet)
        #expect(counts.facets[facet]?[term.slug] == network.find(chosen).total, "\(chosen.query)")
      }
      for period in WaitingPeriod.allCases {
        var chosen = search
        chosen.longestWait = period
        #expect(counts.waits[period] == network.find(chosen).total, "\(chosen.query)")
      }
      var chosen = search
      chosen.isOfPeers = true
      #expect(counts.peers == network.find(chosen).total)
    }
  }

  @Test(arguments: 31...34) func `every filter only narrows, and what is not to be seen is never found`(
    seed: Int
  ) throws {
    var network = try Network(seed: seed)
    let seen = Set(network.listings.filter(\.isPublished).map(\.practitioner))
    for _ in 0..<25 {
      let search = network.sample.search()
      let found = Set(network.find(search).hits.map(\.listing.practitioner))
      #expect(found.isSubset(of: seen))
      for filter in search.filters {
        let wider = Set(network.find(search.without(filter)).hits.map(\.listing.practitioner))
        #expect(found.isSubset(of: wider), "\(search.query) without \(filter)")
      }
    }
  }

  @Test(arguments: 41...43) func `pages show each once, in the order of the whole`(seed: Int) throws {
    var network = try Network(seed: seed)
    for _ in 0..<12 {
      var search = network.sample.search()
      let whole = network.find(search).hits.map(\.listing.practitioner)
      let pages = network.find(search, pageSize: 7).pageCount
      var paged: [Practitioner.ID] = []
      for page in 1...pages {
        search.page = page
        let results = network.find(search, pageSize: 7)
        #expect(results.firstNumber == (page - 1) * 7 + 1)
        paged += results.hits.map(\.listing.practitioner)
      }
      #expect(paged == whole)
      search.page = pages + 1
      #expect(network.find(search, pageSize: 7).hits.isEmpty)
    }
  }

  @Test(arguments: 51...53)
  func `when nothing is found it says which one filter to drop, and how many there would be`(
    seed: Int
  ) throws {
    var network = try Network(seed: seed, count: 30)
    var told = 0
    for _ in 0..<60 {
      let search = network.sample.search()
      let results = network.find(search)
      guard results.total == 0 else {
        #expect(results.relaxations.isEmpty)
        continue
      }
      let expected = Dictionary(
        uniqueKeysWithValues: search.filters.map { ($0, network.find(search.without($0)).total) }
      ).filter { $0.value > 0 }
      #expect(Dictionary(uniqueKeysWithValues: results.relaxations.map { ($0.filter, $0.total) }) == expected)
      #expect(results.relaxations.map(\.total) == results.relaxations.map(\.total).sorted(by: >))
      told += results.relaxations.count
    }
    #expect(told > 0)
  }

  @Test func `a day that begins is another order, and so is somebody's return`() throws {
    var network = try Network(seed: 61)
    for hours: Double in [0.5, 9, 13, 18, 27, 1_512, 360] {
      let now = Sample.now + hours * 3_600
      network.follow(now: now)
      let asOf = network.index.day.asOf
      #expect(network.index.day.holds(at: now))
      #expect(
        network.find(ListingSearch()).hits.map(\.listing.practitioner)
          == network.naive(asOf).find(ListingSearch()).map(\.practitioner))
      let back = network.listings.filter(\.isPublished).compactMap(\.awayUntil)
      #expect(!back.contains { asOf < $0 && $0 <= now })
    }
  }
}
