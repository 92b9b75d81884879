import Foundation
import Testing

@testable import Domain

struct PractitionerImportTests {
  @Test func `a good line becomes a practitioner`() throws {
    let read = try ImportFixture.read(ImportFixture.line)
    #expect(read.name == "Dr Thảo O'Neill")
    #expect(read.email.text == "thao.oneill.0@example.com")
    #expect(read.timeZone == "Australia/Broken_Hill")
    #expect(read.wait.period == .twoWeeks)
    #expect(read.wait.means == .import)
    #expect(read.wait.confirmedAt == Date(timeIntervalSince1970: 1_792_458_123))
    #expect(read.profile.profession == "clinical-psychologist")
    #expect(read.profile.registrationNumber == "PSY9000000000")
    #expect(read.profile.bio == "I am here to listen.")
    #expect(read.profile.areas == ["anxiety", "grief-loss"])
    #expect(read.profile.modalities == ["cbt", "emdr"])
    #expect(read.profile.ageGroups == ["adult"])
    #expect(read.profile.sessionModes == ["in-person", "phone"])
    #expect(read.profile.funding == ["private"])
    #expect(read.profile.languages == ["en", "vi"])
    #expect(read.profile.gender == "female")
    #expect(read.profile.locations.map(\.label) == ["Broken Hill NSW 2880"])
  }

  @Test func `the optional keys are read`() throws {
    let more = """
      {"pronouns": "she/her", "hours": ["evening"], "services": ["group-program"], "client_types": ["couple"], \
      "fee": "$220, concession $150", 
      """
    let profile = try ImportFixture.read(ImportFixture.changed("{", more)).profile
    #expect(profile.pronouns == "she/her")
    #expect(profile.hours == ["evening"])
    #expect(profile.services == ["group-program"])
    #expect(profile.clientTypes == ["couple"])
    #expect(profile.fee == "$220, concession $150")
  }

  @Test(arguments: [
    "name", "email", "profession", "registration", "bio", "areas", "modalities", "age_groups", "modes",
    "funding",
    "languages", "locations", "waiting_period", "confirmed_at", "accepting_new_clients",
  ])
  func `a line lacks no key`(key: String) throws {
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(ImportFixture.line.utf8)) as? [String: Any])
    object[key] = nil
    let line = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    #expect(try ImportFixture.refusal(of: line)?.explanation == "\(key) is missing")
  }

  @Test func `without a gender the rest is read`() throws {
    #expect(
      try ImportFixture.read(ImportFixture.changed("\"gender\": \"female\", ", "")).profile.gender == nil)
  }

  @Test func `a slug said twice counts once`() throws {
    let line = try ImportFixture.changed("\"cbt\", \"emdr\"", "\"cbt\", \"emdr\", \"cbt\"")
    #expect(try ImportFixture.read(line).profile.modalities == ["cbt", "emdr"])
  }

  @Test func `a place takes the spelling of the table`() throws {
    let line = try ImportFixture.changed("Broken Hill", "BROKEN HILL")
    #expect(try ImportFixture.read(line).profile.locations.first?.locality == "Broken Hill")
  }

  @Test func `a practitioner without a place keeps the site's time`() throws {
    let place = #"{"postcode": "2880", "locality": "Broken Hill", "state": "NSW"}"#
    #expect(try ImportFixture.read(ImportFixture.changed(place, "")).timeZone == nil)
  }

  @Test func `white space around a name is forgiven`() throws {
    #expect(
      try ImportFixture.read(ImportFixture.changed("Dr Thảo O'Neill", "  Thảo O'Neill ")).name
        == "Thảo O'Neill")
  }
}
