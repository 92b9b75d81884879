import Domain

/// The picture of a person beside their name: their photo, or their initials on a colour that stays theirs. Drawn within the
/// page, for it takes fewer octets there than the request for a picture would.
struct Portrait: Component {
  enum Kind: Sendable {
    case photo(LinkTarget)
    case letters(String, Tone)
  }

  /// The colours of letters and of what is behind them; the stylesheet has their values.
  enum Tone: Int, CaseIterable, Sendable { case clay, ochre, moss, fern, lagoon, sky, iris, plum }

  private let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Hidden from who hears the page: the name beside it says as much.
  @HTMLBuilder var body: some HTML {
    switch kind {
    case .photo(let address):
      img(.class("portrait"), .src(address), .alt(""), .width(Photo.side), .height(Photo.side), .lazy())
    case .letters(let letters, let tone):
      Tag("svg", [tone.names, .viewBox("0 0 48 48"), .ariaHidden()]) {
        Tag("circle", [.centreX("24"), .centreY("24"), .radius("24")]) {}
        Tag("text", [.x("24"), .y("24")]) { letters }
      }
    }
  }
}

extension Portrait.Kind {
  /// The picture on a listing.
  static func of(_ listing: Listing) -> Self {
    of(listing.practitioner, name: listing.name, photo: listing.facts.photo)
  }

  /// The picture of a member, listed or not.
  static func of(_ member: Practitioner.ID, name: String, photo: String?) -> Self {
    photo.map { .photo("/photos/\($0)") } ?? .letters(Initials.of(name), Portrait.Tone(of: member))
  }
}

extension Portrait.Tone {
  /// Of 128 random bits any three choose evenly among eight.
  init(of member: Practitioner.ID) {
    let all = Self.allCases
    self = all[Int(member.bytes.last ?? 0) % all.count]
  }

  fileprivate var names: Attribute {
    switch self {
    case .clay: .class("portrait clay")
    case .ochre: .class("portrait ochre")
    case .moss: .class("portrait moss")
    case .fern: .class("portrait fern")
    case .lagoon: .class("portrait lagoon")
    case .sky: .class("portrait sky")
    case .iris: .class("portrait iris")
    case .plum: .class("portrait plum")
    }
  }
}
