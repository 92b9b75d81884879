import Foundation
import Testing

@testable import Domain

struct InitialsTests {
  @Test(arguments: [
    ("Amelia Gunn", "AG"), ("Dr Amelia Gunn", "AG"), ("A/Prof. Mei-Lin Huang", "MH"),
    ("Associate Professor Jo Lee", "JL"), ("Siobhán O’Connor-Fitzgerald", "SO"),
    ("amelia van der berg", "AB"),
    ("Prince", "P"), ("Dr", "D"), ("Amelia Gunn, PhD (Syd)", "AG"), ("Amelia (Amy) Gunn", "AG"),
    ("Zoë Élan", "ZÉ"),
    ("李明", "李"), ("王 小明", "王小"), ("🌻 Amelia 🌻 Gunn 🌻", "AG"), ("🌻", ""), ("", ""), (" , ", ""), ("42", ""),
    ("משה כהן", "מכ"), ("<script> Lee", "L"), ("(Amelia)", "A"), ("ßen ǆan", "Sǅ"), ("ირმა ლომი", "ილ"),
  ])
  func `a name has the initials that its bearer would write`(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
  }

  @Test(arguments: 0..<200)
  func `whatever a name is, they are short`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x300...0x36F, 0x5D0...0x6FF, 0x900...0xDFF, 0x1F300...0x1FAFF,
    ]
    let name = String(
      String.UnicodeScalarView(
        (0..<30).compactMap { _ in
          ranges.randomElement(using: &chance).flatMap {
            Unicode.Scalar(UInt32.random(in: $0, using: &chance))
          }
        }))
    #expect(Initials.of(name).count <= 2)
    #expect(Initials.of(name).unicodeScalars.count <= 10)
    #expect(Initials.of("A" + String(repeating: "\u{301}", count: 500)) == "A")
  }
}
