/// Whom to call when it cannot wait: this site is watched by nobody.
struct CrisisLines: Component {
  var body: some HTML { p(.class("notice")) { CrisisSentence() } }
}

/// The same as a sentence, where it stands smaller.
struct CrisisSentence: Component {
  @HTMLBuilder var body: some HTML {
    "In an emergency call "
    a(.href("tel:000")) { "000" }
    ". To talk to someone at any hour, call Lifeline on "
    a(.class("nowrap"), .href("tel:131114")) { "13 11 14" }
    "."
  }
}
