extension EnquiryForm {
  /// What an enquiry asks of a practitioner.
  public func needs(of enquiry: Enquiry, _ rules: MatchingRules) -> SeekerNeeds {
    var needs = SeekerNeeds()
    let waivers = enquiry.waivers
    needs.modes = modes(of: enquiry, waivers)
    needs.origin = place(of: enquiry).point
    needs.within = Double(waivers.contains(.distance) ? rules.farther : rules.within)
    needs.clients = meaning(.whom, .client, enquiry)
    needs.ages = meaning(.age, .age, enquiry)
    if !waivers.contains(.paying) {
      needs.funding = meaning(.paying, .funding, enquiry)
      if questionnaire.chosen(.paying, in: enquiry).contains(where: \.dependsOnState) {
        needs.state = state(of: enquiry) ?? questionnaire.chosen(.state, in: enquiry).first?.answer
      }
    }
    needs.longestWait = questionnaire.chosen(.soon, in: enquiry).first?.longestWait
    needs.genders = meaning(.gender, .gender, enquiry)
    needs.language =
      reference.languages.name(of: enquiry.text(.language)) == nil ? nil : enquiry.text(.language)
    needs.concerns = concerns(of: enquiry)
    return needs
  }

  private func meaning(_ field: EnquiryField, _ facet: Facet, _ enquiry: Enquiry) -> Set<String> {
    questionnaire.chosen(field, in: enquiry).reduce(into: []) { $0.formUnion($1.means[facet] ?? []) }
  }

  private func modes(of enquiry: Enquiry, _ waivers: Set<MatchWaiver>) -> Set<String> {
    guard waivers.contains(.meeting) else { return meaning(.meeting, .mode, enquiry) }
    return questionnaire.choices(of: .meeting).reduce(into: []) { $0.formUnion($1.means[.mode] ?? []) }
  }

  /// The state of the place that was given; a postcode is in the state of its first place.
  func state(of enquiry: Enquiry) -> String? {
    guard case .place(let label, _) = place(of: enquiry) else { return nil }
    if let named = PracticeLocation(label: label) { return named.state }
    return reference.localities.rows.first { $0.location.postcode == label }?.location.state
  }

  /// What was chosen, and then what free words mean besides.
  private func concerns(of enquiry: Enquiry) -> [SeekerNeeds.Concern] {
    var concerns = questionnaire.chosen(.concerns, in: enquiry).map { SeekerNeeds.Concern($0.means) }
    for found in reference.spokenNames.found(in: enquiry.text(.words)) {
      let isNamed = concerns.contains { !$0.isDisjoint(with: found) }
      if !isNamed { concerns.append(found) }
    }
    return concerns
  }
}
