import Domain
import Foundation
import Mail

/// The file of the table of places, in the folder that the configuration names.
struct PlacesTable {
  let folder: String
  /// The file itself, where its name is a link to it.
  let path: String

  init(folder: String) {
    self.folder = folder
    path = URL(fileURLWithPath: folder + "/au-localities.csv").resolvingSymlinksInPath().path
  }

  /// Refuses what an import could not write, or what a package would undo.
  func checkIsWritable(configuration: String) throws {
    let isOfPackage = path.hasPrefix("/usr/")
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard isOfPackage || access(parent, W_OK) != 0 else { return }
    let why =
      isOfPackage
      ? "came with the package, whose next version would undo an import" : "cannot be written by you"
    throw Failure(
      "\(parent) \(why); copy it to a folder of your own, and name that one as data in \(configuration)")
  }

  /// What takes lines into the table.
  func importing(regions: Regions, moves: Bool, year: Int) throws -> PlacesImport {
    guard let table = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("\(path): cannot be read as UTF-8")
    }
    return try PlacesImport(into: table, regions: regions, moves: moves, source: "geonames-\(year)")
  }

  /// Puts a new table in the place of the old, for those who may read that.
  func write(_ table: String) throws {
    do throws(DurableFile.Failure) { try DurableFile.renew(path, with: Array(table.utf8)) } catch {
      throw Failure("\(path) cannot be written: \(error)")
    }
  }

  /// The year that rows taken in now are told by.
  static func year(_ now: Date) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.component(.year, from: now)
  }
}
