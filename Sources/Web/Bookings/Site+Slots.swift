import Domain
import Foundation
import Store

/// What the two ways to offer a time share: a member's own page, and the link of a digest.
extension Site {
  /// What came of offering a time.
  enum Published: Sendable {
    case saved(SlotOffer)
    case refused(Problems)
  }

  /// Publishes what a practitioner typed.
  func publish(_ typed: SlotForm, by facts: BookingFacts) async throws -> Published {
    var chance = Chance()
    let practitioner = facts.practitioner
    let offer: SlotOffer
    do throws(SlotForm.Problem) {
      offer = try typed.offer(
        id: SlotOffer.ID(using: &chance), of: practitioner.id,
        places: facts.listing?.profile.locations ?? [],
        zone: { reference.localities.timeZone(of: $0) }, today: LocalDay(now(), in: zone(of: practitioner)))
    } catch { return .refused(Problems(error.sentence, about: error.field)) }
    let outcome = try await store.perform({ try $0.slotBook(of: practitioner.id) }) {
      SlotDecision.add(offer, to: $0)
    }
    return switch outcome {
    case .saved: .saved(offer)
    case .tooMany:
      .refused(Problems("You offer \(SlotOffer.most) times, which is the most", about: "when"))
    case .offeredAlready: .refused(Problems("You offer one that begins then already", about: "time"))
    }
  }

  /// Offers a time no more. What is booked stays booked.
  func withdraw(_ offer: SlotOffer.ID, of practitioner: Practitioner.ID) async throws {
    try await store.perform({ _ in }) { SlotDecision.withdraw(offer, of: practitioner) }
  }
}

extension SlotForm {
  /// What a form sent.
  init(_ form: Form) {
    self.init(
      when: form["when"] ?? "", day: form["day"] ?? "", time: form["time"] ?? "",
      minutes: form["minutes"] ?? "", mode: form["mode"] ?? "", place: form["place"] ?? "")
  }
}
