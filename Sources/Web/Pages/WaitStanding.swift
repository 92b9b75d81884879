/// What colleagues see of a practitioner's wait now.
struct WaitStanding: Component {
  let standing: StandingWait

  init(_ standing: StandingWait) { self.standing = standing }

  var body: some HTML {
    p(.class("standing")) {
      span { "Colleagues see now:" }
      WaitChip(standing.band)
      if let freshness = standing.freshness { span(.class("quiet small")) { freshness } }
    }
  }
}
