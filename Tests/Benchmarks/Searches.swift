import Domain
import Foundation

/// The index of the listings by itself: what 100,000 take, how long a search lasts, and what a click costs.
struct Searches {
  let members: Members
  let data: URL
  let folder: URL
  let count: Int
  let runs: Int

  private static let zone = TimeZone(identifier: "Australia/Sydney") ?? .gmt

  func measure() throws -> [Measure] {
    let reference = try reference()
    let resting = try Self.memory()
    var directory = try self.directory(reference)
    var index = SearchIndex(directory, reference: reference, now: Date(), zone: Self.zone)
    let memory = try Self.memory() - resting
    var search = Measure(
      name: "a search of \(count), median", unit: "ms", moreIsBetter: false, limitName: "promised")
    var slowest = Measure(name: "and its p99", unit: "ms", moreIsBetter: false, limitName: "promised")
    var click = Measure(
      name: "a click, until it can be found", unit: "ms", moreIsBetter: false, limitName: "promised")
    var match = Measure(
      name: "an enquiry matched among \(count), median", unit: "ms", moreIsBetter: false,
      limitName: "promised")
    var slowestMatch = Measure(
      name: "an enquiry matched, p99", unit: "ms", moreIsBetter: false, limitName: "promised")
    for run in 1...runs {
      progress("searches \(run) of \(runs)")
      let times = searches(reference).map { one in
        Self.milliseconds { _ = index.find(one, near: reference.localities.near(one.near).point) }
      }.sorted()
      search.ours.append(times[times.count / 2])
      slowest.ours.append(times[times.count * 99 / 100])
      let matches = matches(index, reference).sorted()
      match.ours.append(matches[matches.count / 2])
      slowestMatch.ours.append(matches[matches.count * 99 / 100])
      click.ours.append(clicks(&directory, &index, reference))
    }
    var size = Measure(
      name: "memory of \(count) listings", unit: "MiB", moreIsBetter: false, limitName: "promised")
    size.ours = [memory]
    (size.limit, search.limit, slowest.limit, click.limit, match.limit) = ([200], [10], [10], [10], [250])
    return [size, search, slowest, click, match, slowestMatch]
  }

  /// Of every kind: words, one filter or many, distances, all orders, first pages and later ones.
  private func searches(_ reference: ReferenceData) -> [ListingSearch] {
    var queries = [
      "", "sort=name", "near=3121&sort=distance", "near=2000&within=10&sort=distance&page=9", "q=a", "q=anx",
      "q=couples+evening", "q=bpd", "wait=1-month", "page=2000", "sort=name&page=1500",
      "near=4075&sort=distance&page=1800",
    ]
    for suggested in reference.suggestedSearches { queries.append(suggested.search.query) }
    for term in reference.facets[.area] + reference.facets[.modality] {
      let facet = reference.facets.label(of: term.slug, in: .area) == nil ? "modality" : "area"
      queries.append("\(facet)=\(term.slug)&near=3000&within=25&sort=distance")
      queries.append(
        "\(facet)=\(term.slug)&wait=3-months&funding=private&mode=in-person&mode=video-telehealth&q=\(term.label.prefix(3))"
      )
    }
    return queries.map { SearchReading(query: $0, terms: reference.facets).search }
  }

  /// Milliseconds of the median click: a wait that is said anew, and the index brought up to it, while a request still reads.
  private func clicks(_ directory: inout Directory, _ index: inout SearchIndex, _ reference: ReferenceData)
    -> Double
  {
    let members = directory.byAvailability(now: Date()).prefix(200)
    let times = members.map { listing in
      let reading = (directory, index)
      defer { withExtendedLifetime(reading) {} }
      var said = listing
      said.wait = StatedWait(.closed, confirmedAt: Date(), means: .email)
      return Self.milliseconds {
        directory.set(said, of: said.practitioner)
        index.follow(directory, reference: reference, now: Date(), zone: Self.zone)
      }
    }
    return times.sorted()[times.count / 2]
  }

