import Domain
import Foundation
import Testing

/// What members do.
extension DigestWorld {
  private func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  func odds(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &chance) == 0 }

  func join() async throws {
    let id = try #require(newID(Practitioner.self))
    let practitioner = Practitioner(
      id: id, name: "Dr \(members.count)", email: try EmailAddress("m\(members.count)@example.com"),
      timeZone: pick(Self.zones), joinedAt: scratch.now)
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    profile.locations = [pick(Self.places)]
    profile.areas = Array(Set([pick(Self.areas), pick(Self.areas)])).sorted()
    members.append(Member(practitioner: practitioner, profile: profile))
    try await apply([.joined(practitioner, profile, nil)])
  }

  /// Somebody does something.
  func act() async throws {
    let number = Int.random(in: 0..<members.count, using: &chance)
    switch Int.random(in: 0..<19, using: &chance) {
    case 0: if members.count < 9 { try await join() }
    case 1...5: try await say(number)
    case 6: try await recommend(number)
    case 7, 8: try await saveSearch(number)
    case 9: try await wish(number, EmailWish(digests: odds(2) ? EmailWish.Stream.none : .asBefore))
    case 10:
      let wish = EmailWish(
        digests: .every(pick(DigestFrequency.allCases)), digestDay: pick(Weekday.allCases),
        digestHour: Int.random(in: 5...21, using: &chance))
      try await self.wish(number, wish)
    case 11: try await move(number)
    case 12, 13: try await refer(number)
    case 14: try await answer()
    case 15, 16: try await askForTime(number)
    case 17: try await takeBack()
    default: try await close()
    }
  }

  private func refer(_ number: Int) async throws {
    let other = Int.random(in: 0..<members.count, using: &chance)
    guard other != number else { return }
    let (from, to) = (members[number].practitioner.id, members[other].practitioner.id)
    let made = Referred(
      id: try #require(newID()), email: try #require(newID()), from: number, to: other, at: scratch.now)
    referrals.append(made)
    let need = ReferralNeed(ageGroup: "adult", areas: ["anxiety"], modes: ["phone"], weeks: 2)
    try await apply([
      .referralMade(
        Referral(
          id: made.id, referrer: from, need: need, madeAt: made.at,
          askings: [Asking(email: made.email, colleague: to, askedAt: made.at)]))
    ])
  }

  static let seeker = "Zebulon"

  private func askForTime(_ number: Int) async throws {
    let asked = Requested(id: try #require(newID()), to: number, at: scratch.now)
    requests.append(asked)
    try await save(asked, .asked)
  }

  private func takeBack() async throws {
    guard let place = requests.indices.filter({ !requests[$0].isOver }).randomElement(using: &chance) else {
      return
    }
    requests[place].isOver = true
    try await save(requests[place], .withdrawn)
  }

  private func save(_ requested: Requested, _ state: TimeRequest.State) async throws {
    let seeker = Seeker(
      name: Self.seeker, email: try EmailAddress("\(Self.seeker)@example.org"), phone: Self.seeker,
      standing: .adult)
    var request = TimeRequest(
      id: requested.id, seeker: seeker, wishes: Self.seeker,
      asking: [members[requested.to].practitioner.id], madeAt: requested.at)
    request.state = state
    request.parts[0].askedAt = requested.at
    if state == .withdrawn { request.endedAt = scratch.now }
    try await apply([.requestSaved(request)])
  }

  private func answer() async throws {
    let open = referrals.indices.filter { !referrals[$0].isClosed && referrals[$0].answer == nil }
    guard !open.isEmpty else { return }
    let (place, answers) = (pick(open), [ReferralAnswer.yes(from: nil), .yes(from: .oneMonth), .no, .full])
    let (referral, answer) = (referrals[place], pick(answers))
    guard scratch.now < referral.at + Asking.lapsesAfter else { return }
    referrals[place].answer = (answer, scratch.now)
    var asking = Asking(
      email: referral.email, colleague: members[referral.to].practitioner.id, askedAt: referral.at)
    (asking.answer, asking.answeredAt) = (answer, scratch.now)
    try await apply([.referralAnswered(asking)])
  }

  private func close() async throws {
    let open = referrals.indices.filter { !referrals[$0].isClosed }
    guard !open.isEmpty else { return }
    let place = pick(open)
    referrals[place].isClosed = true
    try await apply([.referralClosed(referrals[place].id, .placed, at: scratch.now)])
  }

  private func say(_ number: Int) async throws {
    let wait =
      odds(10)
      ? nil : StatedWait(pick(WaitingPeriod.allCases), confirmedAt: scratch.now, means: .email)
    members[number].waits.append((scratch.now, wait))
    let event = WaitEvent(
      id: try #require(newID()), kind: wait == nil ? .undone : .said, at: scratch.now, means: .email)
    try await apply([.waitSaid(members[number].practitioner.id, wait, event)])
  }

  private func recommend(_ number: Int) async throws {
    let other = Int.random(in: 0..<members.count, using: &chance)
    let (id, of) = (members[number].practitioner.id, members[other].practitioner.id)
    guard other != number else { return }
    if recommendations[[number, other]] != nil {
      recommendations[[number, other]] = nil
      return try await apply([.recommendationWithdrawn(by: id, of: of)])
    }
    recommendations[[number, other]] = scratch.now
    try await apply([.recommended(Recommendation(recommender: id, recommended: of, madeAt: scratch.now))])
  }

  private func saveSearch(_ number: Int) async throws {
    guard members[number].searches.count < 4 else { return }
    var search = ListingSearch()
    let (area, longest, kilometres) = (
      pick(Self.areas), odds(2) ? pick(WaitingPeriod.allCases) : nil, odds(2) ? 30 : nil
    )
    search.choose([area], in: .area)
    search.longestWait = longest
    if let kilometres { (search.near, search.within) = ("Corinda QLD 4075", kilometres) }
    members[number].searches.append((area, longest, kilometres, scratch.now))
    let saved = SavedSearch(
      id: try #require(newID()), owner: members[number].practitioner.id,
      name: "Search \(members[number].searches.count)", query: search.query, savedAt: scratch.now)
    try await apply([.searchSaved(saved)])
  }

  private func wish(_ number: Int, _ wish: EmailWish) async throws {
    let changes = wish.decide(members[number].practitioner, now: scratch.now).changes
    for change in changes {
      switch change {
      case .streamStopped(_, let stream, _): members[number].practitioner.stoppedStreams.insert(stream)
      case .streamResumed(_, let stream): members[number].practitioner.stoppedStreams.remove(stream)
      case .preferencesSaved(_, let preferences):
        members[number].practitioner.preferences = preferences
        members[number].isAnew = true
      default: break
      }
    }
    try await apply(changes)
  }

  private func move(_ number: Int) async throws {
    let zone = pick(Self.zones)
    guard zone != members[number].practitioner.timeZone else { return }
    members[number].practitioner.timeZone = zone
    members[number].isAnew = true
    try await apply([.revised(members[number].practitioner, members[number].profile)])
  }
}
