import Foundation
import Testing

@testable import Domain

struct TaxonomyTests {
  @Test(arguments: [
    ("Tics & Tourette's", "tics-tourettes"), ("PTSD", "ptsd"), ("CBT-I (insomnia)", "cbt-i-insomnia"),
    ("Alcohol & other drugs", "alcohol-other-drugs"), ("LGBTQIA+ affirming", "lgbtqia-affirming"), ("--", ""),
    ("Assessment: ADHD (child)", "assessment-adhd-child"), ("  Self-harm ", "self-harm"), ("", ""),
  ])
  func `a slug is made of a label`(label: String, slug: String) {
    #expect(Slug.of(label) == slug)
  }

  @Test func `a slug is its own slug`() throws {
    let taxonomy = try RepositoryData.taxonomy()
    for term in taxonomy.areas.terms + taxonomy.modalities.terms + taxonomy.services.terms {
      #expect(Slug.of(term.slug) == term.slug)
    }
  }

  @Test func `the file that ships has every section, in its order`() throws {
    let taxonomy = try RepositoryData.taxonomy()
    #expect(taxonomy.areaGroups.map(\.heading).first == "Mood & anxiety")
    #expect(taxonomy.areaGroups.count == 9)
    #expect(taxonomy.areas.terms.count == 75)
    #expect(taxonomy.areas.label(of: "complex-trauma-c-ptsd") == "Complex trauma / C-PTSD")
    #expect(taxonomy.ageGroups.terms.map(\.label).first == "Infant (0–4)")
    #expect(taxonomy.ageGroups.label(of: "young-adult") == "Young adult (18–25)")
    #expect(taxonomy.sessionModes.label(of: "in-person") == "In person")
    #expect(taxonomy.hours.terms.map(\.slug) == ["business", "evening", "weekend"])
    #expect(taxonomy.funding.contains("ndis-plan"))
    #expect(taxonomy.professions.terms.count == 20)
    #expect(taxonomy.profession("psychiatrist")?.registration.words == "MED and 10 digits")
    #expect(taxonomy.profession("astrologer") == nil)
  }

  @Test func `a broken file is refused in a sentence`() {
    #expect(explanation(of: "[") == "the taxonomy cannot be read: it is not JSON")
    #expect(explanation(of: "{}") == "the taxonomy cannot be read: it has no \"areas\"")
    #expect(explanation(of: #"{"areas":3}"#) == "the taxonomy cannot be read: areas is not of the right type")
  }

  @Test(arguments: [
    (
      "\"services\":[\"Report\"]", "\"services\":[\"Report\",\"report!\"]",
      "services has \"report\" more than once"
    ),
    ("\"services\":[\"Report\"]", "\"services\":[]", "services holds nothing"),
    ("\"services\":[\"Report\"]", "\"services\":[\"?\"]", "services has \"?\", of which no slug can be made"),
    (
      #""area":{"a""#, #""area":{"b""#, "also_called, area names \"b\", which the taxonomy does not have"
    ),
    (#""area":{"a""#, #""aria":{"a""#, "also_called names \"aria\", which the taxonomy does not have"),
    (
      "^A[0-9]{4}$", ".*",
      "professions: the regex of a, .*, is not of the form ^ABC[0-9]{4,8}$"
    ),
  ])
  func `a mistake in a section is named`(good: String, bad: String, sentence: String) {
    #expect(explanation(of: Self.small) == nil)
    #expect(explanation(of: Self.small.replacingOccurrences(of: good, with: bad)) == sentence)
  }

  private func explanation(of json: String) -> String? {
    do {
      _ = try Taxonomy(json: Data(json.utf8))
      return nil
    } catch { return error.explanation }
  }

  private static let small = """
    {"areas":[{"group":"G","areas":["A"]}],"services":["Report"],"modalities":["M"],"age_groups":[["adult","26-64"]],
    "client_types":["c"],"session_modes":["s"],"hours":["h"],"genders":["g"],"funding":[{"id":"f","label":"F"}],
    "professions":[{"id":"a","label":"A","scheme":"S","regex":"^A[0-9]{4}$"}],"accessibility":["x"],"also_called":{"area":{"a":["alpha"]}}}
    """
}
