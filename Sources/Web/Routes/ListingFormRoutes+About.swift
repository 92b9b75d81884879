import Domain
import Hummingbird

/// The step with the photo. Its form is sent whole whichever button is pressed, so what was typed is kept before anything
/// becomes of the picture.
extension ListingFormRoutes {
  func saveAbout(_ request: Request, _ context: SiteContext) async throws -> Response {
    let sent = try await site.photoForm(request, context)
    // The button comes last: of a form that was cut off nobody knows it.
    let press = sent.isTooLarge ? .keep : Self.press(sent.form)
    let outcome = try await save(sent.form, of: .about, by: press, sent.member)
    var problems = Problems()
    if case .refused(let refused) = outcome { problems = Problems(refused) }
    let refusal = try await photo(sent)
    if let refusal { problems.add(refusal.sentence, about: PhotoField.name) }
    let progress = try await progress(of: sent.member)
    guard problems.isEmpty else {
      return page(
        .about, progress, sent.member, problems: problems, context,
        status: refusal.map(PhotoRoutes.status) ?? .badRequest)
    }
    return site.seeOther(next(of: sent.form, .about, progress))
  }

  /// What the form wants of the picture, whichever button was pressed; nil when that is done, or nothing was wanted.
  private func photo(_ sent: PhotoForm) async throws -> PhotoRefusal? {
    let photos = PhotoRoutes(site: site)
    switch sent.form["press"] {
    case "remove-photo":
      try await photos.save(nil, of: sent.member.practitioner.id)
      return nil
    case "discard": return nil
    case "photo": return try await photos.take(sent)
    default: return sent.photo == nil && !sent.isTooLarge ? nil : try await photos.take(sent)
    }
  }
}
