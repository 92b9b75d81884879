import Foundation
import Testing

@testable import Domain

struct FreeTextTests {
  private func found(_ text: String, name: String = "Dr Zoë O’Connor", _ fill: (inout Profile) -> Void) throws
    -> Bool
  {
    var listing = try Sample.listing(1, wait: nil)
    listing.name = name
    fill(&listing.profile)
    let index = SearchIndex(
      Directory([listing]), reference: try RepositoryData.all.get(), now: Sample.now, zone: Sample.sydney)
    var search = ListingSearch()
    search.text = text
    return index.find(search).total == 1
  }

  @Test(arguments: [
    ("bpd", "borderline-personality-emotion-dysregulation"), ("OCD", "obsessive-compulsive-disorder-ocd"),
    ("intrusive thoughts", "obsessive-compulsive-disorder-ocd"), ("cptsd", "complex-trauma-c-ptsd"),
    ("c-ptsd", "complex-trauma-c-ptsd"), ("postnatal", "perinatal-depression-anxiety"),
    ("attention deficit", "adhd-adult"), ("asd", "autism-child"), ("tourette's", "tics-tourettes"),
    ("lgbtqia+", "lgbtqia-affirming"), ("hair pulling", "body-focused-repetitive-behaviours"),
  ])
  func `an area is found by its label and by what else it is called`(text: String, area: String) throws {
    #expect(try found(text) { $0.areas = [area] })
    #expect(try !found(text) { $0.areas = ["hoarding"] })
  }

  @Test(arguments: [
    ("emdr", "emdr"), ("eye movement", "emdr"), ("dialectical", "dbt"), ("CBT-E", "cbt-e-eating-disorders"),
  ])
  func `so is an approach`(text: String, modality: String) throws {
    #expect(try found(text) { $0.modalities = [modality] })
  }

  @Test func `so is who pays`() throws {
    #expect(try found("mva") { $0.funding = ["ctp-tac"] })
    #expect(try found("car accident") { $0.funding = ["ctp-tac"] })
  }

  @Test(arguments: [
    "zoe", "ZOË", "zo", "o'connor", "oconn", "connor-less zoe", "dr zoe the", "zoe and oconnor",
  ])
  func `marks, capitals and fillers do not matter, beginnings suffice, every word counts`(text: String) throws
  {
    #expect(try found(text) { _ in } == !text.contains("connor-less"))
  }

  @Test(arguments: [
    ("Nguyễn Thị Minh Khai", "nguyen thi"), ("Łukasz Żak", "lukasz zak"), ("Jørn Weiß", "jorn weiss"),
    ("Anđela Đurić", "andela duric"), ("Ὀδυσσεύς", "οδυσσευς"), ("李明", "李"), ("ﬁona", "fiona"),
  ])
  func `letters of other alphabets and marks of any are found`(name: String, text: String) throws {
    #expect(try found(text, name: name) { _ in })
  }

  @Test(arguments: ["%", "()", "\u{0}", "🙂", "xylophone", "''", "-"])
  func `what is no word finds nobody, and is no error`(text: String) throws {
    #expect(try !found(text) { $0.bio = "Words of all kinds." })
  }

  @Test func `words of the bio are found, fillers alone only as beginnings`() throws {
    #expect(try found("unhurr") { $0.bio = "An unhurried hour with the family." })
    #expect(try !found("hour xyz") { $0.bio = "An unhurried hour with the family." })
    #expect(try found("an", name: "An Tran") { _ in })
    #expect(try !found("with", name: "Jo Lee") { $0.bio = "with the family" })
  }
}
