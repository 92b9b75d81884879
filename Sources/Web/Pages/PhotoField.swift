/// A member's picture as it is now, and where another is chosen.
struct PhotoField: Component {
  let portrait: Portrait.Kind
  /// Not in a form that is right without one.
  var isRequired = true
  var problem: String?

  static let name = "photo"

  @HTMLBuilder var body: some HTML {
    div(.class("portrait-now")) {
      Portrait(portrait)
      p { hasPhoto ? "Colleagues see this photo." : "Until there is a photo, colleagues see your initials." }
    }
    FileField(
      name: Self.name, label: hasPhoto ? "Another photo" : "Photo",
      hint:
        "JPEG, PNG or WebP, up to 5 MB. We keep the middle of it as a square, and nothing of where, when and with what it was taken.",
      accept: "image/jpeg,image/png,image/webp", isRequired: isRequired, problem: problem)
  }

  /// Whether there is one to be removed.
  var hasPhoto: Bool {
    if case .photo = portrait { true } else { false }
  }
}
