import Foundation

@testable import Domain

/// A member in Corinda, and colleagues around them.
struct DigestSample {
  let reference: ReferenceData
  var now = Sample.now
  var member: Practitioner
  var listings: [Listing] = []
  var lines: [WaitHistory.Line] = []
  var searches: [SavedSearch] = []
  var recommendations: [Recommendation] = []
  var unanswered: [AskingFacts] = []
  var answers: [AskingFacts] = []
  var requests: [DigestRequest] = []
  var told: DigestEmail?
  var wait: StatedWait?

  static let corinda = PracticeLocation(postcode: "4075", locality: "Corinda", state: "QLD")
  static let darwin = PracticeLocation(postcode: "0800", locality: "Darwin", state: "NT")

  init() throws {
    reference = try RepositoryData.all.get()
    member = try Sample.practitioner(1, timeZone: "Australia/Brisbane")
    wait = StatedWait(.oneMonth, confirmedAt: now - 5 * Sample.day, means: .email)
    listings = [Listing(of: member, profile: Self.profile(), wait: wait)]
    told = DigestEmail(
      name: "", timeZone: "Australia/Brisbane", frequency: .weekly, until: now - 7 * Sample.day, sections: [],
      question: nil)
    searches = [search("area=anxiety")]
  }

  static func profile(at place: PracticeLocation = corinda, areas: [String] = ["anxiety"]) -> Profile {
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    profile.areas = areas
    profile.locations = [place]
    return profile
  }

  func search(_ query: String, savedDaysAgo days: Double = 100) -> SavedSearch {
    SavedSearch(
      id: Sample.id(900), owner: member.id, name: "Mine", query: query, savedAt: now - days * Sample.day)
  }

  /// A colleague who said something at times, each so many days ago, the last of which stands.
  mutating func add(
    _ number: Int, _ said: [(WaitingPeriod, Double)], at place: PracticeLocation = corinda,
    areas: [String] = ["anxiety"], joinedDaysAgo: Double = 400, awayUntil: Date? = nil
  ) throws {
    var colleague = try Sample.practitioner(number, awayUntil: awayUntil)
    colleague.publishedAt = now - joinedDaysAgo * Sample.day
    var before: WaitingPeriod?
    for (period, days) in said {
      lines.append(.init(at: now - days * Sample.day, member: colleague.id, before: before))
      before = period
    }
    let wait = said.last.map { StatedWait($0.0, confirmedAt: now - $0.1 * Sample.day, means: .email) }
    listings.append(Listing(of: colleague, profile: Self.profile(at: place, areas: areas), wait: wait))
  }

  var facts: DigestFacts {
    DigestFacts(
      practitioner: member, wait: wait, due: now, told: told, searches: searches,
      recommendations: recommendations, unanswered: unanswered, answers: answers,
      requests: requests)
  }

  /// A help seeker asked the member for a time so many days ago.
  func request(_ number: Int, askedDaysAgo asked: Double) -> DigestRequest {
    DigestRequest(id: Sample.id(600 + number), number: 1, askedAt: now - asked * Sample.day)
  }

  /// A referral between the member and a colleague, who asks them, or is asked and may have answered, each so many days ago.
  func referral(
    _ number: Int, from: Practitioner? = nil, to: Practitioner? = nil, askedDaysAgo asked: Double,
    answered: (ReferralAnswer, Double)? = nil, state: Referral.State = .open
  ) -> AskingFacts {
    let (referrer, colleague) = (from ?? member, to ?? member)
    var asking = Asking(
      email: Sample.id(700 + number), colleague: colleague.id, askedAt: now - asked * Sample.day)
    asking.answer = answered?.0
    asking.answeredAt = answered.map { now - $0.1 * Sample.day }
    let referral = Referral(
      id: Sample.id(800 + number), referrer: referrer.id, need: ReferralWalk.need, madeAt: asking.askedAt,
      state: state, closedAt: state == .open ? nil : now, askings: [asking])
    return AskingFacts(referral: referral, asking: asking, referrer: referrer, colleague: colleague)
  }

  var news: NetworkNews {
    NetworkNews(
      moment: now,
      index: SearchIndex(Directory(listings), reference: reference, now: now, zone: Sample.sydney),
      history: WaitHistory(lines.sorted { $0.at < $1.at }), recommendations: Recommendations(recommendations),
      reference: reference)
  }

  /// Requests that a digest tells of.
  var requested: [DigestRequest] {
    var news = news
    return news.sections(for: facts).flatMap(\.items).compactMap(\.request)
  }

  /// Numbers of the members that a section names.
  func named(_ kind: DigestSection.Kind) -> [Int] {
    var news = news
    let items = news.sections(for: facts).first { $0.kind == kind }?.items ?? []
    return items.compactMap { item in (1...400).first { Sample.id($0) == item.member } }.sorted()
  }
}
