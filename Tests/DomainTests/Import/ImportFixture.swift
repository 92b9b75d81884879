import Foundation
import Testing

@testable import Domain

/// One line of an import that is right in every way, to be spoilt in one place.
struct ImportFixture {
  static let line = """
    {"name": "Dr Thảo O'Neill", "email": "thao.oneill.0@example.com", "profession": "clinical-psychologist", \
    "registration": "PSY9000000000", "bio": "I am here to listen.", "areas": ["anxiety", "grief-loss"], \
    "modalities": ["cbt", "emdr"], "age_groups": ["adult"], "modes": ["in-person", "phone"], \
    "funding": ["private"], "languages": ["en", "vi"], "gender": "female", \
    "locations": [{"postcode": "2880", "locality": "Broken Hill", "state": "NSW"}], \
    "waiting_period": "2-weeks", "confirmed_at": "2026-10-20T01:02:03Z", "accepting_new_clients": true}
    """

  static func read(_ line: String) throws -> ImportedPractitioner {
    try PractitionerImport(reference: RepositoryData.all.get()).read(line)
  }

  static func refusal(of line: String) throws -> ImportRefusal? {
    do {
      _ = try read(line)
      return nil
    } catch let refusal as ImportRefusal {
      return refusal
    }
  }

  /// The line with a first `old` turned into `new`; the test fails when there is none.
  static func changed(_ old: String, _ new: String) throws -> String {
    let range = try #require(line.range(of: old))
    return line.replacingCharacters(in: range, with: new)
  }
}
