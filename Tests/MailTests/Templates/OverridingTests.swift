import Domain
import Foundation
import Testing

@testable import Mail

/// An operator rewords an email by laying a folder over the one that ships.
@Suite struct `Overriding templates` {
  @Test func `a file in the later folder takes the place of the same path, and of no other`() throws {
    try TemplateFolderOnDisk.with(["waiting-period/subject.mustache": "{{month}}: {{name}}?\n"]) { folder in
      let templates = try MailTemplates(folders: [TemplateFolderOnDisk.shipped, folder])
      let message = try EmailFixture.message(.waitingPeriod, templates: templates)
      #expect(message.subject == "December 2026: Dr Amelia Gunn?")
      #expect(message.text == (try EmailFixture.message(.waitingPeriod).text))
    }
  }

  @Test func `a new part may be used by an email`() throws {
    let files = [
      "thanks/text.mustache": "Thank you, {{name}}.", "sign-in-link/text.mustache": "{{link}}\n{{>thanks}}",
    ]
    try TemplateFolderOnDisk.with(files) { folder in
      let templates = try MailTemplates(folders: [TemplateFolderOnDisk.shipped, folder])
      #expect(
        try EmailFixture.message(.signInLink, templates: templates).text.hasSuffix(
          "\nThank you, Dr Amelia Gunn."))
    }
  }

  @Test func `line ends and byte order marks of other editors do not show`() throws {
    try TemplateFolderOnDisk.with(["waiting-period/subject.mustache": "\u{FEFF}Hello\r\n"]) { folder in
      let templates = try MailTemplates(folders: [TemplateFolderOnDisk.shipped, folder])
      #expect(try EmailFixture.message(.waitingPeriod, templates: templates).subject == "Hello")
    }
  }

  @Test func `a folder may be a symbolic link, and so may the folder of an email`() throws {
    try TemplateFolderOnDisk.with(["real/subject.mustache": "{{month}}", "over/README": "ours"]) { folder in
      let over = folder.appending(path: "over")
      try FileManager.default.createSymbolicLink(
        atPath: over.appending(path: "waiting-period").path, withDestinationPath: "../real")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link").path, withDestinationPath: "over")
      let templates = try MailTemplates(folders: [
        TemplateFolderOnDisk.shipped, folder.appending(path: "link"),
      ])
      #expect(try EmailFixture.message(.waitingPeriod, templates: templates).subject == "December 2026")
    }
  }
}