  /// Milliseconds for each enquiry to find who fits, of everybody, and to draw the orders that the site chooses among.
  private func matches(_ index: SearchIndex, _ reference: ReferenceData) -> [Double] {
    let rules = MatchingRules()
    return enquiries(reference, rules).map { needs in
      Self.milliseconds {
        let matching = Matching(index, needs: needs, rules: rules, now: Date())
        for seed in 0..<MatchOrderDecision.draws {
          _ = matching.practitioners(rules.shown, seed: UInt64(seed))
        }
      }
    }
  }

  /// Of every kind: near or from afar, all ages, one worry or two, paid in any way or in one, with wishes and without.
  private func enquiries(_ reference: ReferenceData, _ rules: MatchingRules) -> [SeekerNeeds] {
    let places = ["3000", "2000", "4075", "6000", "5000", "0870"]
    let ways: [Set<String>] = [
      ["in-person"], ["in-person", "video-telehealth", "phone"], ["video-telehealth"],
    ]
    let ages = reference.taxonomy.ageGroups.terms.map(\.slug)
    return places.flatMap { place in ways.flatMap { way in ages.map { (place, way, $0) } } }.enumerated().map
    {
      number, asked in
      var needs = SeekerNeeds()
      needs.modes = asked.1
      needs.origin = reference.localities.near(asked.0).point
      needs.within = Double(rules.within)
      needs.ages = [asked.2]
      needs.clients = ["individual"]
      needs.concerns = [.init([.area: ["anxiety", "phobias"]])]
      if number.isMultiple(of: 2) { needs.concerns.append(.init([.area: ["grief-loss"]])) }
      if number.isMultiple(of: 3) { needs.funding = ["private"] }
      if number.isMultiple(of: 5) { (needs.language, needs.genders) = ("ar", ["female"]) }
      return needs
    }
  }

  private static func milliseconds(_ work: () -> Void) -> Double {
    let start = ContinuousClock.now
    work()
    let took = ContinuousClock.now - start
    return Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1_000
  }

  private func directory(_ reference: ReferenceData) throws -> Directory {
    let file = folder.appendingPathComponent("search.jsonl")
    try members.write(count, to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reading = PractitionerImport(reference: reference)
    var directory = Directory([Listing]())
    var chance = SystemRandomNumberGenerator()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let read = try reading.read(String(line))
      let member = Practitioner(
        id: Identifier(using: &chance), name: read.name, email: read.email, joinedAt: Date())
      directory.set(
        Self.openToSeekers(Listing(of: member, profile: read.profile, wait: read.wait)), of: member.id)
    }
    return directory
  }

  /// As if all of them wanted to be found by help seekers, and might be: no search takes longer for it.
  private static func openToSeekers(_ listing: Listing) -> Listing {
    var listing = listing
    listing.profile.clientTypes = Array(Set(listing.profile.clientTypes).union(["individual"])).sorted()
    listing.wait?.confirmedAt = Date() - 3 * 86_400
    listing.facts = ListingFacts(
      isOpenToSeekers: true, verification: .init(number: listing.profile.registrationNumber, at: Date()))
    return listing
  }

  private func reference() throws -> ReferenceData {
    func content(_ name: String) throws -> Data { try Data(contentsOf: data.appendingPathComponent(name)) }
    let taxonomy = try Taxonomy(json: content("practice-taxonomy.json"))
    return ReferenceData(
      taxonomy: taxonomy, languages: try LanguageNames(json: content("languages.json")),
      localities: try Localities(
        csv: String(decoding: content("au-localities.csv"), as: UTF8.self),
        regions: Regions(json: content("au-regions.json"))),
      commonPasswords: try CommonPasswords(
        text: String(decoding: content("common-passwords.txt"), as: UTF8.self)))
  }

  /// MiB that this process has in memory, with what its allocator keeps for later.
  private static func memory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
  }
}
