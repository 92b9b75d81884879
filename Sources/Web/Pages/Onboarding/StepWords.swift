import Domain

extension ListingStep {
  /// The heading of the step's page.
  var heading: String {
    switch self {
    case .profession: "Who you are"
    case .places: "Where you see people"
    case .clients: "Whom you see"
    case .areas: "What you work with"
    case .sessions: "How you work"
    case .about: "In your own words"
    case .wait: "How long people wait"
    case .seekers: "Help seekers"
    case .preview: "Preview and publish"
    }
  }

  /// What the step is for.
  var intro: String {
    switch self {
    case .profession:
      "Colleagues see all of this. The operator looks the number up in the register; until then your listing says that it "
        + "is not yet verified."
    case .places:
      "Suburbs and towns, never a street. The first is your main place: our emails come in its time."
    case .clients: "Colleagues search by these when they have somebody to refer."
    case .areas: "Choose what you would gladly be referred. A short list says more than a long one."
    case .sessions: "Choose the ways you meet and your languages; the rest is up to you."
    case .about:
      "A few sentences to colleagues, if you like: how you work, and whom you are a good fit for. And a photo, if you like that."
    case .wait: "Once a month we ask again, with one click to answer."
    case .seekers:
      "People who look for help can answer a short questionnaire and are shown practitioners who may fit. They see only "
        + "listings whose registration was verified."
    case .preview: ""
    }
  }
}

extension TypedForm {
  /// The fields of a step's form as a browser sent them.
  init(_ form: Form, of step: ListingStep) {
    self.init()
    for field in ListingField.allCases where field.step == step {
      self[field] = form.values(field.rawValue).filter { !$0.isEmpty }
    }
  }
}

extension Problems {
  /// What is wrong with a step's form.
  init(_ problems: [ListingProblem]) {
    self.init()
    for problem in problems { add(problem.sentence, about: problem.field.rawValue) }
  }
}
