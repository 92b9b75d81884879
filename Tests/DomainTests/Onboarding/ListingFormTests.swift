import Foundation
import Testing

@testable import Domain

struct ListingFormTests {
  private func read(_ values: [ListingField: [String]], _ step: ListingStep) throws -> (
    ListingContent, [ListingProblem]
  ) {
    var content = ListingContent(name: "Dr Before")
    let problems = try ListingSample.form().read(TypedForm(values), of: step, into: &content)
    return (content, problems)
  }

  @Test(arguments: 0..<100)
  func `a filled-in form is read as what it was filled in with, over anything that was there`(seed: UInt64)
    throws
  {
    let content = try ListingSample.content(seed)
    // Areas and the like keep the order they were put in, so there is nothing of them yet.
    var read = ListingContent(name: "Dr Before")
    read.profile.areas = content.profile.areas
    read.profile.modalities = content.profile.modalities
    read.profile.services = content.profile.services
    read.profile.funding = content.profile.funding
    read.profile.languages = content.profile.languages
    for step in ListingStep.allCases {
      #expect(try ListingSample.form().read(content.typed(step), of: step, into: &read) == [])
    }
    #expect(read == content)
  }

  @Test(arguments: [
    (ListingStep.profession, [ListingField.name, .profession, .registration]), (.places, [.findPlace]),
    (.clients, [.age, .client]), (.areas, [.area]), (.sessions, [.mode, .language]), (.about, []),
    (.wait, [.waitingPeriod]), (.seekers, [.seekers]), (.preview, []),
  ])
  func `an empty form names what it must have`(step: ListingStep, fields: [ListingField]) throws {
    #expect(try read([:], step).1.map(\.field) == fields)
  }

