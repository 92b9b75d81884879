import Foundation
import Testing

@testable import Domain

struct ImportRefusalTests {
  @Test(arguments: ["", "name,email", "[]", "\"text\"", "{", "{\"name\": }", "null", "{} {}"])
  func `what is no object is refused`(line: String) throws {
    #expect(try ImportFixture.refusal(of: line)?.explanation == "the line is not one JSON object")
  }

  @Test(arguments: [
    ("{", "{\"hour\": [], ", "hour is not a key that an import knows"),
    ("\"Dr Thảo O'Neill\"", "3", "name must be a text"),
    ("\"Dr Thảo O'Neill\"", "null", "name must be a text"),
    ("[\"adult\"]", "\"adult\"", "age_groups must be a list of texts"),
    ("[\"adult\"]", "[3]", "age_groups must be a list of texts"),
    ("true}", "\"yes\"}", "accepting_new_clients must be true or false"),
    (
      "\"2880\"", "2880",
      "locations must be a list of places, each with postcode, locality and state as texts"
    ),
    ("\"postcode\"", "\"post\"", "locations: postcode is missing"),
    ("Dr Thảo O'Neill", "", "name must have 1 to 200 characters, none of them control characters"),
    ("Dr Thảo O'Neill", " ", "name must have 1 to 200 characters, none of them control characters"),
    (
      "O'Neill", "O\\r\\nBcc: x@example.com",
      "name must have 1 to 200 characters, none of them control characters"
    ),
    ("O'Neill", "\\u202Elliem", "name must have 1 to 200 characters, none of them control characters"),
    (
      "I am", "I\\u0000am",
      "bio must have at most 4000 characters, none of them control characters but line breaks"
    ),
    ("thao.oneill.0@", "thao.oneill.0", "email: an email address has one @ between a name and a domain"),
    ("@example.com", "@example", "email: the part after the @ must be a domain such as example.com"),
    ("clinical-psychologist", "wizard", "profession has \"wizard\", which is not in the reference data"),
    ("grief-loss", "grief", "areas has \"grief\", which is not in the reference data"),
    ("emdr", "magic", "modalities has \"magic\", which is not in the reference data"),
    ("\"adult\"", "\"adults\"", "age_groups has \"adults\", which is not in the reference data"),
    ("in-person", "in person", "modes has \"in person\", which is not in the reference data"),
    ("[\"private\"]", "[\"barter\"]", "funding has \"barter\", which is not in the reference data"),
    ("\"vi\"", "\"xx\"", "languages has \"xx\", which is not in the reference data"),
    ("female", "f", "gender has \"f\", which is not in the reference data"),
    ("2-weeks", "soon", "waiting_period has \"soon\", which is not in the reference data"),
    (
      "PSY9000000000", "MED9000000000",
      "registration does not look like that of a clinical-psychologist: PSY and 10 digits"
    ),
    ("2880", "2881", "locations has \"Broken Hill NSW 2881\", which is not in the table of localities"),
    (
      "2026-10-20T01:02:03Z", "20 October",
      "confirmed_at must be a date and time in UTC such as 2026-11-01T09:30:00Z"
    ),
    ("true}", "false}", "waiting_period 2-weeks contradicts accepting_new_clients false"),
    ("2-weeks", "closed", "waiting_period closed contradicts accepting_new_clients true"),
  ])
  func `one mistake is told in one sentence`(good: String, bad: String, sentence: String) throws {
    #expect(try ImportFixture.refusal(of: ImportFixture.changed(good, bad))?.explanation == sentence)
  }

  @Test(arguments: [(200, true), (201, false)])
  func `a name has at most 200 characters`(length: Int, isRead: Bool) throws {
    let line = try ImportFixture.changed("Dr Thảo O'Neill", String(repeating: "ế", count: length))
    #expect(try (ImportFixture.refusal(of: line) == nil) == isRead)
  }

  @Test func `a report stays one short line whatever a file holds`() throws {
    let nasty = String(repeating: "\\n\\u001b[2J", count: 100)
    for (good, bad) in [("grief-loss", nasty), ("{", "{\"\(nasty)\": 1, "), ("Broken Hill", nasty)] {
      let sentence = try #require(try ImportFixture.refusal(of: ImportFixture.changed(good, bad))).explanation
      #expect(sentence.count < 160 && sentence.unicodeScalars.allSatisfy { $0.value >= 32 })
    }
  }

  @Test func `cut anywhere, a line is refused and never crashes`() throws {
    for count in 0..<ImportFixture.line.count {
      #expect(try ImportFixture.refusal(of: String(ImportFixture.line.prefix(count))) != nil)
    }
  }
}
