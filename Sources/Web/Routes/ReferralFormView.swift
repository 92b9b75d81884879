import Domain
import Foundation

/// The form of a referral, filled in.
struct ReferralFormView: Sendable {
  let site: Site
  let member: SiteContext.Member

  /// Weeks that the form offers.
  private static let weeks = [1, 2, 4, 6, 8, 12, 26]
  /// So many chosen colleagues are shown, so that a choice among too many can be made.
  private static let mostShown = 10

  func page(
    _ typed: TypedReferral, id: Referral.ID, offered: [Practitioner.ID], problems: Problems = Problems()
  )
    -> ReferralFormPage
  {
    let words = site.taxonomy
    return ReferralFormPage(
      id: id.text, colleagues: colleagues(typed, offered),
      ages: choices(words.ageGroups.terms, typed[.age]), areas: areas(typed),
      modes: choices(words.sessionModes.terms, typed[.mode]), near: typed.text(.near),
      funding: choices(words.funding.terms, typed[.funding]),
      weeks: Self.weeks.map {
        .init(value: "\($0)", label: ReferralView.within($0), isChosen: typed.text(.weeks) == "\($0)")
      }, note: typed.text(.note), mostOfNote: ReferralNeed.mostOfNote, formToken: site.formToken(member),
      problems: problems)
  }

  private func choices(_ terms: [Term], _ chosen: [String]) -> [Choices.Choice] {
    terms.map { .init(value: $0.slug, label: $0.label, isChosen: chosen.contains($0.slug)) }
  }

  private func areas(_ typed: TypedReferral) -> [GroupedChoices.Group] {
    site.taxonomy.areaGroups.map {
      .init(heading: $0.heading, choices: choices($0.areas, typed[.area]))
    }
  }

  /// Those who can be asked, with what their listings say of their wait. Who cannot be is left out.
  private func colleagues(_ typed: TypedReferral, _ offered: [Practitioner.ID]) -> [Choices.Choice] {
    let view = ListingView(site: site, reader: member.practitioner)
    return offered.prefix(Self.mostShown).compactMap { id in
      guard let listing = view.directory[id], view.mayRefer(to: listing) else { return nil }
      let standing = site.standing(listing.wait, awayUntil: listing.awayUntil, zone: view.zone)
      return .init(
        value: id.text, label: "\(listing.name) · \(standing.band?.label ?? "Wait not stated")",
        isChosen: typed[.to].contains(id.text))
    }
  }
}

extension ReferralDecision.Refusal {
  /// A sentence for the form.
  var sentence: String {
    switch self {
    case .notListed: "You can refer to colleagues as soon as your listing is published"
    case .nobodyChosen: "Choose at least one colleague"
    case .tooManyChosen: "Choose at most \(Referral.mostColleagues) colleagues"
    case .oneself: "You cannot refer to yourself"
    case .unknown: "One of them can no longer be asked: choose again"
    case .away(let name): "\(name) is away at present: choose somebody else"
    case .enoughForToday:
      "You have made \(ReferralDecision.mostADay) referrals within a day: the next can be made tomorrow"
    }
  }
}

extension TypedReferral {
  init(_ form: Form) {
    self.init(
      Dictionary(Field.allCases.map { ($0, form.values($0.rawValue)) }) { first, _ in first })
  }

  /// The chosen, each once, as far as they are identifiers.
  var colleagues: [Practitioner.ID] {
    var seen: Set<Practitioner.ID> = []
    return self[.to].compactMap(Practitioner.ID.init).filter { seen.insert($0).inserted }
  }
}
