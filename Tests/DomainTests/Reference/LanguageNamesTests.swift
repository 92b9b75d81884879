import Foundation
import Testing

@testable import Domain

struct LanguageNamesTests {
  @Test(arguments: [("en", "English"), ("auslan", "Auslan"), ("yue", "Cantonese"), ("mi", "Te reo Māori")])
  func `the file that ships names a code`(code: String, name: String) throws {
    #expect(try RepositoryData.languages().name(of: code) == name)
  }

  @Test func `languages stand in the order of their names`() throws {
    let names = try RepositoryData.languages().languages.map(\.label)
    #expect(names == names.sorted())
    #expect(names.count >= 30)
  }

  @Test(arguments: ["", "[]", #"{"en":1}"#])
  func `what is no object of texts is malformed`(json: String) {
    #expect(throws: LanguageNames.Refusal.malformed) { try LanguageNames(json: Data(json.utf8)) }
  }

  @Test(arguments: [(#"{"EN":"English"}"#, "EN"), (#"{"en":""}"#, "en"), (#"{"e":"English"}"#, "e")])
  func `a bad entry is named`(json: String, code: String) {
    #expect(throws: LanguageNames.Refusal.entry(code: code)) { try LanguageNames(json: Data(json.utf8)) }
  }
}
