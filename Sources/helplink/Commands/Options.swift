import ArgumentParser
import Foundation

/// What every command takes.
struct Options: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config = "/etc/helplink/helplink.yaml"

  @Flag(help: "Print facts as JSON.")
  var json = false

  /// The configuration as far as it can be read.
  func draft() -> ConfigurationDraft {
    let environment = ProcessInfo.processInfo.environment
    return ConfigurationDraft.load(path: config, environment: environment, installed: .found())
  }

  /// The configuration, or exit 78 with every mistake in it.
  func configuration() throws -> Configuration {
    do throws(ConfigurationMistakes) { return try draft().right() } catch {
      throw Failure.configuration(error)
    }
  }

  /// The same for those who need what it names: what is not there is a mistake too.
  func configurationWithFiles() throws -> Configuration {
    var draft = draft()
    draft.lookAtFiles()
    do throws(ConfigurationMistakes) { return try draft.right() } catch { throw Failure.configuration(error) }
  }

  /// Asks whoever owns the record, prints the answer and ends the command.
  func ask(_ request: ControlRequest) async throws {
    try show(try await Owner.using(try configuration()) { try await $0.ask(request) })
  }

  func show(_ report: Report) throws {
    let words = json ? report.json : report.text
    if !words.isEmpty, words != "null" || json { print(words) }
    if let failure = report.failure { throw Failure(failure) }
  }
}

extension InstalledFolders {
  /// Beside the program's sources when it runs from a build folder, else where the package puts them.
  static func found() -> InstalledFolders {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<5 {
      let templates = folder.appendingPathComponent("mail-templates").path
      if FileManager.default.fileExists(atPath: templates + "/layout") {
        return InstalledFolders(
          templates: templates, schedules: folder.appendingPathComponent("schedules").path,
          data: folder.appendingPathComponent("data").path)
      }
      folder.deleteLastPathComponent()
    }
    return InstalledFolders()
  }
}
