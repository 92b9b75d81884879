import Foundation
import Mail
import Testing

struct DurableFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func mode(_ path: String) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test func `a file is replaced whole, for its owner alone, and nothing else is left`() throws {
    try withFolder { folder in
      try DurableFile.makeFolder(folder + "/a/b")
      #expect(try mode(folder + "/a") == 0o700 && mode(folder + "/a/b") == 0o700)
      let path = folder + "/a/b/ring"
      // A draft of a start that was cut off is in nobody's way.
      try Data("half a li".utf8).write(to: URL(fileURLWithPath: path + ".draft"))
      for text in ["first\n", "", "a longer one than the first\n"] {
        try DurableFile.replace(path, with: Array(text.utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        #expect(try mode(path) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["ring"])
      }
    }
  }

  @Test func `a file that is renewed stays readable by those who could read it`() throws {
    try withFolder { folder in
      try DurableFile.makeFolder(folder)
      let path = folder + "/table"
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      for permissions in [0o644, 0o640, 0o600] {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
        try DurableFile.renew(path, with: Array("new \(permissions)".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new \(permissions)")
        #expect(try mode(path) == permissions)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["table"])
      let failure = #expect(throws: DurableFile.Failure.self) {
        try DurableFile.renew(folder + "/none", with: [1])
      }
      #expect(failure?.description == "stat: No such file or directory")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["table"])
    }
  }

  @Test func `what cannot be written is told by the call that failed`() throws {
    try withFolder { folder in
      let failure = #expect(throws: DurableFile.Failure.self) {
        try DurableFile.replace(folder + "/nowhere/ring", with: [1])
      }
      #expect(failure?.description == "open: No such file or directory")
      try DurableFile.makeFolder(folder)
      try Data().write(to: URL(fileURLWithPath: folder + "/file"))
      let other = #expect(throws: DurableFile.Failure.self) {
        try DurableFile.makeFolder(folder + "/file/within")
      }
      #expect(other?.description == "mkdir: Not a directory")
    }
  }
}
