import Foundation
import Mail

extension Configuration {
  /// Reads the file at `path`, with the environment and the credentials that `$CREDENTIALS_DIRECTORY` holds over it.
  /// Throws every mistake in any of them.
  static func load(
    path: String, environment: [String: String], installed: InstalledFolders = InstalledFolders()
  ) throws(ConfigurationMistakes) -> Configuration {
    try ConfigurationDraft.load(path: path, environment: environment, installed: installed).right()
  }
}

extension ConfigurationDraft {
  /// The same, as far as it can be read.
  static func load(path: String, environment: [String: String], installed: InstalledFolders)
    -> ConfigurationDraft
  {
    let yaml: String
    do { yaml = try WrittenFile.text(at: path, mayBePipe: true) } catch {
      let remedy = error.line == nil ? "; name the configuration with --config FILE" : ""
      return ConfigurationDraft(
        nothingBut: ConfigurationMistake(
          source: path, line: error.line, column: error.column, key: "", message: error.message + remedy))
    }
    let (credentials, refused) = environment["CREDENTIALS_DIRECTORY"].map(credentials) ?? ([:], [:])
    return ConfigurationDraft(
      yaml: yaml, fileName: path, environment: environment, credentials: credentials,
      refusedCredentials: refused, installed: installed)
  }

  /// Names and contents of the credentials that are meant for the configuration, and what is wrong with the others, by what
  /// a mistake calls them.
  private static func credentials(in folder: String) -> (
    contents: [String: String], refused: [String: String]
  ) {
    var contents: [String: String] = [:]
    var refused: [String: String] = [:]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return ([:], ["CREDENTIALS_DIRECTORY": "is not a folder that can be read"])
    }
    for name in names where WrittenSettings.isOurs(credential: name) {
      let path = folder + "/" + name
      do throws(SecretFile.Refusal) { contents[name] = try SecretFile.text(at: path) } catch {
        refused["credential \(name)"] = error.description.replacing(path + ": ", with: "")
      }
    }
    return (contents, refused)
  }
}
