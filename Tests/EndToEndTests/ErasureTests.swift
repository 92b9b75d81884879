import Foundation
import Testing

/// A member who has done everything is exported and erased, with the daemon running and without.
@Suite(.timeLimit(.minutes(5)))
struct ErasureTests {
  private static let address = "Quillon.Zephyrine@distinct.example"
  private static let colleague = "thao.nguyen@example.com"
  /// What would give them away, in lower case: of their name and address, of their number, and of what they wrote.
  private static let traces = ["zephyrine", "9988776655", "marzipan"]
  private static let photo = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR42mMQaEgAIoYGhQQgAgAaXgPhAxzHywAAAABJRU5ErkJggg=="
  )

  private struct Shown: Decodable {
    let name: String
    let standing: String
    let suppressed: String?
    let stoppedStreams: [String]
  }

  private struct Trail: Decodable {
    let kind: String
    let detail: String
  }

  /// Imports the member; a second time after they were erased, somebody new.
  private func join(_ site: Installation) async throws {
    let file = try site.scratch.write(
      "zephyrine.jsonl",
      """
      {"name": "Dr Zoë \\"Quill\\" O'Zephyrine/Ng", "email": "\(Self.address)", "profession": "psychologist", \
      "registration": "PSY9988776655", "bio": "I listen, and bake marzipan.", "areas": ["anxiety"], "modalities": ["cbt"], \
      "age_groups": ["adult"], "modes": ["phone"], "funding": ["private"], "languages": ["en"], "gender": "female", \
      "locations": [{"postcode": "5000", "locality": "Adelaide", "state": "SA"}], "waiting_period": "3-months", \
      "confirmed_at": "2025-09-02T01:20:00Z", "accepting_new_clients": true}

      """)
    let ended = try await site.command("members", "import", file)
    try #require(ended.code == 0, "\(ended.output)\(ended.errors)")
  }

  /// A password, a photo, a draft, an answer, invitations and recommendations both ways, and no more rounds.
  private func doEverything(_ site: Installation) async throws {
    let person = try await SignedInVisitor.signIn(Self.address, at: site)
    let colleague = try await SignedInVisitor.signIn(Self.colleague, at: site)
    let (own, other) = (try await site.member(Self.address).id, try await site.member(Self.colleague).id)
    let steps = [
      try await person.post(
        "/profile/security/password", ["new-password": "lorikeets are loud at dusk"],
        from: "/profile/security"),
      try await person.upload(photo: try #require(Self.photo)),
      try await person.post(
        "/profile/listing/places", ["press": "find", "find-place": "Zephyrine Heights"],
        from: "/profile/listing/places"),
      try await person.post(
        "/invitations", ["email": "friend@example.org", "note": "Marzipan for all"], from: "/invitations"),
      try await person.post("/invitations", ["email": Self.colleague, "note": ""], from: "/invitations"),
      try await colleague.post("/invitations", ["email": Self.address, "note": ""], from: "/invitations"),
      try await person.post(
        "/practitioners/\(other)/recommendation", ["sentence": "Prompt, likes marzipan."],
        from: "/practitioners/\(other)"),
      try await colleague.post(
        "/practitioners/\(own)/recommendation", ["sentence": "Zephyrine writes good letters."],
        from: "/practitioners/\(own)"),
    ]
    #expect(steps.map(\.status) == [Int](repeating: 303, count: steps.count), "\(steps.map(\.body))")
    let question = try await site.maildir.message(to: Self.address, linkingTo: "/w/")
    let answer = try #require(question.link(below: "Within 2 weeks"))
    #expect(try await Visitor.post(answer, form: ["waiting-period": "2-weeks"]).status == 303)
    let unsubscribe = try #require(question.oneClickUnsubscribe)
    #expect(try await Visitor.post(unsubscribe, form: ["List-Unsubscribe": "One-Click"]).status == 200)
  }

  /// Where one of the traces is: files of the state folder, and what the daemon said.
  private func places(_ site: Installation, _ daemons: [Program]) throws -> Set<String> {
    var contents = ["the log": Data(daemons.map { $0.output + $0.errors }.joined().utf8)]
    let state = site.scratch.path("state")
    for file in try FileManager.default.subpathsOfDirectory(atPath: state) {
      contents[file] = FileManager.default.contents(atPath: "\(state)/\(file)")
    }
    return Set(
      contents.filter { _, bytes in
        let folded = Data(bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 })
        return Self.traces.contains { folded.range(of: Data($0.utf8)) != nil }
      }.keys)
  }

  private func photos(_ site: Installation) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.scratch.path("state/photos"))
  }

  /// As a release before kept it: hashed when the record is opened.
  private func refuse(_ site: Installation) async throws {
    try await Record.execute(
      "INSERT INTO suppression (address_hash, suppressed_at, reply) VALUES ('\(Self.address.lowercased())', 5, '550 5.1.1 no')",
      in: site.database)
  }

  @Test(arguments: [false, true])
  func `after an export and an erasure nothing says who it was, and what was to be spared is`(runs: Bool)
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await join(site)
      var daemons = [try await site.serve(environment: ["LOG_LEVEL": "debug"])]
      try await site.sendRound()
      try await doEverything(site)
      _ = try await daemons[0].terminate()
      try await refuse(site)
      if runs { daemons.append(try await site.serve(environment: ["LOG_LEVEL": "debug"])) }

      let member = try await site.member(Self.address)
      let exported = try await site.command("members", "export", Self.address)
      for trace in Self.traces { #expect(exported.output.lowercased().contains(trace)) }
      #expect(try places(site, daemons).contains("helplink.sqlite"))
      #expect(try photos(site).count == 1)

      #expect(try await site.command("members", "erase", Self.address).code == 64)
      let erased = try await site.facts([String: String].self, "members", "erase", Self.address, "--yes")
      #expect(erased == ["member": member.id, "standing": "erased"])
      #expect(try places(site, daemons) == [])
      #expect(try photos(site) == [])
      try await expectAPseudonym(site, member.id)
      try await expectItIsSpared(site)
    }
  }

  private func expectAPseudonym(_ site: Installation, _ id: String) async throws {
    let again = try await site.command("members", "erase", id, "--yes")
    #expect(again.code == 0 && again.output.contains("nothing changes"))
    let unknown = try await site.command("members", "erase", Self.address, "--yes")
    #expect(unknown.code == 1 && unknown.errors.split(separator: "\n").count == 1)
    let shown = try await site.facts(Shown.self, "members", "show", id)
    #expect(shown.name == "Former member" && shown.standing == "erased")
    let trail = try await site.facts([Trail].self, "members", "trail", id)
    #expect(trail.first?.kind == "erased" && trail.map(\.kind).contains("password-set"))
    #expect(trail.dropFirst().allSatisfy { $0.detail.isEmpty })
  }

  /// Whoever comes with the address is not written to, as before.
  private func expectItIsSpared(_ site: Installation) async throws {
    try await join(site)
    let shown = try await site.facts(Shown.self, "members", "show", Self.address)
    #expect(shown.suppressed == "550 5.1.1 no")
    #expect(shown.stoppedStreams == ["rounds"])
  }
}
