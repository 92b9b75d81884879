import Domain
import Foundation
import Mail
import Store
import Testing

@testable import Automation

@Suite(.timeLimit(.minutes(5))) struct `Digests, whatever happens` {
  private static let start = Date(timeIntervalSince1970: 1_795_435_200)

  /// A digest of the outbox.
  private struct Made {
    let entry: OutboxEntry
    let content: DigestEmail
  }

  private func digests(_ world: DigestWorld) async throws -> [Practitioner.ID: [Made]] {
    let entries = try await world.scratch.store.read { try $0.emails(in: nil, limit: 100_000) }
    let made = entries.compactMap { entry -> Made? in
      if case .digest(let content) = entry.email { Made(entry: entry, content: content) } else { nil }
    }
    return Dictionary(grouping: made) { made in
      if case .practitioner(let id) = made.entry.recipient { id } else { world.members[0].practitioner.id }
    }
  }

  private func content(_ made: Made, _ world: DigestWorld) -> NaiveDigests.Content {
    func named(_ kind: DigestSection.Kind) -> Set<Int> {
      let items = made.content.sections.filter { $0.kind == kind }.flatMap(\.items)
      return Set(items.compactMap { item in world.members.firstIndex { $0.practitioner.id == item.member } })
    }
    func referrals(_ kind: DigestSection.Kind) -> [DigestReferral] {
      made.content.sections.filter { $0.kind == kind }.flatMap(\.items).compactMap(\.referral)
    }
    return NaiveDigests.Content(
      openings: named(.openings), joined: named(.joined), recommended: named(.recommendations),
      requested: Set(Self.requests(made).map(\.id)),
      asked: Set(referrals(.asked).map(\.id)),
      answers: Dictionary(referrals(.answers).compactMap { told in told.answer.map { (told.id, $0) } }) {
        $1
      },
      asks: made.content.question != nil)
  }

  /// Five months in steps of hours: people do things, a relay that comes and goes, a daemon that starts anew, and an outage of a
  /// month. What goes out is what a naive look at everything says, no more, no less, and never empty.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `are what a naive model says`(seed: UInt64) async throws {
    let world = try DigestWorld(seed: seed, start: Self.start)
    // What people do is further apart than moments that a digest tells apart.
    for _ in 0..<4 {
      try await world.join()
      world.scratch.pass(600)
    }
    var (looked, before) = (Self.start, try await digests(world))
    try await world.settle()
    for index in world.members.indices { world.members[index].isAnew = false }
    var (sent, steps) = (0, 0)
    while world.scratch.now < Self.start + 150 * 86_400 {
      steps += 1
      let isOutage = steps == 50
      world.scratch.pass(
        isOutage ? 33 * 86_400 : 3_600 * Double(Int.random(in: 1...40, using: &world.chance)))
      for _ in 0..<Int.random(in: 0...3, using: &world.chance) {
        try await world.act()
        world.scratch.pass(600)
      }
      if world.odds(15) { try world.restart() }
      world.relay.set(isUp: !world.odds(6))
      world.scratch.pass(900)
      let now = world.scratch.now
      let model = NaiveDigests(
        members: world.members, recommendations: world.recommendations,
        referrals: world.referrals, requests: world.requests, localities: world.reference.localities)
      try await world.settle()
      let after = try await digests(world)
      for (number, member) in world.members.enumerated() {
        let id = member.practitioner.id
        let known = Set((before[id] ?? []).map(\.entry.id))
        let new = (after[id] ?? []).filter { !known.contains($0.entry.id) }
        let expected = self.expected(number, member, model, before[id] ?? [], from: looked, now: now)
        #expect(new.count <= 1)
        #expect(
          new.first.map { content($0, world) } == expected, "seed \(seed), step \(steps), member \(number)")
        for made in new {
          #expect(!made.content.isEmpty && made.content.until == now)
          let text = try EmailFacts.encode(made.entry.email)
          #expect(!text.contains(DigestWorld.seeker))
        }
        sent += new.count
        world.members[number].isAnew = false
      }
      try expectNothingTwice(after)
      (looked, before) = (now, after)
    }
    #expect(sent > 10)
  }

  private func expected(
    _ number: Int, _ member: DigestWorld.Member, _ model: NaiveDigests, _ made: [Made], from start: Date,
    now: Date
  ) -> NaiveDigests.Content? {
    let practitioner = member.practitioner
    guard !member.isAnew, !practitioner.stoppedStreams.contains(.digests),
      let time = NaiveDigests.time(for: practitioner, after: start, until: now), now <= time + 2 * 86_400
    else { return nil }
    let zone = practitioner.timeZone.flatMap(TimeZone.init(identifier:)) ?? .gmt
    let day = LocalDay(time, in: zone).text
    guard made.allSatisfy({ $0.entry.period < day }) else { return nil }
    let told = made.filter { $0.entry.state == .sent }.max { $0.content.until < $1.content.until }
    return model.content(for: number, told: told?.content, now: now)
  }

  /// Of two that went out one after the other, none names a colleague for the same reason; and none goes out that another tells.
  private func expectNothingTwice(_ digests: [Practitioner.ID: [Made]]) throws {
    for made in digests.values {
      let sent = made.filter { $0.entry.state == .sent }.sorted { $0.content.until < $1.content.until }
      for (one, next) in zip(sent, sent.dropFirst()) {
        for kind in [DigestSection.Kind.joined, .recommendations] {
          let (left, right) = (Self.named(kind, one), Self.named(kind, next))
          #expect(left.isDisjoint(with: right))
        }
        for kind in [DigestSection.Kind.asked, .answers] {
          #expect(Self.referrals(kind, one).isDisjoint(with: Self.referrals(kind, next)))
        }
        #expect(Set(Self.requests(one)).isDisjoint(with: Self.requests(next)))
        if let question = next.content.question { #expect(one.content.question != question) }
      }
    }
  }

  private static func requests(_ made: Made) -> [DigestRequest] {
    made.content.sections.filter { $0.kind == .requests }.flatMap(\.items).compactMap(\.request)
  }

  private static func referrals(_ kind: DigestSection.Kind, _ made: Made) -> Set<DigestReferral?> {
    Set(made.content.sections.filter { $0.kind == kind }.flatMap(\.items).map(\.referral))
  }

  private static func named(_ kind: DigestSection.Kind, _ made: Made) -> Set<Practitioner.ID> {
    Set(made.content.sections.filter { $0.kind == kind }.flatMap(\.items).compactMap(\.member))
  }

  @Test(arguments: 21...22 as ClosedRange<UInt64>)
  func `are planned and shown as they go out, to the byte`(seed: UInt64) async throws {
    let world = try DigestWorld(seed: seed, start: Self.start)
    for _ in 0..<6 { try await world.join() }
    try await world.settle()
    for _ in 0..<40 {
      world.scratch.pass(1_800)
      try await world.act()
    }
    try await world.settle()
    let (now, end) = (world.scratch.now, world.scratch.now + 35 * 86_400)
    let news = try world.newsReader()
    let reader = PlanReader(
      store: world.scratch.store, schedules: [world.schedule],
      plan: Plan(siteZone: try world.scratch.siteZone(), now: now, from: now, to: end), startedAt: now,
      news: news)
    let planned = try await reader.part(after: "", limit: 100).emails.map(\.email).filter {
      $0.kind == .digest
    }
    var shown: [Practitioner.ID: OutboxEntry] = [:]
    for member in world.members.map(\.practitioner.id) {
      shown[member] = try await news.nextDigest(of: member, schedule: world.schedule, now: now)
    }
    let before = try await digests(world)
    // Every moment that somebody may want a digest at is one that is looked at.
    let people = world.members.map { ($0.practitioner, NaiveDigests.calendar(of: $0.practitioner)) }
    while world.scratch.now < end {
      world.scratch.pass(1_800)
      let now = world.scratch.now
      if people.contains(where: { NaiveDigests.isWanted(now, $0, $1) }) { try await world.settle() }
    }
    try await world.settle()
    let after = try await digests(world)
    var made: Set<[String]> = []
    for (member, digests) in after {
      let known = Set((before[member] ?? []).filter { $0.entry.state == .sent }.map(\.entry.id))
      let new = digests.filter { !known.contains($0.entry.id) && $0.entry.createdAt < end }
        .sorted { $0.content.until < $1.content.until }
      for digest in new {
        made.insert([member.text, digest.entry.period, digest.entry.createdAt.description])
      }
      let (first, preview) = (new.first, shown[member])
      #expect(first?.entry.period == preview?.period && first?.entry.createdAt == preview?.createdAt)
      guard let first, case .digest(let content)? = preview?.email else { continue }
      #expect(content.sections == first.content.sections && content.question == first.content.question)
    }
    #expect(Set(planned.map { [$0.practitioner.text, $0.period, $0.due.description] }) == made)
    #expect(!made.isEmpty)
  }

  @Test func `are not sent any more the moment that somebody wants none, or fewer, even from the outbox`()
    async throws
  {
    for wish in [EmailWish(.digests, isWanted: false), EmailWish(.digests, every: "monthly")] {
      let world = try DigestWorld(seed: 7, start: Self.start)
      for _ in 0..<9 { try await world.join() }
      try await world.settle()
      world.relay.set(isUp: false)
      world.scratch.pass(7 * 86_400)
      try await world.settle()
      let waiting = try await digests(world).values.flatMap(\.self)
        .filter { [.queued, .claimed].contains($0.entry.state) }
      try #require(!waiting.isEmpty)
      for member in world.members.map(\.practitioner) {
        try await world.apply(try #require(wish).decide(member, now: world.scratch.now).changes)
      }
      world.relay.set(isUp: true)
      world.scratch.pass(3_600)
      try await world.settle()
      let states = try await digests(world).values.flatMap(\.self).map(\.entry.state)
      #expect(states.filter { $0 == .cancelled }.count == waiting.count)
      #expect(!states.contains(.queued) && !states.contains(.claimed))
    }
  }
}
