import ArgumentParser
import Foundation

/// What the daemon does beside what the machine allows, in one table: medians of runs that take turns.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract:
      "Measures the daemon beside smtp-source, SQLite, nginx, and the same job in Django where that is at hand."
  )

  @Option(help: "The release binary to be measured.") var binary: String
  @Option(help: "Where the members come from: a program that prints so many as JSON lines.") var members:
    String?
  @Option(help: "The folder of the same job in Django.") var peer: String?
  @Option(help: "Runs of each; the median counts.") var runs = 5
  @Option(help: "Members of the large round, and listings that are searched.") var large = 100_000
  @Option(help: "The folder of reference data.") var data = "data"
  @Option(help: "Keeps data between runs.") var work: String?
  @Argument(help: "round, clicks, listings, search, large or digests; all of them without a word.")
  var scenarios: [String] =
    []

  func run() throws {
    let folder = URL(
      fileURLWithPath: work ?? FileManager.default.temporaryDirectory.path + "/helplink-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // smtp-sink and nginx look in as nobody.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    defer { if work == nil { try? FileManager.default.removeItem(at: folder) } }
    let django = try peer.map { folder in
      let own = URL(fileURLWithPath: (work ?? NSTemporaryDirectory()) + "/django")
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      return DjangoPeer(folder: folder, work: own)
    }
    let bench = Scenarios(
      binary: binary, people: Members(program: members), folder: folder, runs: runs, large: large,
      peer: django)
    let wanted =
      scenarios.isEmpty ? ["round", "clicks", "listings", "search", "large", "digests"] : scenarios
    var measures: [Measure] = []
    // What was measured is told, also when the next fails: a run takes half an hour.
    defer { print(Table.text(measures)) }
    for name in wanted {
      switch name {
      case "round": measures += try bench.round()
      case "clicks": measures += try bench.clicks()
      case "listings": measures += try bench.listings()
      case "search":
        let search = Searches(
          members: bench.people, data: URL(fileURLWithPath: data), folder: folder, count: large, runs: runs)
        measures += try search.measure()
      case "large": measures += try bench.largeRound()
      case "digests": measures += try bench.digests()
      default: throw ValidationError("\(name) is none of round, clicks, listings, search, large and digests")
      }
    }
  }
}

/// Says on the terminal what is being done.
func progress(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
