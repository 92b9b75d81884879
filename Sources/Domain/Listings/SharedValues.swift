/// One copy of what many listings say alike: slugs, names of places, whole lists of them. It halves what 100,000 listings take.
struct SharedValues: Sendable {
  private var texts: [String: String] = [:]
  private var lists: [[String]: [String]] = [:]

  /// The same listing, made of shared values.
  mutating func sharing(_ listing: Listing) -> Listing {
    var listing = listing
    share(&listing.profile.sessionModes)
    share(&listing.profile.hours)
    share(&listing.profile.ageGroups)
    share(&listing.profile.clientTypes)
    share(&listing.profile.services)
    share(&listing.profile.funding)
    share(&listing.profile.languages)
    share(&listing.profile.accessibility)
    listing.profile.areas = listing.profile.areas.map { text($0) }
    listing.profile.modalities = listing.profile.modalities.map { text($0) }
    listing.profile.profession = text(listing.profile.profession)
    listing.profile.locations = listing.profile.locations.map {
      PracticeLocation(postcode: $0.postcode, locality: text($0.locality), state: $0.state)
    }
    return listing
  }

  private mutating func share(_ list: inout [String]) {
    if let known = lists[list] { return list = known }
    list = list.map { text($0) }
    lists[list] = list
  }

  private mutating func text(_ text: String) -> String {
    // Fifteen octets and fewer are kept within the string itself.
    guard text.utf8.count > 15 else { return text }
    if let known = texts[text] { return known }
    texts[text] = text
    return text
  }
}
