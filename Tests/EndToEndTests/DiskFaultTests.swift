import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A disk without room, or one that fails, under a daemon that runs: nothing is acknowledged that is not on disk, one line
/// says so, and all goes on by itself when it may.
@Suite(.timeLimit(.minutes(5)))
struct DiskFaultTests {
  /// What the disk does.
  enum Trouble: String, CaseIterable, Sendable {
    case full, failing, readOnly

    func begin(_ disk: FaultyDisk) throws {
      switch self {
      case .full: try disk.fill()
      case .failing: try disk.fail(.write, with: EIO, at: "helplink.sqlite-wal")
      case .readOnly:
        try disk.fail([([.write, .truncate], EROFS, "helplink.sqlite-wal"), ([.space], EROFS, "state")])
      }
    }

    /// What the operator is told after the name of the file.
    var words: String {
      switch self {
      case .full: " cannot be written: no space is left on its disk; make room there"
      case .readOnly:
        " cannot be opened or written (disk I/O error, 778); mend the rights of the file and its folder"
      case .failing: ": the disk fails (disk I/O error, 778); look at the disk, and at the kernel's log"
      }
    }
  }

  private static let clicker = "thao.nguyen@example.com"

  @Test(arguments: Trouble.allCases)
  func `what is not on disk is not acknowledged, loses nothing, and is saved by the same press later`(
    trouble: Trouble
  ) async throws {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      let link = try await site.button("Within a month", of: Self.clicker)
      let before = try await site.member(Self.clicker)
      try trouble.begin(disk)
      var answer = try await Visitor.post(link, form: ["waiting-period": "1-month"])
      for _ in 1...20 { answer = try await Visitor.post(link, form: ["waiting-period": "1-month"]) }
      #expect(answer.status == 503)
      #expect(answer["retry-after"] == "60")
      #expect(answer["set-cookie"] == nil)
      #expect(answer.body.contains("<h1>That is not saved yet</h1>"))
      #expect(try await site.member(Self.clicker) == before)
      try await expectReadingGoesOn(site, link)
      try await expectOperatorIsTold(site, daemon, trouble)

      try disk.heal()
      let form = try #require(PageForm.all(in: answer.body).first)
      let saved = try await Visitor.post(site.url + form.action, form: form.hidden)
      #expect(saved.status == 303)
      #expect(try await site.member(Self.clicker).waitingPeriod == "1-month")
      _ = try await eventually("all to be well") { try await site.isReady() ? true : nil }
      #expect(try await site.status().facts.complaints.filter { $0.contains("helplink.sqlite") } == [])
      #expect(daemon.count("the disk takes writes again") == 1)
      #expect(daemon.isRunning)
    }
  }

  private func expectReadingGoesOn(_ site: Installation, _ link: String) async throws {
    for address in ["\(site.url)/", link, "\(site.url)/sign-in", "\(site.url)/healthz"] {
      #expect(try await Visitor.get(address).status == 200, "\(address)")
    }
    #expect(try await Visitor.get("\(site.url)/readyz").status == 503)
  }

  private func expectOperatorIsTold(_ site: Installation, _ daemon: Program, _ trouble: Trouble) async throws
  {
    let words = "nothing is saved and nothing is sent: \(site.database)\(trouble.words)"
    let (facts, ended) = try await site.status()
    #expect(facts.complaints.first == words)
    #expect(ended.code == 1 && ended.errors == words + "\n")
    #expect(daemon.count("nothing is saved and nothing is sent") == 1, "\(daemon.errors)")
    #expect(daemon.count(" error ") == 1)
    #expect(daemon.errors.contains("\(site.database)\(trouble.words)"))
  }

  @Test func `every form that the disk does not take is offered again, but for a password`() async throws {
    try await Scratch.using { scratch in
      let (site, disk, _) = try await Installation.onFaultyDisk(in: scratch)
      let message = try await site.maildir.message(to: Self.clicker, linkingTo: "/u/")
      let stop = try #require(message.links(to: "/u/").first)
      try #require(try await site.command("invite", "new@example.org").code == 0)
      let invited = try await site.maildir.message(to: "new@example.org", linkingTo: "/invite/")
      let invitation = try #require(invited.links(to: "/invite/").first)
      try disk.fill()
      let unsaved = [
        try await Visitor.post("\(site.url)/sign-in", form: ["email": Self.clicker]),
        try await Visitor.post(stop, form: ["choice": "stop"]),
        try await Visitor.post(
          invitation, form: ["name": "Dr New Colleague", "password": "secret words of mine"]),
      ]
      #expect(unsaved.map(\.status) == [503, 503, 503])
      let forms = unsaved.map { PageForm.all(in: $0.body) }
      #expect(forms[0] == [PageForm(action: "/sign-in", hidden: ["email": Self.clicker])])
      #expect(forms[1].map(\.action) == [String(stop.dropFirst(site.url.count))])
      #expect(forms[2] == [] && !unsaved[2].body.contains("secret words"))
      try disk.heal()
      let again = try await Visitor.post(site.url + forms[0][0].action, form: forms[0][0].hidden)
      #expect(again.status == 200)
      _ = try await site.maildir.message(to: Self.clicker, linkingTo: "/sign-in/")
    }
  }

  @Test func `a command says in one line that the disk is full, and changes nothing`() async throws {
    try await Scratch.using { scratch in
      let (site, disk, _) = try await Installation.onFaultyDisk(in: scratch)
      let members = try await site.members()
      try disk.fill()
      for command in [
        ["members", "away", Self.clicker, "--until", "2026-12-31"], ["schedule", "run", "waiting-period"],
        ["members", "import", try site.moreMembers("more", count: 1)],
      ] {
        let ended = try await site.command(command)
        #expect(ended.code == 1, "\(command)")
        #expect(ended.errors.hasSuffix("\(site.database)\(Trouble.full.words)\n"), "\(ended.errors)")
        #expect(ended.errors.count { $0 == "\n" } == 1)
      }
      #expect(try await site.members() == members)
      try disk.heal()
      #expect(try await site.command("members", "away", Self.clicker, "--back").code == 0)
    }
  }
}
