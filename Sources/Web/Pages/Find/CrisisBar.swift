/// Whom to call when it cannot wait, in sight however far one scrolls.
struct CrisisBar: Component {
  var body: some HTML {
    p(.class("crisis small")) {
      span {
        "In danger? Call "
        a(.href("tel:000")) { "000" }
      }
      span {
        "At any hour: Lifeline "
        a(.class("nowrap"), .href("tel:131114")) { "13 11 14" }
      }
    }
  }
}
