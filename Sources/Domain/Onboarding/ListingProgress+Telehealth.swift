extension ListingProgress {
  /// Ways to meet that need a place. What the taxonomy may come to name is taken to need none.
  static let modesWithPlace: Set = [
    "in-person", "home-visit", "school-visit", "outreach-community", "walk-and-talk", "hybrid",
  ]

  /// What is wrong when two steps contradict each other, by the one that was filled in: who works by telehealth only meets nobody
  /// in person.
  static func contradiction(
    _ facts: Facts, _ content: ListingContent, _ form: ListingForm
  ) -> ListingProblem? {
    guard facts.draft[.places] != nil || facts.draft[.sessions] != nil,
      facts.typed(.places)?.text(.telehealthOnly) == "yes", content.profile.locations.isEmpty,
      let mode = content.profile.sessionModes.first(where: modesWithPlace.contains)
    else { return nil }
    let label = form.reference.taxonomy.sessionModes.terms.first { $0.slug == mode }?.label ?? mode
    return facts.draft[.sessions] == nil
      ? ListingProblem(
        field: .telehealthOnly,
        sentence: "Your sessions say “\(label)”: add a place, or change “How you work” first")
      : ListingProblem(
        field: .mode,
        sentence: "“\(label)” needs a place, and you work by telehealth only: take one of the two away")
  }
}
