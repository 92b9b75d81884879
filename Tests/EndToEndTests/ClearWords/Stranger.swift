import Foundation

/// Files that the program may not read, whoever runs the tests. Root may read all, so then the file is given to another user and
/// the program is run by a root without capabilities.
enum Stranger {
  /// The user `nobody` of Debian.
  static let number = 65_534

  static var isRoot: Bool { geteuid() == 0 }

  /// Closes a file or folder, and returns what stands before the program's path on a command line.
  static func close(_ path: String) throws -> [String] {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    guard isRoot else { return [] }
    try give(path)
    return ["/usr/bin/setpriv", "--bounding-set=-all", "--inh-caps=-all"]
  }

  /// Makes a file or folder another user's. Wants root.
  static func give(_ path: String) throws {
    try FileManager.default.setAttributes([.ownerAccountID: number], ofItemAtPath: path)
  }
}
