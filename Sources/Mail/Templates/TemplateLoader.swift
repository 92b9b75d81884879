import Domain
import Foundation
import Mustache

/// Reads and checks folders of templates, and gathers every mistake on the way.
struct TemplateLoader {
  private(set) var emails: [Email.Kind: LoadedEmail] = [:]
  private(set) var mistakes: [TemplateMistake] = []
  private var parts: [TemplateFormat: [String: TemplateFile]] = [:]
  private var used: Set<String> = []

  init(_ folders: [URL]) {
    let found = TemplateFolders(folders)
    mistakes = found.mistakes
    for (name, files) in found.files where Email.Kind(rawValue: name) == nil { readPart(name, files) }
    for kind in Email.Kind.allCases { readEmail(kind, found.files[kind.rawValue] ?? [:], folders) }
    for (name, files) in found.files where Email.Kind(rawValue: name) == nil && !used.contains(name) {
      let folder = files.values.map { $0.deletingLastPathComponent().path }.sorted().last ?? name
      note(folder, "no email is called '\(name)', and none uses it as a part")
    }
  }

  /// The parts of a format by name, as the library wants them.
  func templates(_ format: TemplateFormat) -> [String: MustacheTemplate] {
    (parts[format] ?? [:]).compactMapValues(\.template)
  }

  private mutating func readPart(_ name: String, _ files: [String: URL]) {
    for (fileName, url) in files {
      switch fileName {
      case TemplateFormat.text.fileName: parts[.text, default: [:]][name] = read(url, .text)
      case TemplateFormat.html.fileName: parts[.html, default: [:]][name] = read(url, .html)
      default: note(url.path, "a part has only text.mustache and html.mustache")
      }
    }
  }

  private mutating func readEmail(_ kind: Email.Kind, _ files: [String: URL], _ folders: [URL]) {
    let wanted = (folders.first ?? URL(filePath: ".")).appending(path: kind.rawValue)
    for name in TemplateFolders.fileNames where files[name] == nil {
      note(wanted.appending(path: name).path, "is missing")
    }
    let subject = readEmailPart(kind, .subject, files)
    let text = readEmailPart(kind, .text, files)
    let html = readEmailPart(kind, .html, files)
    let sample = files["sample.json"].flatMap { readSample($0, kind) }
    guard let subject, let text, let html, let sample else { return }
    emails[kind] = LoadedEmail(subject: subject, text: text, html: html, sample: sample)
  }

  private mutating func readEmailPart(
    _ kind: Email.Kind, _ format: TemplateFormat, _ files: [String: URL]
  ) -> MustacheTemplate? {
    guard let url = files[format.fileName], let file = read(url, format) else { return nil }
    let check = TemplateCheck(file, shape: kind.viewShape, parts: parts[format] ?? [:])
    mistakes += check.mistakes
    used.formUnion(check.used)
    return file.template
  }

  private mutating func read(_ url: URL, _ format: TemplateFormat) -> TemplateFile? {
    guard let text = contents(url) else { return nil }
    let file = TemplateFile(path: url.path, text: text, format: format)
    mistakes += file.mistakes
    return file
  }

  private mutating func readSample(_ url: URL, _ kind: Email.Kind) -> Email? {
    guard let text = contents(url) else { return nil }
    if let place = JSONPlace(firstMistakeIn: Data(text.utf8)) {
      mistakes.append(
        TemplateMistake(file: url.path, line: place.line, column: place.column, message: "is not JSON"))
      return nil
    }
    do throws(EmailFacts.Unreadable) {
      return try EmailFacts.decode(text, kind: kind, version: kind.factsVersion)
    } catch {
      note(url.path, "does not hold the facts of '\(kind.rawValue)': \(error.explanation)")
      return nil
    }
  }

  /// The file's text with line ends as LF.
  private mutating func contents(_ url: URL) -> String? {
    do throws(WrittenFile.Refusal) {
      return try WrittenFile.text(at: url.path).replacing("\r\n", with: "\n")
    } catch {
      mistakes.append(
        TemplateMistake(
          file: url.path, line: error.line ?? 0, column: error.column ?? 0, message: error.message))
      return nil
    }
  }

  private mutating func note(_ file: String, _ message: String) {
    mistakes.append(TemplateMistake(file: file, line: 0, message: message))
  }
}
