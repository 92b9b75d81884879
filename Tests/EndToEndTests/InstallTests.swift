import Foundation
import Testing

/// `make install`, as a package would call it.
struct InstallTests {
  @Test func `everything goes where Debian puts it, and a configuration that is there stays`() async throws {
    try await Scratch.using { scratch in
      let make = {
        try await Program.run(
          "/usr/bin/make",
          [
            "-C", Binary.repository.path, "install", "DESTDIR=\(scratch.path("root"))",
            "BINARY=\(try Binary.path())",
          ], in: scratch)
      }
      let first = try await make()
      #expect(first.code == 0, "\(first.errors)")
      let files = FileManager.default
      for path in [
        "usr/bin/helplink", "usr/share/helplink/mail-templates/layout/html.mustache",
        "usr/share/helplink/schedules/waiting-period.yaml", "usr/share/helplink/data/au-localities.csv",
        "usr/lib/systemd/system/helplink.service", "usr/lib/systemd/system/helplink.socket",
        "usr/lib/sysusers.d/helplink.conf", "usr/lib/tmpfiles.d/helplink.conf",
        "usr/share/doc/helplink/README.md", "etc/helplink/helplink.yaml",
      ] {
        #expect(files.isReadableFile(atPath: scratch.path("root/" + path)), "\(path)")
      }
      let configuration = scratch.path("root/etc/helplink/helplink.yaml")
      try "mine".write(toFile: configuration, atomically: true, encoding: .utf8)
      #expect(try await make().code == 0)
      #expect(try String(contentsOfFile: configuration, encoding: .utf8) == "mine")
    }
  }
}
