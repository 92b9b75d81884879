import ArgumentParser
import Domain
import Foundation
import Mail

extension Places {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in places from GeoNames' postal codes of Australia.",
      discussion: """
        The file is AU.txt of https://download.geonames.org/export/zip/AU.zip, as it is. Places that are new are added; \
        those that are there stay where they are, unless --update moves them (but none that was set by hand). Told are \
        moves over 25 km. Left out are lines that are wrong, and points outside their place's state. A daemon takes it up \
        when it is started again.
        """)
    @OptionGroup var options: Options
    @Argument(help: ArgumentHelp("The file.", valueName: "AU.txt")) var file: String
    @Flag(help: "Move places to where the file says that they are.") var update = false
    @Flag(help: "Say what would happen, and write nothing.") var dryRun = false

    func run() throws {
      let reference = try options.reference()
      let table = PlacesTable(folder: try options.configuration().folders.data)
      if !dryRun { try table.checkIsWritable(configuration: options.config) }
      let lines = try InputFile(file).lines()
      var places = try table.importing(
        regions: reference.localities.regions, moves: update, year: PlacesTable.year(Date()))
      for (index, line) in lines.enumerated() {
        places.take(line, number: index + 1)
        if (index + 1) % 1_000 == 0 || index + 1 == lines.count {
          Progress.show(index + 1, of: lines.count, "lines")
        }
      }
      if !dryRun, places.report.changesTable { try table.write(places.table) }
      try options.show(try Report(places.report, text: words(places.report, table)))
      if !places.report.refused.isEmpty {
        throw Failure("\(places.report.refused.count) lines were refused")
      }
    }

    /// A line a problem, in the order of the file, then what became of the rest.
    private func words(_ report: PlacesImport.Report, _ table: PlacesTable) -> String {
      let refused = report.refused.map { ($0.line, "line \($0.line): \($0.why)") }
      let far = report.far.map { far in
        let end = !far.isMoved ? "it stays" : dryRun ? "it would be moved" : "it was moved"
        return (far.line, "line \(far.line): \(far.place) stands \(far.kilometres) km away: \(end)")
      }
      let problems = (refused + far).sorted { $0.0 < $1.0 }.map(\.1)
      let counts =
        "\(report.added) added, \(report.moved) moved, \(report.kept) kept, \(report.repeated) repeated, "
        + "\(report.refused.count) refused"
      return (problems + [counts, ending(report, table)]).joined(separator: "\n")
    }

    private func ending(_ report: PlacesImport.Report, _ table: PlacesTable) -> String {
      if !report.changesTable { return "\(table.path) stays as it is" }
      return dryRun
        ? "Nothing was written: this was a dry run"
        : "\(table.path) is written; a daemon that runs takes it up when it is started again"
    }
  }
}
