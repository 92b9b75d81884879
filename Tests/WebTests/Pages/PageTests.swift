import Testing

@testable import Web

/// What every page promises. The names are those of `SamplePages`.
@Suite struct PageTests {
  static let documents = Dictionary(uniqueKeysWithValues: SamplePages.all.map { ($0.name, $0.document) })
  static let names = documents.keys.sorted()

  private func parsed(_ name: String) throws -> ParsedPage {
    try ParsedPage(#require(Self.documents[name]))
  }

  @Test(arguments: names)
  func `a page is well nested, has one h1, a title that names it, and its language`(name: String) throws {
    let page = try parsed(name)
    #expect(page.all("h1").count == 1)
    #expect(page.all("html").map { $0["lang"] } == ["en-AU"])
    let title = try #require(page.all("title").first?.text)
    #expect(title.hasSuffix(" – Help Link Private"))
    #expect(title.utf8.count > " – Help Link Private".utf8.count)
  }

  @Test(arguments: names)
  func `headings do not skip a level`(name: String) throws {
    let levels = try parsed(name).elements.compactMap { ["h1": 1, "h2": 2, "h3": 3][$0.name] }
    #expect(levels.first == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test(arguments: names)
  func `nothing is inline, and nothing is loaded from elsewhere`(name: String) throws {
    for element in try parsed(name).elements {
      #expect(!element.attributes.contains { $0.name == "style" || $0.name.hasPrefix("on") })
      if element.name == "script" { #expect(element.text.isEmpty) }
      if ["script", "link"].contains(element.name) {
        let address = element["src"] ?? element["href"] ?? ""
        #expect(Asset.all.map(\.address.text).contains(address))
      }
    }
  }

  @Test(arguments: names)
  func `ids are unique, and what refers to one finds it`(name: String) throws {
    let page = try parsed(name)
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    let named = ["for", "aria-describedby", "aria-labelledby"]
    let values = named.flatMap { attribute in page.elements.compactMap { $0[attribute] } }
    var references = values.joined(separator: " ").split(separator: " ").map(String.init)
    references += page.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }.map {
      String($0.dropFirst())
    }
    for reference in references { #expect(ids.contains(reference)) }
  }

  @Test(arguments: names)
  func `every field that is seen has a label, and every form posts to the site`(name: String) throws {
    let page = try parsed(name)
    let labelled = Set(page.all("label").compactMap { $0["for"] })
    let fields = (page.all("input") + page.all("select") + page.all("textarea")).filter {
      $0["type"] != "hidden"
    }
    for field in fields { #expect(labelled.contains(field["id"] ?? "")) }
    for form in page.all("form") {
      // A search is an address, and so is the form for those who were chosen; everything else is done by a POST.
      let isAddress = form["role"] == "search" || form["action"] == "/referrals/new"
      #expect(form["method"] == (isAddress ? "get" : "post"))
      #expect(form["action"]?.hasPrefix("/") == true)
    }
    for button in page.all("button") {
      #expect(button["type"] == "submit")
      #expect(button.parents.contains("form"))
    }
  }

  @Test(arguments: names)
  func `no address on a page was refused`(name: String) throws {
    for element in try parsed(name).elements {
      #expect(!element.attributes.contains { $0.value == "about:invalid" })
    }
  }

  @Test(arguments: names)
  func `the footer names the operator, the contact and the source of the places`(name: String) throws {
    let footer = try #require(try parsed(name).all("footer").first).text
    for words in ["Example Referral Network Pty Ltd", "hello@example.com", "Places from GeoNames, CC BY 4.0"]
    {
      #expect(footer.contains(words))
    }
  }

  /// The page that presses its own button, and forms that scripts make easier.
  static let scripts = [
    "wait-at-once": Asset.submitScript, "provider-arrived": .submitScript,
    "provider-arrived-linking": .submitScript, "step-places": .placesScript,
    "step-places-error": .placesScript,
    "step-areas": .filterScript, "step-areas-error": .filterScript, "step-sessions": .filterScript,
    "step-sessions-error": .filterScript, "section-places": .placesScript,
    "find-place": .placesScript, "find-place-error": .placesScript,
    "listings": .searchScript, "listings-empty": .searchScript, "listings-narrow": .searchScript,
    "listings-near": .searchScript,
    "listing": .copyScript, "listing-recommended": .copyScript, "listing-recommended-by-me": .copyScript,
    "listing-recommending-failed": .copyScript, "listing-own": .copyScript,
    "referral-form": .filterScript, "referral-form-error": .filterScript,
  ]

  @Test(arguments: names)
  func `a page has a script only where it is said here`(name: String) throws {
    let scripts = try parsed(name).all("script").compactMap { $0["src"] }
    #expect(scripts == (Self.scripts[name].map { [$0.address.text] } ?? []))
  }
}
