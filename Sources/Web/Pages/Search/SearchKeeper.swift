/// The form that keeps the search that is shown.
struct SearchKeeper: Component {
  /// As an address writes it.
  let query: String
  let formToken: String

  var body: some HTML {
    details(.class("fold keeper")) {
      summary { span { "Save this search" } }
      form(.class("inline"), .method(.post), .action("/listings/searches")) {
        FormToken(formToken)
        HiddenField(name: "query", value: query)
        div(.class("field")) {
          label(.for("name")) { "Its name" }
          input(.id("name"), .name("name"), .type(.text), .maxlength(80), .required(), .autocomplete("off"))
        }
        button(.class("button plain"), .type("submit")) { "Save" }
      }
    }
  }
}
