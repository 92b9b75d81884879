import Foundation

extension Configuration {
  /// Reads the file at `path`, with the environment and the credentials that `$CREDENTIALS_DIRECTORY` holds over it.
  /// Throws every mistake in any of them.
  static func load(
    path: String, environment: [String: String], installed: InstalledFolders = InstalledFolders()
  ) throws(ConfigurationMistakes) -> Configuration {
    let fileName = URL(fileURLWithPath: path).lastPathComponent
    let yaml = try text(at: path, named: fileName)
    let credentials = try environment["CREDENTIALS_DIRECTORY"].map(credentials) ?? [:]
    return try read(
      yaml: yaml, fileName: fileName, environment: environment, credentials: credentials, installed: installed
    )
  }

  /// Names and contents of the credentials that are meant for the configuration.
  private static func credentials(in folder: String) throws(ConfigurationMistakes) -> [String: String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw unreadable("CREDENTIALS_DIRECTORY", "is not a folder that can be read")
    }
    var credentials: [String: String] = [:]
    for name in names.sorted() where WrittenSettings.isOurs(credential: name) {
      let path = folder + "/" + name
      do throws(SecretFile.Refusal) { credentials[name] = try SecretFile.text(at: path) } catch {
        throw unreadable("credential \(name)", error.description.replacing(path + ": ", with: ""))
      }
    }
    return credentials
  }

  private static func text(at path: String, named source: String) throws(ConfigurationMistakes) -> String {
    let content: Data
    do { content = try Data(contentsOf: URL(fileURLWithPath: path)) } catch CocoaError.fileReadNoSuchFile {
      throw unreadable(source, "there is no such file")
    } catch {
      throw unreadable(source, "cannot be read")
    }
    guard let text = String(data: content, encoding: .utf8) else { throw unreadable(source, "is not UTF-8") }
    return text
  }

  private static func unreadable(_ source: String, _ message: String) -> ConfigurationMistakes {
    ConfigurationMistakes(mistakes: [ConfigurationMistake(source: source, key: "", message: message)])
  }
}
