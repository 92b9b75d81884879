import Foundation
import Testing

@testable import helplink

/// Places are found, and taken in from GeoNames' file.
@Suite(.timeLimit(.minutes(5)))
struct PlacesCommandTests {
  private struct Place: Decodable, Equatable {
    let place: String
    let timeZone: String
  }

  private struct Imported: Decodable {
    let added: Int
    let moved: Int
    let kept: Int
    let refused: [Refused]
    struct Refused: Decodable { let line: Int }
  }

  /// New, there already, far from where it stood, outside its state, and no line of GeoNames' at all.
  private static let dump = """
    AU\t4075\tCorinda Heights\tQueensland\tQLD\tBRISBANE\t31000\t\t\t-27.5444\t152.9801\t4
    AU\t4075\tCorinda\tQueensland\tQLD\tBRISBANE\t31000\t\t\t-27.5365\t152.9730\t4
    AU\t4075\tSherwood\tQueensland\tQLD\tBRISBANE\t31000\t\t\t-26.5300\t152.9800\t4
    AU\t2899\tNorfolk Island\tNew South Wales\tNSW\t\t\t\t\t-33.0000\t149.0000\t1
    2899,Norfolk Island

    """

  /// A site whose data are a copy of those that ship.
  private func using(_ test: (Installation, String) async throws -> Void) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let folder = scratch.path("data")
      try FileManager.default.copyItem(atPath: Binary.repository.path + "/data", toPath: folder)
      try site.configure("data: \(folder)")
      try scratch.write("AU.txt", Self.dump)
      try await test(site, folder + "/au-localities.csv")
    }
  }

  private func lines(_ path: String) throws -> Set<String> {
    Set(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init))
  }

  @Test func `places are found as the site suggests them`() async throws {
    try await using { site, _ in
      let ended = try await site.command("places", "search", "richmond", "v")
      #expect(
        ended.code == 0 && ended.output == "Richmond Vale NSW 2323\nRichmond VIC 3121\n", "\(ended.errors)")
      let found = try await site.facts([Place].self, "places", "search", "2880", "--limit", "1")
      #expect(found.map(\.timeZone) == ["Australia/Broken_Hill"])
      let none = try await site.command("places", "search", "%<script>zz")
      #expect(none.code == 0 && none.output == "")
      #expect(try await site.command("places", "search", "x", "--limit", "0").code == 64)
    }
  }

  @Test func `a dump is tried, taken in, and found at the next start`() async throws {
    try await using { site, table in
      let before = try lines(table)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: table)
      let file = site.scratch.path("AU.txt")
      let tried = try await site.command("places", "import", file, "--dry-run", "--update")
      #expect(tried.code == 1 && tried.output.contains("1 added, 1 moved, 1 kept, 0 repeated, 2 refused"))
      #expect(tried.output.contains("Nothing was written"), "\(tried.output)")
      #expect(try lines(table) == before)

      let taken = try await site.command("places", "import", file)
      #expect(taken.code == 1 && taken.errors == "2 lines were refused\n")
      let told = taken.output.split(separator: "\n").map(String.init)
      #expect(told.count == 5, "\(taken.output)")
      #expect(
        told[0].hasPrefix("line 3: Sherwood QLD 4075 stands 11") && told[0].hasSuffix("km away: it stays"))
      #expect(told[1] == "line 4: Norfolk Island NSW 2899 would lie outside its state, at -33.0000, 149.0000")
      #expect(told[2] == "line 5: has 1 fields instead of 12")
      #expect(told[3] == "1 added, 0 moved, 2 kept, 0 repeated, 2 refused")
      #expect(told[4].hasPrefix("\(table) is written; a daemon that runs takes it up"))
      let new = try lines(table).subtracting(before)
      let year = PlacesTable.year(Date())
      #expect(new == ["4075,Corinda Heights,QLD,-27.5444,152.9801,4,street,geonames-\(year)"])
      #expect(before.isSubset(of: try lines(table)))
      let attributes = try FileManager.default.attributesOfItem(atPath: table)
      #expect(attributes[.posixPermissions] as? Int == 0o644)

      _ = try await site.serve()
      #expect(
        try await Visitor.get(site.url + "/places?q=corinda%20h").body.contains("Corinda Heights QLD 4075"))
      let again = try await site.facts([Place].self, "places", "search", "corinda heights")
      #expect(again.count == 1)
    }
  }

  @Test func `a file that is right ends with 0, also when everything in it is there`() async throws {
    try await using { site, table in
      let right = Self.dump.split(separator: "\n").prefix(2).joined(separator: "\n")
      let file = try site.scratch.write("right.txt", right)
      let facts = try await site.facts(Imported.self, "places", "import", file)
      #expect(facts.added == 1 && facts.kept == 1 && facts.moved == 0 && facts.refused.isEmpty)
      let again = try await site.command("places", "import", file)
      #expect(again.code == 0 && again.output.hasSuffix("\(table) stays as it is\n"), "\(again.output)")
    }
  }

  @Test func `what is not there, and what a package brought, is named`() async throws {
    try await using { site, _ in
      let ended = try await site.command("places", "import", "/none.txt")
      #expect(ended.code == 1 && ended.errors == "/none.txt: there is no such file\n")
    }
    for (folder, why) in [
      ("/usr/share/helplink/data", "came with the package, whose next version would undo an import"),
      ("/none/of/ours", "cannot be written by you"),
    ] {
      let failure = #expect(throws: Failure.self) {
        try PlacesTable(folder: folder).checkIsWritable(configuration: "/etc/helplink/helplink.yaml")
      }
      #expect(
        failure?.description
          == "\(folder) \(why); copy it to a folder of your own, and name that one as data in /etc/helplink/helplink.yaml"
      )
    }
  }
}
