import Foundation

/// Reads practitioners from JSON Lines, one object a line, against the reference data.
///
/// Every key but `gender`, `pronouns`, `hours`, `services`, `client_types` and `fee` is required; unknown keys are refused.
public struct PractitionerImport: Sendable {
  private let reference: ReferenceData
  private let decoder = JSONDecoder()

  /// An import that believes what the reference data knows.
  public init(reference: ReferenceData) { self.reference = reference }

  /// The practitioner of one line, or the first thing that is wrong with it.
  public func read(_ text: String) throws(ImportRefusal) -> ImportedPractitioner {
    let line = try ImportLine.decode(text, with: decoder)
    let email: EmailAddress
    do { email = try EmailAddress(line.email) } catch { throw .email(error) }
    let profile = try profile(of: line)
    return ImportedPractitioner(
      name: try ImportChecks.text(line.name, key: .name, atMost: 200), email: email, profile: profile,
      wait: try ImportChecks.wait(of: line),
      timeZone: profile.locations.first.flatMap { reference.localities.timeZone(of: $0) })
  }

  private func profile(of line: ImportLine) throws(ImportRefusal) -> Profile {
    let taxonomy = reference.taxonomy
    var profile = Profile(profession: line.profession, registrationNumber: try registration(of: line))
    profile.bio = try ImportChecks.bio(line.bio)
    profile.locations = try locations(line.locations)
    profile.areas = try ImportChecks.slugs(line.areas, key: .areas, in: taxonomy.areas)
    profile.modalities = try ImportChecks.slugs(line.modalities, key: .modalities, in: taxonomy.modalities)
    profile.ageGroups = try ImportChecks.slugs(line.ageGroups, key: .ageGroups, in: taxonomy.ageGroups)
    profile.sessionModes = try ImportChecks.slugs(line.modes, key: .modes, in: taxonomy.sessionModes)
    profile.funding = try ImportChecks.slugs(line.funding, key: .funding, in: taxonomy.funding)
    profile.hours = try ImportChecks.slugs(line.hours ?? [], key: .hours, in: taxonomy.hours)
    profile.services = try ImportChecks.slugs(line.services ?? [], key: .services, in: taxonomy.services)
    profile.clientTypes = try ImportChecks.slugs(
      line.clientTypes ?? [], key: .clientTypes, in: taxonomy.clientTypes)
    profile.languages = try ImportChecks.slugs(line.languages, key: .languages) { code in
      reference.languages.name(of: code) != nil
    }
    profile.gender = try ImportChecks.slugs(
      line.gender.map { [$0] } ?? [], key: .gender, in: taxonomy.genders
    ).first
    profile.pronouns = try ImportChecks.optionalText(line.pronouns, key: .pronouns, atMost: 40)
    profile.fee = try ImportChecks.optionalText(line.fee, key: .fee, atMost: 200)
    return profile
  }

  private func registration(of line: ImportLine) throws(ImportRefusal) -> String {
    guard let profession = reference.taxonomy.profession(line.profession) else {
      throw .unknown(key: ImportLine.Key.profession.rawValue, slug: ImportChecks.quoted(line.profession))
    }
    guard profession.registration.matches(line.registration) else {
      throw .registration(profession: profession.term.slug, pattern: profession.registration.words)
    }
    return line.registration
  }

  /// Places in the table's own spelling.
  private func locations(_ places: [ImportLine.Place]) throws(ImportRefusal) -> [PracticeLocation] {
    var found: [PracticeLocation] = []
    for place in places {
      let written = PracticeLocation(postcode: place.postcode, locality: place.locality, state: place.state)
      guard let row = reference.localities.row(of: written) else {
        throw .locality(ImportChecks.quoted(written.label))
      }
      if !found.contains(row.location) { found.append(row.location) }
    }
    return found
  }
}
