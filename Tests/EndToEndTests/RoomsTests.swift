import Foundation
import Testing

@Suite struct `The rooms` {
  /// What each target may import of ours.
  private static let allowed: [String: Set<String>] = [
    "Domain": [],
    "Store": ["Domain"],
    "Mail": ["Domain", "CCurl", "COpenSSL"],
    "Web": ["Domain", "Store", "COpenSSL", "CGD", "CZlib"],
    "Automation": ["Domain", "Store", "Mail"],
    "helplink": ["Domain", "Store", "Mail", "Web", "Automation", "CCurl", "COpenSSL"],
  ]
  private static let ours = Set(allowed.keys).union(["CCurl", "COpenSSL", "CGD", "CZlib"])
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  private static func swiftFiles(in room: String) throws -> [URL] {
    let folder = sources.appendingPathComponent(room)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .map { folder.appendingPathComponent($0) }
  }

  private static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"),
        words[..<at].allSatisfy({ $0.hasPrefix("@") || $0 == "public" })
      else {
        return nil
      }
      return words.last.map { String($0.split(separator: ".")[0]) }
    }
  }

  @Test(arguments: allowed.keys.sorted())
  func `a room imports only what the table allows`(room: String) throws {
    let files = try Self.swiftFiles(in: room)
    #expect(!files.isEmpty)
    for file in files {
      let reached = Set(try Self.imports(of: file)).intersection(Self.ours)
      let wrong = reached.subtracting(Self.allowed[room] ?? [])
      #expect(wrong.isEmpty, "\(file.lastPathComponent) imports \(wrong.sorted())")
    }
  }

  @Test func `Domain imports nothing that reads a clock, a file or the network`() throws {
    for file in try Self.swiftFiles(in: "Domain") {
      #expect(
        Set(try Self.imports(of: file)).isSubset(of: ["Foundation", "Crypto"]), "\(file.lastPathComponent)")
      let text = try String(contentsOf: file, encoding: .utf8)
      for clock in ["Date()", "Date.now", "ContinuousClock", ".random(", "FileManager", "URLSession"] {
        #expect(!text.contains(clock), "\(file.lastPathComponent) has \(clock)")
      }
    }
  }

  @Test func `SQL stands in Store alone`() throws {
    for room in Self.allowed.keys where room != "Store" {
      for file in try Self.swiftFiles(in: room) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for verb in ["SELECT ", "INSERT INTO ", "UPDATE outbox", "DELETE FROM "] {
          #expect(!text.contains(verb), "\(file.lastPathComponent) has \(verb)")
        }
      }
    }
  }
}
