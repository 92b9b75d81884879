/// All that a practitioner says in the forms of their listing.
public struct ListingContent: Hashable, Sendable {
  /// With title, as it is written.
  public var name: String
  /// What colleagues see.
  public var profile: Profile
  /// How long a new client waits; nil before it was said.
  public var wait: WaitingPeriod?
  /// Whether help seekers may find and book them.
  public var isOpenToSeekers: Bool

  /// Nothing said but a name.
  public init(name: String) {
    self.name = name
    profile = Profile(profession: "", registrationNumber: "")
    isOpenToSeekers = false
  }

  /// What a listing says.
  public init(of listing: Listing) {
    name = listing.name
    profile = listing.profile
    wait = listing.wait?.period
    isOpenToSeekers = listing.facts.isOpenToSeekers
  }

  /// The form of a step filled in with this: what `ListingForm` reads as the same content.
  public func typed(_ step: ListingStep) -> TypedForm {
    switch step {
    case .profession:
      TypedForm([
        .name: said(name), .pronouns: said(profile.pronouns), .profession: said(profile.profession),
        .registration: said(profile.registrationNumber),
      ])
    case .places:
      TypedForm([
        .place: profile.locations.map(\.label), .telehealthOnly: profile.locations.isEmpty ? ["yes"] : [],
      ])
    case .clients: TypedForm([.age: profile.ageGroups, .client: profile.clientTypes])
    case .areas:
      TypedForm([.area: profile.areas, .modality: profile.modalities, .service: profile.services])
    case .sessions:
      TypedForm([
        .mode: profile.sessionModes, .hours: profile.hours, .funding: profile.funding,
        .fee: said(profile.fee),
        .language: profile.languages, .gender: said(profile.gender), .accessibility: profile.accessibility,
      ])
    case .about: TypedForm([.bio: said(profile.bio)])
    case .wait: TypedForm([.waitingPeriod: said(wait?.slug)])
    case .seekers: TypedForm([.seekers: [isOpenToSeekers ? "yes" : "no"]])
    case .preview: TypedForm()
    }
  }

  private func said(_ text: String?) -> [String] { text.map { $0.isEmpty ? [] : [$0] } ?? [] }
}
