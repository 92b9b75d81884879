import Domain

/// Why somebody fits, in words.
struct MatchWords: Sendable {
  let site: Site
  let enquiry: Enquiry
  /// Who has free times to choose from.
  let free: Set<Practitioner.ID>

  /// What it is about is told of so many things at the most.
  private static let mostFound = 4

  private var questionnaire: Questionnaire { site.reference.questionnaire }

  func row(_ match: Match) -> MatchRow.Row {
    let listing = match.listing
    return MatchRow.Row(
      name: listing.name, pronouns: listing.profile.pronouns, profession: profession(listing),
      // Photos are for members.
      portrait: .of(listing.practitioner, name: listing.name, photo: nil), reasons: reasons(match),
      wait: listing.wait.map { WaitBand($0.period) }, confirmed: confirmed(listing), fee: listing.profile.fee,
      contact: contact(listing))
  }

  private func profession(_ listing: Listing) -> String {
    site.taxonomy.professions.label(of: listing.profile.profession) ?? listing.profile.profession
  }

  private func confirmed(_ listing: Listing) -> String {
    listing.wait.map {
      "Confirmed " + Age.dayWords(from: $0.confirmedAt, to: site.now(), in: site.settings.timeZone)
    } ?? ""
  }

  private func contact(_ listing: Listing) -> MatchRow.Contact? {
    guard site.enquiryForm.mayBook(enquiry) else { return nil }
    let id = listing.practitioner
    return free.contains(id)
      ? .times(LinkTarget("/bookings/new?practitioner=\(id)"))
      : .request(LinkTarget("/requests/new?practitioner=\(id)"))
  }

  /// What was asked for, in the order in which it matters.
  private func reasons(_ match: Match) -> [String] {
    sees(match) + found(match) + place(match) + modes(match) + funding(match) + wishes(match)
  }

  /// "Sees teenagers and families".
  private func sees(_ match: Match) -> [String] {
    let whom = (questionnaire.chosen(.age, in: enquiry) + questionnaire.chosen(.whom, in: enquiry))
      .map(\.sees).filter { !$0.isEmpty }
    return whom.isEmpty ? [] : ["Sees " + whom.joined(separator: " and ")]
  }

  private func found(_ match: Match) -> [String] {
    match.found.prefix(Self.mostFound).map {
      site.reference.facets.label(of: $0.slug, in: $0.facet) ?? $0.slug
    }
  }

  private func place(_ match: Match) -> [String] { match.kilometres.map { [SearchWords.distance($0)] } ?? [] }

  /// As the questionnaire calls them; what it does not call by a name of its own, as the taxonomy does.
  private func modes(_ match: Match) -> [String] {
    var named: [String] = []
    for mode in match.modes {
      let choice = questionnaire.choices(of: .meeting).first { $0.means[.mode]?.contains(mode) ?? false }
      let words = choice?.words ?? mode
      if !named.contains(words) { named.append(words) }
    }
    return named
  }

  private func funding(_ match: Match) -> [String] {
    match.funding.isEmpty ? [] : questionnaire.chosen(.paying, in: enquiry).map(\.words)
  }

  private func wishes(_ match: Match) -> [String] {
    let language = match.speaksLanguage ? site.languages.name(of: enquiry.text(.language)) : nil
    let gender = match.isOfGender ? questionnaire.chosen(.gender, in: enquiry).first?.words : nil
    return [language.map { "Speaks \($0)" }, gender].compactMap(\.self)
  }
}
