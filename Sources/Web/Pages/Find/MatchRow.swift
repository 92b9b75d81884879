/// Somebody who may fit, with the reasons.
struct MatchRow: Component {
  /// In words that are ready to be read.
  struct Row: Sendable {
    let name: String
    let pronouns: String?
    let profession: String
    let portrait: Portrait.Kind
    /// "Sees teenagers", "Anxiety", "4 km": why they are here.
    let reasons: [String]
    let wait: WaitBand?
    /// "Confirmed on Tuesday".
    let confirmed: String
    /// In the practitioner's words; nil when they said none.
    let fee: String?
    /// How to reach them; nil for a reader who may not book by themselves.
    let contact: Contact?
  }

  /// The way to a first appointment.
  enum Contact: Sendable {
    /// Where a free time is chosen.
    case times(LinkTarget)
    /// Where somebody who publishes none is asked for one.
    case request(LinkTarget)
  }

  let row: Row

  init(_ row: Row) { self.row = row }

  var body: some HTML {
    li(.class("match")) {
      Portrait(row.portrait)
      div {
        h2 {
          row.name
          if let pronouns = row.pronouns { span(.class("pronouns")) { " (\(pronouns))" } }
        }
        p { row.profession }
        p(.class("wait-line")) {
          WaitChip(row.wait)
          span(.class("quiet small")) { row.confirmed }
        }
        ul(.class("dotted"), .role("list"), .ariaLabel("Why \(row.name)")) {
          row.reasons.map { reason in li { reason } }
        }
        if let fee = row.fee { p(.class("quiet small")) { "Fee: \(fee)" } }
        if let contact = row.contact {
          p(.class("buttons")) {
            switch contact {
            case .times(let path):
              a(.class("button"), .href(path), .ariaLabel("Free times of \(row.name)")) { "Free times" }
            case .request(let path):
              a(.class("button"), .href(path), .ariaLabel("Ask \(row.name) for a time")) { "Ask for a time" }
            }
          }
        }
      }
    }
  }
}
