/// The member's own picture: what colleagues see now, another one, or none.
struct PhotoPage: Page {
  let portrait: Portrait.Kind
  let formToken: String
  var problem: PhotoRefusal?

  private var problems: Problems {
    problem.map { Problems($0.sentence, about: PhotoField.name) } ?? Problems()
  }

  private var field: PhotoField {
    PhotoField(portrait: portrait, problem: problems[PhotoField.name])
  }

  var title: String { problems.title("Your photo") }

  @HTMLBuilder var body: some HTML {
    ProblemSummary(problems)
    h1 { "Your photo" }
    form(.class("stack"), .method(.post), .action("/profile/photo"), .multipart()) {
      FormToken(formToken)
      field
      button(.class("button"), .type("submit")) { "Save this photo" }
    }
    if field.hasPhoto {
      form(.method(.post), .action("/profile/photo/remove")) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit")) { "Remove the photo" }
      }
    }
  }
}
