/// A photo field within a form of other things, with buttons of its own: what was typed there is sent and kept with it.
struct PhotoPart: Component {
  let field: PhotoField

  var body: some HTML {
    div(.class("photo-part whole")) {
      field
      div(.class("buttons")) {
        button(
          .class("button plain"), .type("submit"), .name("press"), .value("photo"), .formNoValidate()
        ) { "Use this photo" }
        if field.hasPhoto {
          button(
            .class("button plain"), .type("submit"), .name("press"), .value("remove-photo"),
            .formNoValidate()
          ) { "Remove the photo" }
        }
      }
    }
  }
}
