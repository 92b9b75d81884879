import Foundation
import Testing

@testable import Domain

struct LocalDayTextTests {
  @Test func `every day from 1970 to 2199 is found again by its text`() throws {
    let last = try #require(LocalDay("2199-12-31")).number
    #expect(LocalDay("1970-01-01")?.number == 0)
    for number in 0...last {
      let day = LocalDay(number: number)
      #expect(LocalDay(day.text) == day)
    }
    #expect(last == 84_005)
  }

  @Test(arguments: ["2027-01-14", "2028-02-29", "2000-02-29", "1970-01-01", "2199-12-31"])
  func `a day is written as it is read`(text: String) throws {
    let day = try #require(LocalDay(text))
    #expect(day.text == text)
    let (year, month, date) = day.civil
    #expect(text.split(separator: "-").map { Int($0) } == [year, month, date])
  }

  @Test(arguments: [
    "", "2027", "2027-01", "2027-1-14", "27-01-14", "2027-01-1", "2027-01-141", "2027-00-10", "2027-13-10",
    "2027-01-00", "2027-01-32", "2027-04-31", "2027-02-29", "2100-02-29", "1969-12-31", "2200-01-01",
    "0000-01-01", "9999-12-31", "2027/01/14", "2027-01-14 ", " 2027-01-14", "2027-01-14T00:00", "-027-01-14",
    "+027-01-14", "2027--1-14", "2027-+1-14", "2027-01--4", "2027-01-14-", "-2027-01-14", "２０２７-01-14",
    "2027-01-1４", "20270114", "2027-0a-14", "14-01-2027", "2027-01-14\n", "2027-01-14\u{301}",
  ])
  func `another text is no day`(text: String) {
    #expect(LocalDay(text) == nil)
  }

  @Test func `days before 1970 have a text too`() {
    #expect(LocalDay(number: -1).text == "1969-12-31")
    #expect(LocalDay(number: -719_162).text == "0001-01-01")
  }
}
