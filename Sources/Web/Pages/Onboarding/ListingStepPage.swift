/// One step of making a listing, or one section of a listing that is published: the same form.
struct ListingStepPage: Page {
  /// What the form's buttons are for.
  enum Place: Sendable {
    /// On the way to publication.
    case onboarding(StepProgress, hasBack: Bool)
    /// In a published listing; `isOpen` while something typed before is not saved.
    case editing(isOpen: Bool)
  }

  let heading: String
  /// What it is for, and who sees it.
  let intro: String
  let place: Place
  /// Where the form goes.
  let path: LinkTarget
  let formToken: String
  let problems: Problems
  let items: [FormItem]
  var script: Asset?

  var title: String {
    switch place {
    case .onboarding(let progress, _): problems.title("\(progress.words): \(heading)")
    case .editing: problems.title(heading)
    }
  }

  @HTMLBuilder var body: some HTML {
    if case .onboarding(let progress, _) = place { progress }
    h1 { heading }
    ProblemSummary(problems)
    if case .editing(isOpen: true) = place, problems.isEmpty {
      p(.class("notice")) { "What you changed here is not saved yet; colleagues see what was before." }
    }
    p(.class("quiet")) { intro }
    form(.class("stack"), .method(.post), .action(path), .when(carriesPhoto, .multipart())) {
      FormToken(formToken)
      items
      buttons
    }
  }

  private var carriesPhoto: Bool { items.contains { if case .photo = $0 { true } else { false } } }

  private var buttons: some HTML {
    div(.class("buttons whole")) {
      switch place {
      case .onboarding(_, let hasBack):
        button(.class("button"), .type("submit"), .name("press"), .value("save")) { "Save and go on" }
        if hasBack {
          button(
            .class("button plain"), .type("submit"), .name("press"), .value("back"), .formNoValidate()
          ) { "Back" }
        }
      case .editing(let isOpen):
        button(.class("button"), .type("submit"), .name("press"), .value("save")) { "Save" }
        if isOpen {
          button(
            .class("button plain"), .type("submit"), .name("press"), .value("discard"), .formNoValidate()
          ) { "Forget these changes" }
        }
        a(.href("/profile/listing")) { "Your listing" }
      }
    }
  }
}

/// A part of a step's form.
enum FormItem: Component, Sendable {
  case line(TextField)
  case lines(TextArea)
  case selection(Selection)
  case choices(Choices)
  case grouped(GroupedChoices)
  case places(PlacesFinder)
  case photo(PhotoPart)

  var body: some HTML {
    switch self {
    case .line(let field): field
    case .lines(let field): field
    case .selection(let field): field
    case .choices(let field): field
    case .grouped(let field): field
    case .places(let field): field
    case .photo(let part): part
    }
  }
}
