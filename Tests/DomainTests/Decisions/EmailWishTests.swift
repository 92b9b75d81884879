import Foundation
import Testing

@testable import Domain

struct EmailWishTests {
  private func changes(_ wish: EmailWish?, _ practitioner: Practitioner?) throws -> [Change] {
    try #require(wish).decide(practitioner, now: Sample.now).changes
  }

  @Test(arguments: [EmailStream.rounds, .digests])
  func `a stream is stopped and resumed once`(stream: EmailStream) throws {
    let (subscribed, stopped) = (try Sample.practitioner(), try Sample.practitioner(stopped: [stream]))
    let (stop, resume) = (EmailWish(stream, isWanted: false), EmailWish(stream, isWanted: true))
    #expect(try changes(stop, subscribed) == [.streamStopped(subscribed.id, stream, at: Sample.now)])
    #expect(try changes(stop, stopped).isEmpty)
    #expect(try changes(resume, stopped) == [.streamResumed(stopped.id, stream)])
    #expect(try changes(resume, subscribed).isEmpty)
  }

  @Test func `a suspended member may stop a stream too, and nobody is left of who was erased`() throws {
    let wish = EmailWish(digests: EmailWish.Stream.none)
    #expect(try changes(wish, try Sample.practitioner(standing: .suspended)).count == 1)
    #expect(try changes(wish, try Sample.practitioner(standing: .erased)).isEmpty)
    #expect(try changes(wish, nil).isEmpty)
  }

  @Test func `what answers something a person did is never stopped, nor made less`() {
    #expect(EmailWish(.transactional, isWanted: false) == nil)
    #expect(EmailWish(.transactional, isWanted: true) == nil)
    #expect(EmailWish(.transactional, every: "monthly") == nil)
  }

  @Test(arguments: [
    (EmailStream.rounds, "monthly"), (.rounds, "quarterly"), (.digests, "weekly"), (.digests, "fortnightly"),
    (.digests, "monthly"),
  ])
  func `how often a stream comes is chosen by a word, and resumes it`(stream: EmailStream, word: String)
    throws
  {
    let member = try Sample.practitioner(stopped: [stream])
    var wanted = EmailPreferences()
    if stream == .rounds { wanted.rounds = try #require(RoundFrequency(rawValue: word)) }
    if stream == .digests { wanted.digests = try #require(DigestFrequency(rawValue: word)) }
    var expected = [Change.streamResumed(member.id, stream)]
    if wanted != EmailPreferences() { expected.append(.preferencesSaved(member.id, wanted)) }
    #expect(try changes(EmailWish(stream, every: word), member) == expected)
  }

  @Test(arguments: ["weekly", "", "daily", "quarterly ", "never"])
  func `another word is none of a stream's`(word: String) {
    #expect(EmailWish(.rounds, every: word) == nil)
    #expect((EmailWish(.digests, every: word) == nil) == (word != "weekly"))
  }

  @Test(arguments: [(-1, 5), (0, 5), (5, 5), (12, 12), (21, 21), (22, 21), (99, 21)])
  func `an hour is one of those that no clock jumps over`(typed: Int, kept: Int) {
    var preferences = EmailPreferences(digestHour: typed)
    #expect(preferences.digestHour == kept)
    preferences.digestHour = typed
    #expect(preferences.digestHour == kept)
  }

  @Test(arguments: EmailStream.allCases)
  func `a stream is found again by the octet of its links`(stream: EmailStream) {
    #expect(EmailStream(code: stream.code) == stream)
    #expect(stream.isSubscribed == (stream != .transactional))
    #expect(!stream.words.isEmpty)
  }

  @Test(arguments: [0, 4, 255] as [UInt8])
  func `no stream has another octet`(code: UInt8) { #expect(EmailStream(code: code) == nil) }
}
