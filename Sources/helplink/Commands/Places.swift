import ArgumentParser
import Domain
import Foundation

/// The table of places. It is a file that daemons read when they start: these commands ask none.
struct Places: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suburbs, towns and postcodes: find them, and take in newer ones.",
    subcommands: [Search.self, Import.self])

  struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find places by the beginning of a name or a postcode, as the site suggests them.")
    @OptionGroup var options: Options
    @Argument(help: "Such as rich, 'richmond v' or 3121.") var text: [String]
    @Option(help: "How many at the most.") var limit = 10

    private struct Facts: Encodable {
      var place: String
      var postcode: String
      var locality: String
      var state: String
      var latitude: Double
      var longitude: Double
      var timeZone: String?
    }

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
    }

    func run() async throws {
      let places = try options.reference().localities
      let facts = places.suggestions(for: text.joined(separator: " "), atMost: limit).map { row in
        Facts(
          place: row.location.label, postcode: row.location.postcode, locality: row.location.locality,
          state: row.location.state, latitude: row.latitude, longitude: row.longitude,
          timeZone: places.timeZone(of: row.location))
      }
      try options.show(try Report(facts, text: facts.map(\.place).joined(separator: "\n")))
    }
  }
}

extension Options {
  /// The data that the configuration names, or exit 78 with every mistake in it.
  func reference() throws -> ReferenceData {
    let folder = try configuration().folders.data
    do throws(ReferenceDataMistakes) { return try ReferenceData.load(folder: folder) } catch {
      throw Failure.configuration(error)
    }
  }
}
