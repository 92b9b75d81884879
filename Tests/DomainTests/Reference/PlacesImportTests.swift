import Foundation
import Testing

@testable import Domain

/// A dump of GeoNames, taken into a table.
struct PlacesImportTests {
  private static let table = """
    postcode,locality,state,latitude,longitude,accuracy,kind,source
    0872,Alcoota,NT,-22.7000,134.4000,3,street,geonames-2024
    2880,Broken Hill,NSW,-31.9500,141.4500,4,street,override
    2899,Norfolk Island,NSW,-29.0364,167.9596,1,street,geonames-2024
    4075,Corinda,QLD,-27.5433,152.9824,4,street,geonames-2024
    4075,Graceville,QLD,-27.5200,152.9800,4,street,geonames-2024

    """

  private func line(
    _ postcode: String, _ name: String, _ state: String, _ latitude: String, _ longitude: String,
    accuracy: String = "4"
  ) -> String {
    ["AU", postcode, name, "State", state, "REGION", "", "Town", "12345", latitude, longitude, accuracy]
      .joined(separator: "\t")
  }

  private func taking(_ lines: [String], moves: Bool = false) throws -> PlacesImport {
    var places = try PlacesImport(
      into: Self.table, regions: RepositoryData.regions(), moves: moves, source: "geonames-2026")
    for (index, line) in lines.enumerated() { places.take(Substring(line), number: index + 1) }
    return places
  }

  @Test(arguments: [false, true])
  func `of what the table has already, not a letter changes`(moves: Bool) throws {
    let places = try taking(
      [
        line("4075", "Corinda", "QLD", "-27.5433", "152.9824", accuracy: "1"), "",
        line("4075", "GRACEVILLE", "QLD", "-27.52", "152.98"),
      ], moves: moves)
    #expect(places.table == Self.table && places.report.kept == 2 && !places.report.changesTable)
  }

  @Test func `new places stand where their postcodes and names belong, and all else stays to the letter`()
    throws
  {
    let places = try taking([
      line("9726", "Gold Coast MC", "QLD", "-27.96", "153.41", accuracy: ""),
      line("4075", "Chelmer", "QLD", "-27.51304", "152.97696"),
      line("0800", "Darwin", "NT", "-12.4611", "130.8418"),
      line("4075", "Oxley", "QLD", "-27.55", "152.98", accuracy: "1"),
    ])
    #expect(places.report.added == 4 && places.report.refused == [])
    let old = Self.table.split(separator: "\n").map(String.init)
    let new = [
      "0800,Darwin,NT,-12.4611,130.8418,4,street,geonames-2026",
      "4075,Chelmer,QLD,-27.5130,152.9770,4,street,geonames-2026",
      "4075,Oxley,QLD,-27.5500,152.9800,1,street,geonames-2026",
      "9726,Gold Coast MC,QLD,-27.9600,153.4100,0,postal,geonames-2026",
    ]
    let whole = [old[0], new[0]] + old[1...3] + [new[1]] + old[4...5] + new[2...]
    #expect(places.table == whole.joined(separator: "\n") + "\n")
    #expect(try Localities(csv: places.table, regions: RepositoryData.regions()).rows.count == 9)
  }

