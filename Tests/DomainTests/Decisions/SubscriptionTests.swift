import Foundation
import Testing

@testable import Domain

struct SubscriptionTests {
  @Test(arguments: [EmailStream.rounds, .digests])
  func `a stream is stopped and resumed once`(stream: EmailStream) throws {
    let subscribed = try Sample.practitioner()
    let stopped = try Sample.practitioner(stopped: [stream])
    func changes(_ wish: Subscription, _ practitioner: Practitioner) -> [Change] {
      Subscription.decide(wish, stream: stream, practitioner: practitioner, now: Sample.now).changes
    }
    #expect(changes(.stop, subscribed) == [.streamStopped(subscribed.id, stream, at: Sample.now)])
    #expect(changes(.stop, stopped).isEmpty)
    #expect(changes(.resume, stopped) == [.streamResumed(stopped.id, stream)])
    #expect(changes(.resume, subscribed).isEmpty)
  }

  @Test func `a suspended member may stop a stream too`() throws {
    let suspended = try Sample.practitioner(standing: .suspended)
    let decision = Subscription.decide(.stop, stream: .rounds, practitioner: suspended, now: Sample.now)
    #expect(decision.changes.count == 1)
  }

  @Test func `what answers something a person did is never stopped`() throws {
    let practitioner = try Sample.practitioner(stopped: Set(EmailStream.allCases))
    for wish in [Subscription.stop, .resume] {
      #expect(
        Subscription.decide(wish, stream: .transactional, practitioner: practitioner, now: Sample.now).changes
          .isEmpty)
      #expect(Subscription.decide(wish, stream: .rounds, practitioner: nil, now: Sample.now).changes.isEmpty)
    }
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
