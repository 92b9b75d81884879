import Foundation
import NIOCore
import Testing

/// The daemon and its commands, over HTTP and through the control socket.
@Suite(.timeLimit(.minutes(5)))
struct ServeTests {
  @Test func `a daemon says that it is alive and able to work, and ends well when asked to`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let daemon = try await site.serve()
      for (path, word) in [("/healthz", "ok"), ("/readyz", "ready")] {
        let answer = try await Visitor.get(site.url + path)
        #expect(answer.status == 200)
        #expect(answer.body == "\(word)\n")
      }
      let ended = try await daemon.terminate()
      #expect(ended.code == 0, "\(ended.output) \(ended.errors)")
    }
  }

  @Test func `every page tells browsers to be strict, and none to come back over TLS that is not there`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      try await site.sendRound()
      let link = try #require(try site.maildir.messages().first?.links(to: "/w/").first)
      for url in [
        "\(site.url)/", "\(site.url)/sign-in", link, "\(site.url)/w/nonsense", "\(site.url)/nowhere",
      ] {
        expectStrictHeaders(try await Visitor.get(url), of: url)
      }
    }
  }

  private func expectStrictHeaders(_ page: Visitor.Answer, of url: String) {
    let policy = page["content-security-policy"] ?? ""
    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(url)")
    #expect(!policy.contains("unsafe"), "\(url)")
    #expect(page["x-content-type-options"] == "nosniff", "\(url)")
    #expect(page["referrer-policy"] == "no-referrer", "\(url)")
    #expect(page["cache-control"] == "no-store", "\(url)")
    #expect(page["strict-transport-security"] == nil, "\(url)")
    #expect(!page.body.contains("<script>") && !page.body.contains("style=\""), "\(url)")
  }

  @Test func `a second import and a second round in the same month add nothing`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let members = try await site.members()
      #expect(members.count == 12)
      _ = try await site.serve()
      try await site.sendRound()
      try await site.importPractitioners()
      try await site.sendRound()
      #expect(try await site.members() == members)
      let queue = try await site.queue()
      #expect(queue.filter { $0.kind == "waiting-period" && $0.state == "sent" }.count == 12)
      #expect(queue.filter { $0.kind == "waiting-period-reminder" && $0.state == "queued" }.count == 12)
      #expect(queue.count == 24)
      let messages = try site.maildir.messages()
      #expect(messages.count == 12)
      #expect(Set(messages.compactMap { $0.header("Message-ID") }).count == 12)
    }
  }

  /// RFC 8058 section 3.2 allows both, and section 3.1 wants no redirect and no cookie.
  @Test(arguments: [
    ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
    (
      "multipart/form-data; boundary=part",
      "--part\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--part--\r\n"
    ),
  ])
  func `a mail program stops the rounds with one POST, and a GET stops nothing`(type: String, body: String)
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      try await site.sendRound()
      let message = try await site.maildir.message(to: "mei.chan@example.com", linkingTo: "/u/")
      let address = try #require(message.oneClickUnsubscribe)
      #expect(try await Visitor.get(address).status == 200)
      #expect(try await site.member("mei.chan@example.com").stoppedStreams == [])
      for _ in 1...2 {
        let answer = try await Visitor.send("POST", address, type: type, body: ByteBuffer(string: body))
        #expect(answer.status == 200)
        #expect(answer["set-cookie"] == nil)
        #expect(try await site.member("mei.chan@example.com").stoppedStreams == ["rounds"])
      }
      #expect(try await site.member("amelia.hart@example.com").stoppedStreams == [])
    }
  }
}
