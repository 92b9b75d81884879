import Domain
import Foundation

/// The system's own time-zone data (Debian's package tzdata), which this program compares itself with but
/// never reckons by: Foundation carries its own.
public struct SystemZones: Sendable {
  /// Holds a file a zone, `Australia/Sydney`, and `tzdata.zi`.
  let folder: String
  let programVersion: ZoneDataVersion?

  /// `folder` holds a TZif file for every zone, at the path that is its name.
  public init(folder: String = "/usr/share/zoneinfo") {
    self.init(folder: folder, programVersion: .foundation)
  }

  init(folder: String, programVersion: ZoneDataVersion?) {
    (self.folder, self.programVersion) = (folder, programVersion)
  }

  /// One line for each of the zones whose file differs from what this program reckons between the two
  /// instants, is missing, or cannot be read; one line for all when the folder is missing. Empty: all is
  /// well. A zone named twice is looked at once. Reads files, and no clock.
  public func disagreements(of zones: [TimeZone], from: Date, to: Date) -> [String] {
    guard !zones.isEmpty else { return [] }
    guard isFolder else { return ["the system has no time-zone data in \(folder): install tzdata"] }
    let systemVersion = version
    var seen: Set<String> = []
    return zones.filter { seen.insert($0.identifier).inserted }.compactMap { zone in
      do throws(SystemZoneTrouble) {
        let found = ZoneAgreement.compare(zone, with: try file(of: zone.identifier), from: from, to: to)
        return found?.explanation(programVersion: programVersion, systemVersion: systemVersion)
      } catch {
        return error.explanation(zone: zone.identifier, folder: folder)
      }
    }
  }

  /// The file of a zone.
  func file(of name: String) throws(SystemZoneTrouble) -> ZoneFile {
    guard Self.staysInside(name) else { throw .name }
    let path = folder + "/" + name
    let bytes = try read(path)
    do { return try ZoneFile(bytes: bytes) } catch { throw .damaged(error) }
  }

  /// Whether a name is a path below the folder as IANA writes it: words of letters, digits, `_`, `-` and `+`.
  static func staysInside(_ name: String) -> Bool {
    name.utf8.count <= 255
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty
          && word.unicodeScalars.allSatisfy {
            $0.isASCII
              && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-+".unicodeScalars.contains($0))
          }
      }
  }

  private var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The release that the folder's `tzdata.zi` names.
  private var version: ZoneDataVersion? {
    guard let bytes = try? read(folder + "/tzdata.zi") else { return nil }
    return ZoneDataVersion(tzdata: String(decoding: bytes.prefix(64), as: UTF8.self))
  }

  /// A file's bytes; a megabyte at most. The largest, `tzdata.zi`, has a tenth of that.
  private func read(_ path: String) throws(SystemZoneTrouble) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      throw .missing
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return Array(try handle.read(upToCount: 1 << 20) ?? Data())
    } catch { throw .unreadable(error.localizedDescription) }
  }
}
