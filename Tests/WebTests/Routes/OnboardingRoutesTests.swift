import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Onboarding` {
  @Test func `leads step by step to a listing that colleagues see at once`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let colleague = try await fixture.signedIn(Browser(client), as: fixture.member)
      #expect(try await browser.get("/profile/listing").location == "/onboarding/profession")
      for (number, (step, body)) in FilledSteps.all.enumerated() {
        #expect(try await browser.get("/onboarding").location == "/onboarding/\(step)")
        #expect(try await browser.get("/onboarding/preview").location == "/onboarding/\(step)")
        let page = try await browser.get("/onboarding/\(step)")
        #expect(page.status == 200)
        #expect(page.text.contains("Step \(number + 1) of 9"))
        let next = FilledSteps.all.dropFirst(number + 1).first?.step ?? "preview"
        #expect(try await browser.fill("/onboarding/\(step)", body).location == "/onboarding/\(next)")
      }
      #expect(try await browser.get("/onboarding").location == "/onboarding/preview")
      let preview = try await browser.get("/onboarding/preview")
      try await Self.isUnseen(newcomer, by: colleague)
      #expect(try await browser.fill("/onboarding/preview", "press=publish").location == "/profile/listing")
      var looking = colleague
      let seen = try await looking.get("/practitioners/\(newcomer.id.text)")
      #expect(try await looking.get("/listings").text.contains("Dr Aroha Ngata"))
      for words in [
        "Dr Aroha Ngata", "she/her", "Clinical psychologist", "Broken Hill NSW 2880", "Adult (26–64)", "PTSD",
        "Grief &amp; loss", "EMDR", "In person", "$250", "Te reo Māori", "Hearing loop",
        "I listen.\nAnd write.",
        "Within 2 weeks", "Updated today", "PSY0001234567", "Registration not yet verified",
      ] {
        #expect(seen.text.contains(words), "\(words)")
        #expect(preview.text.contains(words), "\(words) in the preview")
      }
      #expect(try await browser.get("/onboarding").location == "/profile/listing")
      #expect(try await browser.get("/onboarding/wait").location == "/profile/listing/wait")
      #expect(try await browser.fill("/onboarding/preview", "press=publish").location == "/profile/listing")
    }
    let facts = try await fixture.store.read { try $0.listingProgress(of: newcomer.id) }
    #expect(facts?.practitioner.timeZone == "Australia/Broken_Hill")
    #expect(facts?.listing?.wait?.means == .site && facts?.listing?.facts.isOpenToSeekers == true)
  }

  private static func isUnseen(_ newcomer: Practitioner, by colleague: Browser) async throws {
    var browser = colleague
    #expect(try await browser.get("/practitioners/\(newcomer.id.text)").status == 404)
    #expect(try await !browser.get("/listings").text.contains("Aroha"))
  }

  @Test func `goes on in another browser where it was left`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var first = try await fixture.signedIn(Browser(client), as: newcomer)
      for (step, body) in FilledSteps.all.prefix(3) { _ = try await first.fill("/onboarding/\(step)", body) }
      _ = try await first.fill("/onboarding/areas", "press=back&modality=emdr")
      fixture.pass(3 * 86_400)
      var second = try await fixture.signedIn(Browser(client), as: newcomer)
      #expect(try await second.get("/onboarding").location == "/onboarding/areas")
      let page = try ParsedPage(text: try await second.get("/onboarding/areas").text)
      #expect(page.all("input").filter { $0["checked"] != nil }.map { $0["value"] } == ["emdr"])
      let steps = try #require(page.all("ol").first).text
      #expect(steps.components(separatedBy: "Done").count == 4)
    }
  }

  @Test(arguments: ["back", "save"])
  func `nothing typed is lost, right or wrong, by`(press: String) async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    let nasty = "%3Cb%3E%22+%26amp%3B%F0%9F%98%80"
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let bodies = [
        ("profession", "name=&registration=\(nasty)&pronouns=\(nasty)", "registration"),
        ("places", "find-place=\(nasty)&place=Darwin+NT+0800", "find-place"),
        ("sessions", "fee=\(nasty)&mode=phone", "fee"),
      ]
      for (step, body, field) in bodies {
        let answer = try await browser.fill("/onboarding/\(step)", body + "&press=\(press)")
        #expect(answer.status == (press == "save" ? 400 : 303), "\(step)")
        let again = try await browser.get("/onboarding/\(step)")
        for page in press == "save" ? [answer, again] : [again] {
          let parsed = try ParsedPage(text: page.text)
          #expect(parsed.all("input").first { $0["id"] == field }?["value"] == "<b>\" &amp;😀")
          if step == "places" { #expect(page.text.contains("Remove Darwin NT 0800")) }
          if step == "sessions" {
            #expect(parsed.all("input").first { $0["value"] == "phone" }?["checked"] != nil)
          }
        }
      }
    }
  }

  @Test func `what is wrong is said at the head and beside its field`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      for (step, _) in FilledSteps.all where step != "about" {
        let body = step == "profession" ? "profession=psychologist&registration=1" : "x=y"
        let answer = try await browser.fill("/onboarding/\(step)", body)
        #expect(answer.status == 400)
        let page = try ParsedPage(text: answer.text)
        #expect(page.all("title").first?.text.hasPrefix("Error: Step") == true)
        let ids = page.elements.compactMap { $0["id"] }
        let links = page.all("a").filter { $0.parents.contains("div") }.compactMap { $0["href"] }.filter {
          $0.hasPrefix("#")
        }
        #expect(
          !links.isEmpty && links.allSatisfy { ids.contains(String($0.dropFirst())) }, "\(step): \(links)")
      }
    }
  }

  @Test func `finds places without scripts: found, chosen of several, removed`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      let path = "/onboarding/places"
      #expect(try await browser.fill(path, "press=find&find-place=corinda").location == path + "#find-place")
      #expect(try await browser.get(path).text.contains("Remove Corinda QLD 4075"))
      _ = try await browser.fill(path, "press=find&find-place=richmond&place=Corinda+QLD+4075")
      let page = try ParsedPage(text: try await browser.get(path).text)
      let radios = page.all("input").filter { $0["type"] == "radio" }.compactMap { $0["value"] }
      #expect(radios.count > 1 && radios.contains("Richmond VIC 3121"))
      _ = try await browser.fill(
        path, "press=find&find-place=richmond&place=Corinda+QLD+4075&found-place=Richmond+VIC+3121")
      _ = try await browser.fill(
        path, "remove=Corinda+QLD+4075&place=Corinda+QLD+4075&place=Richmond+VIC+3121")
      let left = try ParsedPage(text: try await browser.get(path).text)
      #expect(left.all("input").filter { $0["name"] == "place" }.map { $0["value"] } == ["Richmond VIC 3121"])
      // Enter in a field presses a form's first button.
      let form = try #require(left.all("button").first { $0.parents.contains("main") })
      #expect(form["value"] == "find")
    }
  }

  @Test func `takes forms of the member's own session alone`() async throws {
    let fixture = try await SiteFixture()
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var nobody = Browser(client)
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      var other = try await fixture.signedIn(Browser(client), as: fixture.member)
      let theirs = try #require(hidden("form-token", in: try await other.get("/listings").text))
      let own = try #require(hidden("form-token", in: try await browser.get("/onboarding/about").text))
      let before = await fixture.store.writeTransactions
      for (step, body) in FilledSteps.all + [("preview", "press=publish")] {
        for path in ["/onboarding/", "/profile/listing/"] {
          #expect(try await nobody.get(path + step).location?.hasPrefix("/sign-in") == true)
          #expect(try await nobody.post(path + step, body).location?.hasPrefix("/sign-in") == true)
          for token in ["", "forged", theirs] {
            #expect(try await browser.post(path + step, "form-token=\(token)&\(body)").status == 403)
          }
          let crossed = try await browser.post(path + step, "form-token=\(own)&\(body)", site: "cross-site")
          #expect(crossed.status == 403)
        }
        _ = try await browser.get("/onboarding/\(step)")
      }
      #expect(try await browser.get("/onboarding/elsewhere").status == 404)
      #expect(await fixture.store.writeTransactions == before, "a GET wrote")
    }
  }
}