  @Test
  func
    `a move is told when it is over 25 km, and made when it is asked for, but not of what was set by hand`()
    throws
  {
    let lines = [
      line("4075", "Corinda", "QLD", "-27.5500", "152.9824"),
      line("4075", "Graceville", "QLD", "-26.52", "152.98"),
      line("2880", "Broken Hill", "NSW", "-31.00", "141.45"),
    ]
    let told = [(2, "Graceville QLD 4075", 111), (3, "Broken Hill NSW 2880", 106)]
    let (staying, moving) = (try taking(lines), try taking(lines, moves: true))
    #expect(staying.table == Self.table && staying.report.kept == 3 && staying.report.moved == 0)
    #expect(
      staying.report.far == told.map { .init(line: $0.0, place: $0.1, kilometres: $0.2, isMoved: false) })
    #expect(moving.report.kept == 1 && moving.report.moved == 2)
    #expect(moving.report.far.map(\.isMoved) == [true, false])
    let expected = Self.table
      .replacing(
        "4075,Corinda,QLD,-27.5433,152.9824,4,street,geonames-2024",
        with: "4075,Corinda,QLD,-27.5500,152.9824,4,street,geonames-2026"
      )
      .replacing(
        "4075,Graceville,QLD,-27.5200,152.9800,4,street,geonames-2024",
        with: "4075,Graceville,QLD,-26.5200,152.9800,4,street,geonames-2026")
    #expect(moving.table == expected)
  }

  @Test func `of several lines about one place the first counts`() throws {
    let places = try taking([
      line("4075", "Oxley", "QLD", "-27.55", "152.98"), line("4075", "oxley", "QLD", "-20.00", "150.00"),
    ])
    #expect(places.report.added == 1 && places.report.repeated == 1)
    #expect(places.table.contains("4075,Oxley,QLD,-27.5500,152.9800"))
  }

  /// Norfolk Island as the dump of 2025 had it lies in New South Wales; 0872 is in three states.
  @Test func `a point outside its state is refused, wherever a state's islands and crossing postcodes are`()
    throws
  {
    let cases: [(line: String, isIn: Bool)] = [
      (line("2899", "Kingston", "NSW", "-29.05", "167.96"), true),
      (line("2899", "Kingston", "NSW", "-33.00", "149.00"), false),
      (line("0872", "Anangu", "NT", "-26.50", "131.00"), true),
      (line("0870", "Anangu", "NT", "-26.50", "131.00"), false),
      (line("2540", "Jervis Bay", "ACT", "-35.15", "150.70"), true),
      (line("6798", "Settlement", "WA", "-10.42", "105.67"), true),
      (line("6798", "Settlement", "WA", "-31.95", "115.86"), false),
      (line("4075", "Oxley", "QLD", "-37.80", "144.90"), false),
      (line("4075", "Oxley", "QLD", "27.55", "152.98"), false),
      (line("7000", "Here", "TAS", "0", "0"), false),
    ]
    let places = try taking(cases.map(\.line))
    let outside = cases.indices.filter { !cases[$0].isIn }.map { $0 + 1 }
    #expect(places.report.refused.map(\.line) == outside)
    #expect(
      places.report.refused.first?.why
        == "Kingston NSW 2899 would lie outside its state, at -33.0000, 149.0000")
  }

  @Test(arguments: [
    ("x", "has 1 fields instead of 12"), ("AU,2880", "has 1 fields instead of 12"),
    ("NZ\t0600\tX\tA\tWA\t\t\t\t\t-36\t174\t4", "the country is not AU"),
    ("AU\t2880\tX\tA\tUT\t\t\t\t\t-31\t141\t4", "the state, the fifth field, is none of Australia's"),
    ("AU\t288\tX\tA\tNSW\t\t\t\t\t-31\t141\t4", "the postcode must have four digits"),
    ("AU\t2880\t\tA\tNSW\t\t\t\t\t-31\t141\t4", "the locality must have a name, without quotes"),
    ("AU\t2880\tA \"B\"\tA\tNSW\t\t\t\t\t-31\t141\t4", "the locality must have a name, without quotes"),
    ("AU\t2880\tA, B\tA\tNSW\t\t\t\t\t-31\t141\t4", "the place's name has a comma"),
    ("AU\t2880\tX\tA\tNSW\t\t\t\t\tnan\t141\t4", "the latitude must be a number of degrees, -90 to 90"),
    ("AU\t2880\tX\tA\tNSW\t\t\t\t\t-31\t\t4", "the longitude must be a number of degrees, -180 to 180"),
    ("AU\t2880\tX\tA\tNSW\t\t\t\t\t-31\t141\tgood", "the accuracy must be nothing, or a number from 1 to 6"),
    ("AU\t2880\tX\tA\tNSW\t\t\t\t\t-31\t141\t4\t", "has 13 fields instead of 12"),
  ])
  func `a line that is none is named with its reason, and the table stays`(text: String, why: String) throws {
    let places = try taking(["", text])
    #expect(places.report.refused == [.init(line: 2, why: why)])
    #expect(places.table == Self.table)
  }

  @Test func `a table that cannot be read takes nothing`() throws {
    #expect(throws: LocalitiesError.self) {
      _ = try PlacesImport(into: "a\nb", regions: RepositoryData.regions(), moves: false, source: "x")
    }
  }

  @Test func `every place that ships lies within its state, and a dump of them changes nothing`() throws {
    let table = String(decoding: try RepositoryData.content("au-localities.csv"), as: UTF8.self)
    var places = try PlacesImport(into: table, regions: RepositoryData.regions(), moves: true, source: "x")
    for (index, row) in try RepositoryData.localities().rows.enumerated() {
      let place = row.location
      let line = line(place.postcode, place.locality, place.state, "\(row.latitude)", "\(row.longitude)")
      places.take(Substring(line), number: index + 1)
    }
    #expect(places.report.refused == [] && places.report.kept == 17_841 && places.table == table)
  }
}
