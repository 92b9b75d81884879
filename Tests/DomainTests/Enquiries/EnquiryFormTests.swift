import Foundation
import Testing

@testable import Domain

@Suite struct `The questions to a help seeker` {
  private let sample: EnquirySample
  private var form: EnquiryForm { sample.form }

  init() throws { sample = try EnquirySample() }

  @Test(
    arguments: [
      ([:], "meeting whom age concerns paying preferences"),
      ([.meeting: ["in-person"]], "meeting place whom age concerns paying preferences"),
      ([.meeting: ["any"]], "meeting place whom age concerns paying preferences"),
      (
        [.meeting: ["video"], .paying: ["work-injury"]], "meeting whom age concerns paying state preferences"
      ),
      (
        [.meeting: ["in-person"], .place: ["4075"], .paying: ["work-injury"]],
        "meeting place whom age concerns paying preferences"
      ),
      (
        [.meeting: ["any"], .place: [], .paying: ["work-injury"]],
        "meeting place whom age concerns paying state preferences"
      ),
      (
        [.meeting: ["video"], .age: ["adolescent"]], "meeting whom age filled-by concerns paying preferences"
      ),
      ([.meeting: ["video"], .age: ["young-adult"]], "meeting whom age concerns paying preferences"),
    ] as [([EnquiryField: [String]], String)])
  func `what is not needed is not asked`(answers: [EnquiryField: [String]], asked: String) {
    let enquiry = sample.enquiry(answers)
    #expect(form.steps(of: enquiry).map(\.rawValue).joined(separator: " ") == asked)
  }

  @Test(
    arguments: [
      (EnquiryStep.meeting, [.meeting: ["x"]], ["Choose from what is offered here"]),
      (.meeting, [:], ["Choose one"]), (.meeting, [.meeting: ["video", "any"]], []),
      (.place, [.place: [""]], ["Enter a suburb, a town or a postcode"]),
      (.place, [.place: ["Corinda"]], []), (.place, [.place: ["4075"]], []),
      (.place, [.place: ["Richmond"]], ["Choose which “Richmond” you mean"]),
      (
        .place, [.place: ["Atlantis"]],
        ["We know no place called “Atlantis”. Try a suburb, a town or a postcode"]
      ),
      (.concerns, [.words: [" \u{0} \n"]], ["Choose one or more, or use your own words"]),
      (.concerns, [.words: ["sad"]], []),
      (
        .concerns, [.concerns: ["worry", "loss", "eating", "sleep", "anger", "gambling", "parenting"]],
        ["Choose the 6 that matter most"]
      ),
      (.concerns, [.words: [String(repeating: "a", count: 201)]], ["Shorten this to 200 characters"]),
      (.preferences, [:], []), (.preferences, [.language: ["xx"]], ["Choose from what is offered here"]),
    ] as [(EnquiryStep, [EnquiryField: [String]], [String])])
  func `an answer that is none is told beside its field`(
    step: EnquiryStep, sent: [EnquiryField: [String]], sentences: [String]
  ) {
    var enquiry = Enquiry()
    enquiry[.meeting] = step == .meeting ? [] : ["in-person"]
    let saved = form.save(sent, of: step, by: .next, in: enquiry)
    #expect(saved.problems.map(\.sentence) == sentences)
    #expect(saved.enquiry.isDone(step) == sentences.isEmpty)
    let back = form.save(sent, of: step, by: .back, in: enquiry)
    #expect(back.problems.isEmpty && !back.enquiry.isDone(step))
  }

  @Test func `on the way back whatever was typed is kept`() {
    let saved = form.save([.place: ["Rich"]], of: .place, by: .back, in: Enquiry())
    #expect(saved.enquiry[.place] == ["Rich"])
    #expect(
      form.save([.words: ["my  own\nwords"]], of: .concerns, by: .back, in: saved.enquiry).enquiry[.words]
        == ["my own words"])
  }

  @Test func `another answer asks again only what it opens`() {
    var enquiry = sample.enquiry(EnquirySample.plain)
    #expect(form.firstOpen(of: enquiry) == nil)
    enquiry = form.save([.age: ["adolescent"]], of: .age, by: .next, in: enquiry).enquiry
    #expect(form.firstOpen(of: enquiry) == .filledBy)
    enquiry = form.save([.filledBy: ["young-person"]], of: .filledBy, by: .next, in: enquiry).enquiry
    #expect(form.firstOpen(of: enquiry) == nil)
    enquiry = form.save([.age: ["child"]], of: .age, by: .next, in: enquiry).enquiry
    #expect(form.firstOpen(of: enquiry) == .filledBy, "nobody of 5 to 12 is 16")
  }

  @Test(arguments: [
    ("adult", nil, true), ("child", "guardian", true), ("child", "other", false), ("child", "younger", false),
    ("infant", "guardian", true), ("child", "young-person", false), ("adolescent", "guardian", true),
    ("adolescent", "young-person", true), ("adolescent", "younger", false), ("adolescent", "other", false),
    ("adolescent", nil, false),
  ])
  func `for somebody under 18 a parent or guardian books, or they themselves from 16`(
    age: String, filledBy: String?, mayBook: Bool
  ) {
    var answers = EnquirySample.plain
    answers[.age] = [age]
    answers[.filledBy] = filledBy.map { [$0] }
    #expect(form.mayBook(sample.enquiry(answers)) == mayBook)
  }

  @Test func `a wish that was given up is wished again when its question is answered anew`() {
    let enquiry = sample.enquiry(EnquirySample.plain).waiving(.distance).waiving(.paying)
    let kept = form.save([.place: ["Corinda"]], of: .place, by: .back, in: enquiry).enquiry
    #expect(kept.waivers == [.distance, .paying])
    let again = form.save([.place: ["Corinda"]], of: .place, by: .next, in: enquiry).enquiry
    #expect(again.waivers == [.paying])
  }

  @Test func `an enquiry is read as it was written, whatever is in it`() throws {
    var sample = sample
    for _ in 0..<200 {
      var enquiry = sample.randomEnquiry()
      enquiry.seed = sample.chance.next()
      let octets = try JSONEncoder().encode(enquiry)
      #expect(try JSONDecoder().decode(Enquiry.self, from: octets) == enquiry)
      #expect(form.isComplete(enquiry) == (form.firstOpen(of: enquiry) == nil))
    }
  }

  @Test(arguments: [
    ("I have panic attacks at work", ["panic-agoraphobia"]), ("on edge, worried", ["anxiety phobias"]),
    ("OCD", ["obsessive-compulsive-disorder-ocd"]), ("EMDR for birth trauma", ["emdr", "birth-trauma"]),
    ("my son's ADD", ["adhd-adult adhd-child"]), ("bereavement", ["grief-loss"]), ("edge of the world", []),
    ("family life, work and children", []), ("acting", []), ("relationship", []), ("", []),
    ("ＢＰＤ", ["borderline-personality-emotion-dysregulation"]),
  ])
  func `free words mean what the taxonomy and the questionnaire call so`(text: String, slugs: [String]) {
    let found = sample.reference.spokenNames.found(in: text)
    #expect(found.map { $0.slugs.values.flatMap { $0 }.sorted().joined(separator: " ") } == slugs)
  }
}
