import Domain

/// The form of a step in words, filled in.
struct ListingFormView: Sendable {
  let reference: ReferenceData
  let typed: TypedForm
  let problems: Problems
  /// The member's, for the step that asks for a photo.
  let portrait: Portrait.Kind

  /// Places to choose from where several may be meant.
  static let mostFound = 12

  func items(of step: ListingStep) -> [FormItem] {
    switch step {
    case .profession: profession
    case .places: places
    case .clients: clients
    case .areas: areas
    case .sessions: sessions
    case .about: [bio, photo]
    case .wait: [wait]
    case .seekers: [seekers]
    case .preview: []
    }
  }

  private var profession: [FormItem] {
    [
      line(
        .name, "Your name", hint: "With your title, as colleagues know you.", autocomplete: "name",
        maxlength: MemberName.most),
      line(
        .pronouns, "Pronouns (optional)", hint: "For example she/her.", maxlength: 40, isRequired: false),
      .selection(
        Selection(
          name: ListingField.profession.rawValue, label: "Profession",
          choices: choices(.profession, reference.taxonomy.professions.terms), problem: problem(.profession))),
      line(
        .registration, "Registration number",
        hint:
          "As your register writes it: AHPRA numbers are three letters and ten digits, like PSY0001234567.",
        maxlength: 40),
    ]
  }

  private var places: [FormItem] {
    let open = typed.text(.findPlace)
    let found = reference.localities.suggestions(
      for: open, near: typed[.place].compactMap(PracticeLocation.init(label:)), atMost: Self.mostFound + 1)
    return [
      .places(
        PlacesFinder(
          typed: open, found: found.prefix(Self.mostFound).map(\.location.label),
          hasMore: found.count > Self.mostFound, chosen: typed[.place], problem: problem(.findPlace))),
      .choices(
        Choices(
          name: ListingField.telehealthOnly.rawValue, legend: "Telehealth",
          choices: [
            .init(
              value: "yes", label: "I work by telehealth only",
              isChosen: typed.text(.telehealthOnly) == "yes")
          ],
          problem: problem(.telehealthOnly))),
    ]
  }

  private var clients: [FormItem] {
    [
      ticks(.age, "Ages", reference.taxonomy.ageGroups.terms),
      ticks(.client, "Clients", reference.taxonomy.clientTypes.terms),
    ]
  }

  private var areas: [FormItem] {
    let taxonomy = reference.taxonomy
    return [
      .grouped(
        GroupedChoices(
          name: ListingField.area.rawValue, legend: "Areas", filterLabel: "Show areas with",
          groups: taxonomy.areaGroups.map { .init(heading: $0.heading, choices: choices(.area, $0.areas)) },
          problem: problem(.area))),
      folded(.modality, "Approaches (optional)", "approaches", taxonomy.modalities.terms),
      folded(.service, "Services (optional)", "services", taxonomy.services.terms),
    ]
  }

  private var sessions: [FormItem] {
    let taxonomy = reference.taxonomy
    return [
      ticks(.mode, "Sessions", taxonomy.sessionModes.terms),
      ticks(.hours, "Hours (optional)", taxonomy.hours.terms),
      folded(.language, "Languages", "languages", reference.languages.languages),
      folded(.funding, "Who can pay (optional)", "ways to pay", taxonomy.funding.terms),
      line(
        .fee, "Fee (optional)", hint: "In your words, for example $250, concession $180.", isRequired: false),
      .choices(
        Choices(
          name: ListingField.gender.rawValue, legend: "Gender (optional)",
          hint: "Some people ask for it. Left out unless you say it.",
          choices: choices(.gender, taxonomy.genders.terms)
            + [.init(value: "", label: "Not said", isChosen: typed.text(.gender).isEmpty)], isOne: true,
          problem: problem(.gender))),
      folded(
        .accessibility, "Accessibility (optional)", "ways to be accessible", taxonomy.accessibility.terms),
    ]
  }

  private var bio: FormItem {
    .lines(
      TextArea(
        name: ListingField.bio.rawValue, label: "About your practice (optional)",
        hint: "Plain text, up to 4,000 characters. Colleagues alone read it: nothing about clients, please.",
        value: typed.text(.bio), rows: 12, maxlength: 4_000, problem: problem(.bio)))
  }

  private var photo: FormItem {
    .photo(
      PhotoPart(
        field: PhotoField(portrait: portrait, isRequired: false, problem: problems[PhotoField.name])))
  }

  private var wait: FormItem {
    .choices(
      Choices(
        name: ListingField.waitingPeriod.rawValue, legend: "A new client waits",
        choices: WaitBand.all.map {
          .init(value: $0.slug, label: $0.label, isChosen: typed.text(.waitingPeriod) == $0.slug)
        }, isOne: true, problem: problem(.waitingPeriod)))
  }

  private var seekers: FormItem {
    let words = [
      ("yes", "Yes: they may find me and ask for a booking"), ("no", "No: colleagues alone see my listing"),
    ]
    return .choices(
      Choices(
        name: ListingField.seekers.rawValue, legend: "May help seekers find you?",
        choices: words.map { .init(value: $0.0, label: $0.1, isChosen: typed.text(.seekers) == $0.0) },
        isOne: true, problem: problem(.seekers)))
  }

  private func problem(_ field: ListingField) -> String? { problems[field.rawValue] }

  private func line(
    _ field: ListingField, _ label: String, hint: String, autocomplete: StaticString = "off",
    maxlength: Int = 200, isRequired: Bool = true
  ) -> FormItem {
    .line(
      TextField(
        name: field.rawValue, label: label, hint: hint, value: typed.text(field), autocomplete: autocomplete,
        maxlength: maxlength, isRequired: isRequired, problem: problem(field)))
  }

  private func ticks(_ field: ListingField, _ legend: String, _ terms: [Term]) -> FormItem {
    .choices(
      Choices(
        name: field.rawValue, legend: legend, choices: choices(field, terms), problem: problem(field)))
  }

  /// All of them under one fold: "40 approaches".
  private func folded(_ field: ListingField, _ legend: String, _ noun: String, _ terms: [Term]) -> FormItem {
    .grouped(
      GroupedChoices(
        name: field.rawValue, legend: legend, filterLabel: "Show \(noun) with",
        groups: [.init(heading: "\(terms.count) \(noun)", choices: choices(field, terms))],
        problem: problem(field)))
  }

  private func choices(_ field: ListingField, _ terms: [Term]) -> [Choices.Choice] {
    let chosen = Set(typed[field])
    return terms.map { .init(value: $0.slug, label: $0.label, isChosen: chosen.contains($0.slug)) }
  }
}
