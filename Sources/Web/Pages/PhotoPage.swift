/// The member's own picture: what colleagues see now, another one, or none.
struct PhotoPage: Page {
  let portrait: Portrait.Kind
  let formToken: String
  var problem: PhotoRefusal?

  static let field = "photo"

  private var problems: Problems {
    problem.map { Problems($0.sentence, about: Self.field) } ?? Problems()
  }

  var title: String { problems.title("Your photo") }

  @HTMLBuilder var body: some HTML {
    ProblemSummary(problems)
    h1 { "Your photo" }
    div(.class("portrait-now")) {
      Portrait(portrait)
      p { hasPhoto ? "Colleagues see this photo." : "Until there is a photo, colleagues see your initials." }
    }
    form(.class("stack"), .method(.post), .action("/profile/photo"), .multipart()) {
      FormToken(formToken)
      FileField(
        name: Self.field, label: hasPhoto ? "Another photo" : "Photo",
        hint:
          "JPEG, PNG or WebP, up to 5 MB. We keep the middle of it as a square, and nothing of where, when and with what it was taken.",
        accept: "image/jpeg,image/png,image/webp", problem: problems[Self.field])
      button(.class("button"), .type("submit")) { "Save this photo" }
    }
    if hasPhoto {
      form(.method(.post), .action("/profile/photo/remove")) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit")) { "Remove the photo" }
      }
    }
  }

  private var hasPhoto: Bool {
    if case .photo = portrait { true } else { false }
  }
}
