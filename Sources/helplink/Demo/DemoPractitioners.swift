import Domain
import Foundation

/// Made-up practitioners for `helplink demo`: nobody in here is real, every address is @example.com.
///
/// The same seed gives the same people on every machine; only the dates of their waits move with `now`.
enum DemoPractitioners {
  /// The seed of the demo.
  static let seed: UInt64 = 20_261_201

  /// People with listings across Australia, no two with one name, whose waits were said over the last 120 days by varied means.
  static func make(
    count: Int = 200, seed: UInt64 = seed, now: Date, reference: ReferenceData
  ) -> [ImportedPractitioner] {
    let places = DemoPlaces(reference.localities)
    var chance = DemoChance(seed: seed)
    var mailboxes: Set<String> = []
    var made: [ImportedPractitioner] = []
    // The bound ends the search if there were ever fewer names than `count`.
    for _ in 0..<count * 20 where made.count < count {
      guard let person = DemoPerson(chance: &chance), mailboxes.insert(person.mailbox).inserted,
        let email = try? EmailAddress(person.mailbox + "@example.com"),
        let profile = DemoPractice.profile(
          of: person, number: made.count + 1, places: places.pick(&chance), taxonomy: reference.taxonomy,
          chance: &chance)
      else { continue }
      made.append(
        ImportedPractitioner(
          name: DemoRole.title(of: profile.profession, chance: &chance) + person.name, email: email,
          profile: profile, wait: wait(now: now, chance: &chance),
          timeZone: profile.locations.first.flatMap { reference.localities.timeZone(of: $0) }))
    }
    return made
  }

  private static let bands: [(period: WaitingPeriod, share: Double)] = [
    (.now, 8), (.twoWeeks, 12), (.oneMonth, 16), (.threeMonths, 19), (.sixMonths, 15), (.overSixMonths, 8),
    (.closed, 22),
  ]

  private static let means: [(means: ConfirmationMeans, share: Double)] = [
    (.email, 62), (.site, 20), (.import, 14), (.operator, 4),
  ]

  /// Recent dates are likelier than old ones, as they are when most people answer a monthly email.
  private static func wait(now: Date, chance: inout DemoChance) -> StatedWait {
    let period = chance.one(of: bands, weight: \.share)?.period ?? .closed
    let means = chance.one(of: means, weight: \.share)?.means ?? .email
    let days = pow(chance.fraction(), 1.6) * 120
    let age = (days * 86_400).rounded()
    return StatedWait(period, confirmedAt: now.addingTimeInterval(-age), means: means)
  }
}
