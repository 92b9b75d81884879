import Foundation
import Testing

@testable import Domain

struct LocalitiesTests {
  @Test(arguments: [
    ("4075", "Corinda", "QLD", "Australia/Brisbane"), ("0800", "Darwin", "NT", "Australia/Darwin"),
    ("2880", "Broken Hill", "NSW", "Australia/Broken_Hill"), ("2601", "Canberra", "ACT", "Australia/Sydney"),
    ("2898", "Lord Howe Island", "NSW", "Australia/Lord_Howe"), ("6443", "Eucla", "WA", "Australia/Eucla"),
    ("7000", "Hobart", "TAS", "Australia/Hobart"), ("5000", "Adelaide", "SA", "Australia/Adelaide"),
    ("6000", "Perth", "WA", "Australia/Perth"), ("3000", "Melbourne", "VIC", "Australia/Melbourne"),
  ])
  func `a place that ships keeps the time of its region`(
    postcode: String, name: String, state: String, zone: String
  ) throws {
    let localities = try RepositoryData.localities()
    let place = PracticeLocation(postcode: postcode, locality: name, state: state)
    #expect(localities.row(of: place)?.location == place)
    #expect(localities.timeZone(of: place) == zone)
  }

  @Test func `every row that ships can be found again and keeps some time`() throws {
    let localities = try RepositoryData.localities()
    #expect(localities.rows.count == 17_841)
    for row in localities.rows {
      #expect(localities.row(of: row.location) == row)
      #expect(localities.timeZone(of: row.location) != nil)
    }
  }

  @Test func `capitals do not matter, postcode and state do`() throws {
    let localities = try table(["4075,Corinda,QLD,-27.5433,152.9824,4,street,x"])
    #expect(localities.row(of: PracticeLocation(postcode: "4075", locality: "CORINDA", state: "QLD")) != nil)
    #expect(localities.row(of: PracticeLocation(postcode: "4076", locality: "Corinda", state: "QLD")) == nil)
    #expect(localities.row(of: PracticeLocation(postcode: "4075", locality: "Corinda", state: "NSW")) == nil)
  }

  @Test func `a state that is none of Australia's keeps no time`() throws {
    #expect(
      try RepositoryData.regions().timeZone(of: .init(postcode: "2880", locality: "X", state: "UT")) == nil)
  }

  @Test(arguments: [
    ("4075,Corinda,QLD,-27.5,152.9,4,street", "has 7 fields instead of 8"),
    ("875,Corinda,QLD,-27.5,152.9,4,street,x", "the postcode must have four digits"),
    ("4O75,Corinda,QLD,-27.5,152.9,4,street,x", "the postcode must have four digits"),
    ("4075,,QLD,-27.5,152.9,4,street,x", "the locality must have a name, without quotes"),
    ("4075,\"Corinda\",QLD,-27.5,152.9,4,street,x", "the locality must have a name, without quotes"),
    ("4075,Corinda,Qld,-27.5,152.9,4,street,x", "the state is none of Australia's"),
    ("4075,Corinda,QLD,south,152.9,4,street,x", "the latitude must be a number of degrees, -90 to 90"),
    ("4075,Corinda,QLD,nan,152.9,4,street,x", "the latitude must be a number of degrees, -90 to 90"),
    ("4075,Corinda,QLD,-27.5,1529,4,street,x", "the longitude must be a number of degrees, -180 to 180"),
    ("4075,Corinda,QLD,-27.5,152.9,4,road,x", "the kind must be street or postal"),
  ])
  func `a bad line is told by its number`(line: String, reason: String) {
    let good = "0800,Darwin,NT,-12.4,130.8,4,street,x"
    #expect(throws: LocalitiesError(lines: [.init(number: 3, reason: reason)])) { try table([good, line]) }
  }

  @Test func `all bad lines are told together, repeats among them`() throws {
    let lines = ["0800,Darwin,NT,-12.4,130.8,4,street,x", "x", "0800,DARWIN,NT,-12.4,130.8,4,street,x", ""]
    let error = #expect(throws: LocalitiesError.self) { try table(lines) }
    #expect(error?.explanations == ["line 3: has 1 fields instead of 8", "line 4: repeats DARWIN NT 0800"])
  }

  @Test func `a table without header or rows is refused`() throws {
    let regions = try RepositoryData.regions()
    #expect(throws: LocalitiesError.self) { try Localities(csv: "", regions: regions) }
    #expect(throws: LocalitiesError.self) { try Localities(csv: LocalityRow.header + "\n", regions: regions) }
  }

  @Test func `line breaks of two characters are read`() throws {
    let csv = LocalityRow.header + "\r\n0800,Darwin,NT,-12.4,130.8,4,street,x\r\n"
    #expect(try Localities(csv: csv, regions: RepositoryData.regions()).rows.count == 1)
  }

  private func table(_ lines: [String]) throws -> Localities {
    let csv = ([LocalityRow.header] + lines).joined(separator: "\n")
    return try Localities(csv: csv, regions: RepositoryData.regions())
  }
}
