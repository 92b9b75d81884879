import Domain
import Foundation

/// One search of one member, as far as it was understood, with what it found.
struct FoundListings: Sendable {
  let reading: SearchReading
  let place: NearPlace
  let results: SearchResults
  let view: ListingView
  /// The moment of the index that was searched.
  let moment: Date

  var search: ListingSearch { reading.search }

  /// Searches for a member; `index` is of the moment.
  init(_ reading: SearchReading, for member: Practitioner, in index: SearchIndex, site: Site, pageSize: Int) {
    self.reading = reading
    moment = index.moment
    view = ListingView(site: site, reader: member, directory: index.directory)
    place = site.reference.localities.near(reading.search.near)
    results = index.find(
      reading.search, near: place.point,
      peers: view.recommendations.recommendedByPeers(of: member.id, in: index.directory), pageSize: pageSize)
  }

  /// The address of a search.
  static func path(_ search: ListingSearch) -> LinkTarget {
    let query = search.query
    return LinkTarget(query.isEmpty ? "/listings" : "/listings?\(query)")
  }

  /// What was wrong with the address, by the fields of the form.
  var problems: Problems {
    var problems = Problems()
    for problem in reading.problems { problems.add(problem.sentence, about: Self.field(problem.name)) }
    if place == .unknown {
      problems.add(
        "There is no place called “\(search.near)”. Type a suburb, a town or a postcode.", about: "find-place"
      )
    }
    return problems
  }

  /// The field that a problem is about. What the form does not send as it is typed leads to the words.
  private static func field(_ name: SearchName) -> String {
    switch name {
    case .near: "find-place"
    case .wait, .within, .sort, .recommended: name.rawValue
    default: Facet(rawValue: name.rawValue) == nil ? "q" : "fold-\(name.rawValue)"
    }
  }
}
