import Domain
import Foundation
import Testing

/// What mail gateways do to every link of every kind of email, and the person who comes after them.
///
/// A new kind joins by itself: `Delivery` will not compile until it says how one is brought about and what it is for.
@Suite(.timeLimit(.minutes(10)))
struct GauntletTests {
  @Test(arguments: Email.Kind.allCases)
  func `fetching every link, by HEAD, GET and OPTIONS and again later, writes nothing`(kind: Email.Kind)
    async throws
  {
    try await Delivery.of(kind) { delivery in
      let before = try await delivery.site.settledWriteTransactions()
      for persona in Persona.allCases {
        for link in delivery.links {
          let answer = try await persona.fetch(link)
          #expect(answer.status < 500, "\(persona) at \(link)")
          if persona != .options { #expect(isShown(answer), "\(persona) at \(link)") }
        }
      }
      #expect(try await delivery.site.writeTransactions() == before)
      try await delivery.expectUntouched()
      try await delivery.expectNoTokenAtRest()
      try await delivery.expectThePersonSucceeds()
    }
  }

  /// A page for everybody, or one that leads to signing in.
  private func isShown(_ answer: Visitor.Answer) -> Bool {
    answer.status == 200 || (answer.status == 303 && answer["location"]?.hasPrefix("/sign-in?next=") == true)
  }

  @Test(arguments: Email.Kind.allCases)
  func `submitting every form as it is served changes nothing that lasts, and the person succeeds`(
    kind: Email.Kind
  ) async throws {
    try await Delivery.of(kind) { delivery in
      for link in delivery.links where delivery.mayBeSubmitted(link) {
        for form in PageForm.all(in: try await Visitor.get(link).body) {
          let answer = try await Visitor.post(delivery.site.url + form.action, form: form.hidden)
          #expect(answer.status < 500)
        }
      }
      try await delivery.expectUntouched()
      try await delivery.expectNoTokenAtRest()
      try await delivery.expectThePersonSucceeds()
    }
  }
}

/// Who fetches without pressing anything.
enum Persona: String, CaseIterable {
  case head, get, options, rescan

  func fetch(_ link: String) async throws -> Visitor.Answer {
    switch self {
    case .head: try await Visitor.send("HEAD", link)
    case .options: try await Visitor.send("OPTIONS", link)
    case .get, .rescan: try await Visitor.get(link)
    }
  }
}
