import Foundation

/// Reads the forms of a listing against the reference data: what is right goes into the content, what is not is told by its field.
///
/// Promise: every value that is right by itself is taken, whatever else is wrong with the form.
public struct ListingForm: Sendable {
  let reference: ReferenceData

  /// Forms whose words are those of the reference data.
  public init(reference: ReferenceData) { self.reference = reference }

  /// The most places that a listing names.
  public static let mostPlaces = 10

  /// Reads a step's form into `content` and returns what is wrong with it, in the order of the form.
  public func read(
    _ typed: TypedForm, of step: ListingStep, into content: inout ListingContent
  ) -> [ListingProblem] {
    var reading = FormReading(typed)
    switch step {
    case .profession: readProfession(&reading, into: &content)
    case .places: content.profile.locations = places(&reading)
    case .clients:
      let words = reference.taxonomy
      content.profile.ageGroups = reading.slugs(
        .age, of: words.ageGroups.terms, missing: "Choose the ages you see")
      content.profile.clientTypes = reading.slugs(
        .client, of: words.clientTypes.terms, missing: "Choose whom you see")
    case .areas: readAreas(&reading, into: &content.profile)
    case .sessions: readSessions(&reading, into: &content.profile)
    case .about: content.profile.bio = bio(&reading) ?? content.profile.bio
    case .wait: readWait(&reading, into: &content)
    case .seekers: readSeekers(&reading, into: &content)
    case .preview: break
    }
    return reading.problems
  }

  private func readProfession(_ reading: inout FormReading, into content: inout ListingContent) {
    content.name = name(&reading) ?? content.name
    content.profile.pronouns = reading.optionalLine(.pronouns, atMost: 40)
    let slug = reading.typed.text(.profession)
    let profession = reference.taxonomy.profession(slug)
    if profession == nil { reading.refuse(.profession, "Choose your profession") }
    content.profile.profession = profession?.term.slug ?? content.profile.profession
    let number = reading.line(.registration, atMost: 40, missing: "Enter your registration number")
    if let number, let profession { readRegistration(number, of: profession, &reading, into: &content) }
  }

  /// By the rule of joining: whoever was let in under a harmless name does not take another here.
  private func name(_ reading: inout FormReading) -> String? {
    do throws(MemberName.Refusal) { return try MemberName.read(reading.typed.text(.name)) } catch {
      reading.refuse(.name, error.explanation)
      return nil
    }
  }

  /// White space and small letters are forgiven where the register has none.
  private func readRegistration(
    _ typed: String, of profession: Taxonomy.Profession, _ reading: inout FormReading,
    into content: inout ListingContent
  ) {
    let joined = typed.filter { !$0.isWhitespace }
    let pattern = profession.registration
    guard let number = [joined, joined.uppercased()].first(where: pattern.matches) else {
      return reading.refuse(
        .registration, "Check the number: for this profession it is \(pattern.words)")
    }
    content.profile.registrationNumber = number
  }

  private func readAreas(_ reading: inout FormReading, into profile: inout Profile) {
    let words = reference.taxonomy
    profile.areas = reading.slugs(
      .area, of: words.areas.terms, first: profile.areas, missing: "Choose at least one area")
    profile.modalities = reading.slugs(.modality, of: words.modalities.terms, first: profile.modalities)
    profile.services = reading.slugs(.service, of: words.services.terms, first: profile.services)
  }

  private func readSessions(_ reading: inout FormReading, into profile: inout Profile) {
    let words = reference.taxonomy
    profile.sessionModes = reading.slugs(
      .mode, of: words.sessionModes.terms, missing: "Choose at least one way to meet")
    profile.hours = reading.slugs(.hours, of: words.hours.terms)
    profile.funding = reading.slugs(.funding, of: words.funding.terms, first: profile.funding)
    profile.fee = reading.optionalLine(.fee, atMost: 200)
    profile.languages = reading.slugs(
      .language, of: reference.languages.languages, first: profile.languages,
      missing: "Choose at least one language")
    profile.gender = reading.slugs(.gender, of: words.genders.terms).first
    profile.accessibility = reading.slugs(.accessibility, of: words.accessibility.terms)
  }

  /// Browsers send line breaks as CR LF (HTML Standard, 4.10.22.7).
  private func bio(_ reading: inout FormReading) -> String? {
    let unix = reading.typed.text(.bio).replacingOccurrences(of: "\r\n", with: "\n")
    let trimmed = unix.trimmingCharacters(in: .whitespacesAndNewlines)
    if let bio = try? ImportChecks.bio(trimmed) { return bio }
    reading.refuse(
      .bio,
      trimmed.count > 4_000
        ? "Shorten it: at most 4,000 characters, these are \(trimmed.count)"
        : "Take out control characters; line breaks are fine")
    return nil
  }

  private func readWait(_ reading: inout FormReading, into content: inout ListingContent) {
    guard let period = WaitingPeriod(rawValue: reading.typed.text(.waitingPeriod)) else {
      return reading.refuse(.waitingPeriod, "Choose one of the seven")
    }
    content.wait = period
  }

  private func readSeekers(_ reading: inout FormReading, into content: inout ListingContent) {
    switch reading.typed.text(.seekers) {
    case "yes": content.isOpenToSeekers = true
    case "no": content.isOpenToSeekers = false
    default: reading.refuse(.seekers, "Choose yes or no")
    }
  }
}

/// A form while it is read, with what was found wrong so far.
struct FormReading {
  let typed: TypedForm
  private(set) var problems: [ListingProblem] = []

  init(_ typed: TypedForm) { self.typed = typed }

  mutating func refuse(_ field: ListingField, _ sentence: String) {
    problems.append(ListingProblem(field: field, sentence: sentence))
  }

  /// A text on one line, or nil; `missing` says that there is none.
  mutating func line(_ field: ListingField, atMost limit: Int, missing: String) -> String? {
    guard typed.text(field).contains(where: { !$0.isWhitespace }) else {
      refuse(field, missing)
      return nil
    }
    return optionalLine(field, atMost: limit)
  }

  /// The same where none is right as well.
  mutating func optionalLine(_ field: ListingField, atMost limit: Int) -> String? {
    let text = typed.text(field)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if let line = ImportChecks.line(text, atMost: limit) { return line }
    refuse(field, "At most \(limit) characters, on one line")
    return nil
  }

  /// The slugs that were ticked and are among the terms. Those of `first` keep their order (a practitioner may have put the most
  /// practised first), the others follow in that of the terms.
  mutating func slugs(
    _ field: ListingField, of terms: [Term], first: [String] = [], missing: String? = nil
  ) -> [String] {
    let ticked = Set(typed[field].filter { !$0.isEmpty })
    for slug in ticked.subtracting(terms.map(\.slug)).sorted() {
      refuse(field, "“\(ImportChecks.quoted(slug))” is not one of the choices")
    }
    let chosen = terms.map(\.slug).filter(ticked.contains)
    let kept = first.filter(chosen.contains)
    if let missing, ticked.isEmpty { refuse(field, missing) }
    return kept + chosen.filter { !kept.contains($0) }
  }
}
