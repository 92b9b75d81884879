import Domain

@testable import Web

/// The forms of a listing: each empty of mistakes and full of them, one of a published listing, the preview and the overview.
extension SamplePages {
  static var onboarding: [(String, [UInt8])] {
    guard let reference = try? SiteFixture.reference.get() else { return [] }
    let form = ListingForm(reference: reference)
    let steps = ListingStep.asking.flatMap { step in
      [
        ("step-\(step.rawValue)", page(step, filled.typed(step), [], reference)),
        (
          "step-\(step.rawValue)-error",
          page(step, wrong[step] ?? TypedForm(), problems(step, form), reference)
        ),
      ]
    }
    let open = page(.places, wrong[.places] ?? TypedForm(), [], reference, place: .editing(isOpen: true))
    return (steps + [("section-places", open)]).map { ($0.0, member.render($0.1)) } + [
      (
        "step-preview",
        member.render(ListingPreviewPage(listing: listing, progress: progress(9), formToken: "t"))
      ),
      ("sections", member.render(sections(isVerified: false))),
      ("sections-verified", member.render(sections(isVerified: true))),
    ]
  }

  private static func page(
    _ step: ListingStep, _ typed: TypedForm, _ problems: [ListingProblem], _ reference: ReferenceData,
    place: ListingStepPage.Place? = nil
  ) -> ListingStepPage {
    var told = Problems(problems)
    if !problems.isEmpty, step == .about { told.add(PhotoRefusal.otherKind.sentence, about: PhotoField.name) }
    let view = ListingFormView(
      reference: reference, typed: typed, problems: told,
      portrait: problems.isEmpty ? .letters("MH", .iris) : photo)
    return ListingStepPage(
      heading: step.heading, intro: step.intro,
      place: place ?? .onboarding(progress(step.number), hasBack: step.previous != nil),
      path: "/onboarding/\(step.rawValue)", formToken: "t", problems: view.problems,
      items: view.items(of: step),
      script: ListingFormRoutes.script(of: step))
  }

  private static func problems(_ step: ListingStep, _ form: ListingForm) -> [ListingProblem] {
    var content = filled
    return form.read(wrong[step] ?? TypedForm(), of: step, into: &content)
  }

  private static func progress(_ current: Int) -> StepProgress {
    StepProgress(
      steps: ListingStep.allCases.map {
        .init(title: $0.heading, path: "/onboarding/\($0.rawValue)", isDone: $0.number < current)
      }, current: current)
  }

  private static func sections(isVerified: Bool) -> ListingSectionsPage {
    ListingSectionsPage(
      listingPath: "/practitioners/abc", isVerified: isVerified,
      sections: ListingStep.asking.map {
        .init(
          title: $0.heading, path: "/profile/listing/\($0.rawValue)",
          says: $0 == .about ? [] : ["Adult (26–64) · Older adult (65+)", "Individual · Couple"],
          isOpen: $0 == .wait)
      })
  }

  private static let wrong: [ListingStep: TypedForm] = [
    .profession: TypedForm([
      .name: ["\"><script>"], .profession: ["psychologist"], .registration: ["PSY12"],
      .pronouns: ["she\u{0}"],
    ]),
    .places: TypedForm([.place: ["Corinda QLD 4075"], .findPlace: ["richmond"], .telehealthOnly: ["yes"]]),
    .sessions: TypedForm([
      .mode: ["phone"], .fee: [String(repeating: "$", count: 201)], .accessibility: ["x"],
    ]),
    .about: TypedForm([.bio: ["a\u{1B}"]]),
  ]

  private static var filled: ListingContent {
    var content = ListingContent(name: "Dr Mei-Lin Huang")
    content.profile = Profile(profession: "clinical-psychologist", registrationNumber: "PSY0001234567")
    content.profile.pronouns = "she/her"
    content.profile.locations = [
      PracticeLocation(postcode: "4075", locality: "Corinda", state: "QLD"),
      PracticeLocation(postcode: "4068", locality: "Indooroopilly", state: "QLD"),
    ]
    content.profile.ageGroups = ["adult", "older-adult"]
    content.profile.clientTypes = ["individual", "couple"]
    content.profile.areas = ["ptsd", "complex-trauma-c-ptsd", "grief-loss", "insomnia-sleep"]
    content.profile.modalities = ["emdr", "schema-therapy"]
    content.profile.sessionModes = ["in-person", "video-telehealth"]
    content.profile.hours = ["business"]
    content.profile.languages = ["en", "zh"]
    content.profile.fee = "$250, concession $180"
    content.profile.accessibility = ["step-free-access", "hearing-loop"]
    content.profile.bio = "I work with adults.\n\nSessions are unhurried."
    content.wait = .oneMonth
    content.isOpenToSeekers = true
    return content
  }
}
