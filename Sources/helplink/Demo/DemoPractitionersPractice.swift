import Domain

/// Puts together what colleagues see of one practitioner of the demo.
enum DemoPractice {
  static func profile(
    of person: DemoPerson, number: Int, places: [PracticeLocation], taxonomy: Taxonomy,
    chance: inout DemoChance
  ) -> Profile? {
    guard let role = chance.one(of: DemoRole.all, weight: \.share),
      let emphasis = chance.one(of: DemoEmphasis.all, weight: \.share)
    else { return nil }
    let profession = taxonomy.profession(role.profession)
    var profile = Profile(
      profession: role.profession,
      registrationNumber: profession.map { registration($0.registration, number) } ?? "")
    profile.pronouns = person.pronouns
    profile.gender = person.gender
    profile.locations = places
    profile.bio = DemoBios.bio(
      title: role.title, years: chance.number(role.years), place: places.first?.locality ?? "town",
      chance: &chance)
    fill(&profile, role: role, chance: &chance)
    fill(&profile, emphasis: emphasis, ages: taxonomy.ageGroups.terms.map(\.slug), chance: &chance)
    profile.languages = ["en"] + (chance.happens(0.45) ? chance.some(1, of: person.languages) : [])
    profile.sessionModes = modes(chance: &chance)
    profile.hours = chance.happens(0.85) ? ["business"] : []
    if chance.happens(0.4) || profile.hours.isEmpty { profile.hours.append("evening") }
    if chance.happens(0.2) { profile.hours.append("weekend") }
    return profile
  }

  private static func fill(_ profile: inout Profile, role: DemoRole, chance: inout DemoChance) {
    profile.funding =
      role.funding.prefix(1) + chance.some(chance.number(1...4), of: Array(role.funding.dropFirst()))
    profile.services = chance.happens(0.55) ? chance.some(chance.number(1...2), of: role.services) : []
    profile.fee = chance.happens(0.75) ? fee(role.fees, chance: &chance) : nil
  }

  private static func fill(
    _ profile: inout Profile, emphasis: DemoEmphasis, ages: [String], chance: inout DemoChance
  ) {
    profile.areas =
      emphasis.areas.prefix(1) + chance.some(chance.number(2...5), of: Array(emphasis.areas.dropFirst()))
    profile.modalities = chance.some(chance.number(2...4), of: emphasis.modalities)
    profile.clientTypes = emphasis.clientTypes
    // Some see one age group fewer than their emphasis allows.
    let seen = ages.indices.filter { emphasis.ages.contains($0) }.map { ages[$0] }
    profile.ageGroups = seen.count > 1 && chance.happens(0.3) ? Array(seen.dropLast()) : seen
  }

  private static func modes(chance: inout DemoChance) -> [String] {
    let likelihoods = [
      ("in-person", 0.88), ("video-telehealth", 0.78), ("phone", 0.35), ("home-visit", 0.07),
      ("school-visit", 0.06),
      ("walk-and-talk", 0.08),
    ]
    let chosen = likelihoods.filter { chance.happens($0.1) }.map(\.0)
    return chosen.isEmpty ? ["video-telehealth"] : chosen
  }

  private static func fee(_ range: ClosedRange<Int>, chance: inout DemoChance) -> String {
    let full = chance.number(range) / 5 * 5
    switch chance.number(0...3) {
    case 0: return "$\(full), concession $\(full * 3 / 4 / 5 * 5)"
    case 1: return "$\(full) for 50 minutes"
    case 2: return "$\(full)–$\(full + 30)"
    default: return "$\(full)"
    }
  }

  /// Well-formed and, by the nines it begins with, plainly made up.
  private static func registration(_ pattern: RegistrationPattern, _ number: Int) -> String {
    let digits = String(number)
    let nines = max(pattern.length.upperBound - digits.count - 3, 0)
    let zeros = max(pattern.length.upperBound - nines - digits.count, 0)
    return pattern.prefix + String(repeating: "9", count: nines) + String(repeating: "0", count: zeros)
      + digits
  }
}