  @Test(arguments: [
    (ListingField.age, "adult"), (.client, "couple"), (.area, "anxiety"), (.modality, "emdr"),
    (.service, "family-report"), (.mode, "phone"), (.hours, "evening"), (.funding, "private"),
    (.language, "vi"),
    (.gender, "female"), (.accessibility, "hearing-loop"), (.waitingPeriod, "2-weeks"), (.seekers, "yes"),
    (.profession, "psychologist"),
  ])
  func `a choice that is none is refused by its field, and the right one beside it is kept`(
    field: ListingField, right: String
  ) throws {
    #expect(try !read([field: [right]], field.step).1.contains { $0.field == field })
    for wrong in [right.uppercased(), right + "x", "\u{0}", "<script>"] {
      let (content, problems) = try read([field: [wrong, right]], field.step)
      let about = problems.filter { $0.field == field }
      #expect(about.count == 1, "\(wrong)")
      #expect(
        about.allSatisfy {
          $0.sentence.count < 120 && $0.sentence.unicodeScalars.allSatisfy { $0.value >= 32 }
        })
      if ![.waitingPeriod, .seekers, .profession].contains(field) {
        #expect(content.typed(field.step)[field] == [right])
      }
    }
  }

  @Test(arguments: [
    ("clinical-psychologist", "PSY0001234567", "PSY0001234567"),
    ("clinical-psychologist", " psy 000 123 4567 ", "PSY0001234567"),
    ("psychiatrist", "MED0001234567", "MED0001234567"),
    ("amhsw", "12345", "12345"), ("counsellor", "aB12", "aB12"), ("psychiatrist", "PSY0001234567", nil),
    ("psychologist", "PSY123", nil), ("psychologist", "PSY00012345678", nil), ("amhsw", "123", nil),
    ("counsellor", "a-b", nil), ("psychologist", "ＰSY0001234567", nil),
  ])
  func `a number is written as the profession's register writes it`(
    profession: String, typed: String, number: String?
  ) throws {
    let (content, problems) = try read(
      [.name: ["Dr A"], .profession: [profession], .registration: [typed]], .profession)
    #expect(problems.map(\.field) == (number == nil ? [.registration] : []))
    #expect(content.profile.registrationNumber == number ?? "")
  }

  @Test(arguments: [
    (ListingField.name, 100), (.pronouns, 40), (.fee, 200),
  ])
  func `a line has an end, and no control characters`(field: ListingField, limit: Int) throws {
    func isRight(_ text: String) throws -> Bool {
      try !read([field: [text]], field.step).1.contains { $0.field == field }
    }
    #expect(try isRight(String(repeating: "ế", count: limit)))
    #expect(try !isRight(String(repeating: "ế", count: limit + 1)))
    for bad in ["a\r\nBcc: b", "a\u{202E}b", "a\u{0}b"] { #expect(try !isRight(bad)) }
  }

  /// A name stands in emails to others, whichever form it was typed into.
  @Test(arguments: [
    "Dr Aroha Ngata", "Dr Thảo O’Neill", "B.Psych Anna", "www.evil.example", "Dr evil.com", "Call tel:123",
    "a@b.example", "Dr <b>", "xn--p1ai.xn--p1ai", "Dr http://x", "Ｄr ｅvil．com", "1.2.3.4", "…", "",
  ])
  func `a name is taken where joining takes it, and nowhere else`(typed: String) throws {
    let (content, problems) = try read([.name: [typed]], .profession)
    let about = problems.filter { $0.field == .name }.map(\.sentence)
    do throws(MemberName.Refusal) {
      let name = try MemberName.read(typed)
      #expect(content.name == name && about == [])
    } catch {
      #expect(content.name == "Dr Before" && about == [error.explanation])
    }
  }

  @Test func `a bio keeps its line breaks, and is told when it is too long`() throws {
    #expect(try read([.bio: ["  One.\r\n\r\nTwo.\r\n "]], .about).0.profile.bio == "One.\n\nTwo.")
    #expect(try read([.bio: [String(repeating: "a\r\n", count: 2_000)]], .about).1 == [])
    let problems = try read([.bio: [String(repeating: "a", count: 4_001)]], .about).1
    #expect(problems.map(\.sentence) == ["Shorten it: at most 4,000 characters, these are 4001"])
    #expect(try read([.bio: ["a\u{1B}[2J"]], .about).1.map(\.field) == [.bio])
  }

  @Test func `what was chosen before keeps its order, and what is new comes after it`() throws {
    var content = ListingContent(name: "Dr A")
    content.profile.areas = ["ptsd", "anxiety", "gambling"]
    let typed = TypedForm([.area: ["anxiety", "depression", "ptsd"]])
    #expect(try ListingSample.form().read(typed, of: .areas, into: &content) == [])
    #expect(content.profile.areas == ["ptsd", "anxiety", "depression"])
  }

  @Test func `two thousand forms of nonsense never lose what is right in them`() throws {
    let form = try ListingSample.form()
    let nonsense = [
      "", " ", "\u{0}", "x\r\ny", "\u{202E}", "😀", "yes", "anxiety", "Richmond VIC 3121", "' OR 1=1 --",
      "%00",
    ]
    var chance = SeededGenerator(seed: 4)
    for number in 0..<2_000 {
      let right = try ListingSample.content(UInt64(number % 50))
      let step = try #require(ListingStep.asking.randomElement(using: &chance))
      var typed = right.typed(step)
      let fields = ListingField.allCases.filter { $0.step == step }
      let spoilt = try #require(fields.randomElement(using: &chance))
      typed[spoilt] =
        (typed[spoilt] + ListingSample.some(1...4, of: nonsense, &chance)).shuffled(using: &chance)
      var content = ListingContent(name: "Dr Before")
      let problems = form.read(typed, of: step, into: &content)
      #expect(problems.allSatisfy { $0.field.step == step && !$0.sentence.isEmpty })
      // A number is right only for its profession.
      for field in fields where field != spoilt && (field, spoilt) != (.registration, .profession) {
        let kept = Set(content.typed(step)[field])
        let expected = field == .telehealthOnly ? [] : right.typed(step)[field]
        #expect(kept.isSuperset(of: expected), "form \(number): \(spoilt) spoilt \(field)")
      }
    }
  }
}
