import Domain

/// Where the practitioners of the demo work: around cities and towns of every state and territory.
struct DemoPlaces {
  /// A city or town, how often it is chosen among the others, and how far around it practices lie.
  private struct Town {
    let place: PracticeLocation
    let share: Double
    let kilometres: Double

    init(_ postcode: String, _ name: String, _ state: String, _ share: Double, _ kilometres: Double) {
      place = PracticeLocation(postcode: postcode, locality: name, state: state)
      self.share = share
      self.kilometres = kilometres
    }
  }

  private static let towns = [
    Town("2000", "Sydney", "NSW", 30, 28), Town("2150", "Parramatta", "NSW", 10, 18),
    Town("2300", "Newcastle", "NSW", 6, 18), Town("2500", "Wollongong", "NSW", 5, 15),
    Town("2250", "Gosford", "NSW", 3, 15), Town("2480", "Lismore", "NSW", 2, 25),
    Town("2880", "Broken Hill", "NSW", 1.5, 5), Town("2640", "Albury", "NSW", 2, 12),
    Town("3000", "Melbourne", "VIC", 40, 30), Town("3220", "Geelong", "VIC", 5, 15),
    Town("3350", "Ballarat", "VIC", 3, 12), Town("3550", "Bendigo", "VIC", 3, 15),
    Town("4000", "Brisbane City", "QLD", 22, 25), Town("4215", "Southport", "QLD", 7, 18),
    Town("4558", "Maroochydore", "QLD", 4, 15), Town("4810", "Townsville City", "QLD", 2, 12),
    Town("4870", "Cairns City", "QLD", 3, 15), Town("5000", "Adelaide", "SA", 14, 20),
    Town("5290", "Mount Gambier", "SA", 1.5, 12), Town("6000", "Perth", "WA", 18, 25),
    Town("6160", "Fremantle", "WA", 4, 8), Town("6725", "Broome", "WA", 1.5, 10),
    Town("7000", "Hobart", "TAS", 5, 12), Town("7250", "Launceston", "TAS", 3, 10),
    Town("2601", "Canberra", "ACT", 8, 15), Town("0800", "Darwin", "NT", 4, 18),
    Town("0870", "Alice Springs", "NT", 2, 8),
  ]

  /// The localities around one town.
  private struct Surroundings {
    let share: Double
    let places: [PracticeLocation]
  }

  private let surroundings: [Surroundings]

  /// Looks up the towns. One that the table does not have is left out.
  init(_ localities: Localities) {
    let streets = Dictionary(grouping: localities.rows.filter { $0.kind == .street }, by: \.location.state)
    surroundings = Self.towns.compactMap { town in
      guard let centre = localities.row(of: town.place) else { return nil }
      let near = (streets[town.place.state] ?? []).filter { centre.kilometres(to: $0) <= town.kilometres }
      return Surroundings(share: town.share, places: Self.lowestPostcodes(near))
    }
  }

  /// One place, and sometimes a second one near it; none when the table has none of the towns.
  func pick(_ chance: inout DemoChance) -> [PracticeLocation] {
    guard let town = chance.one(of: surroundings, weight: \.share) else { return [] }
    return chance.some(chance.happens(0.25) ? 2 : 1, of: town.places)
  }

  /// Large cities have a row for each postcode of their post offices; people are seen at the first.
  private static func lowestPostcodes(_ rows: [Locality]) -> [PracticeLocation] {
    var seen: Set<String> = []
    return rows.map(\.location).sorted { $0.postcode < $1.postcode }.filter {
      seen.insert($0.locality).inserted
    }
  }
}
