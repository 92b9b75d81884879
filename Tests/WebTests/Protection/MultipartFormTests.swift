import Foundation
import Fuzzing
import Testing

@testable import Web

struct MultipartFormTests {
  private static let boundary = "----WebKitFormBoundary7MA4YWxk"
  private static let type = "multipart/form-data; boundary=\(boundary)"

  private func body(_ parts: [MultipartForm.Part], end: String = "\r\n") -> [UInt8] {
    parts.flatMap { part in
      let file = part.isFile ? "; filename=\"x; name=y.jpg\"\(end)Content-Type: image/jpeg" : ""
      return Array(
        "--\(Self.boundary)\(end)Content-Disposition: form-data; name=\"\(part.name)\"\(file)\(end)\(end)"
          .utf8)
        + part.content + Array(end.utf8)
    } + Array("--\(Self.boundary)--\(end)".utf8)
  }

  @Test(arguments: 0..<60)
  func `whatever octets the parts hold, they come out as they went in`(seed: UInt64) throws {
    var chance = Mutations(seed: seed)
    let pieces: [[UInt8]] = [
      [13, 10], [10], [13], Array("--".utf8), Array("\r\n--".utf8), Array(Self.boundary.utf8.dropLast()), [0],
      [0xFF, 0xD8],
      Array("\r\n\r\n".utf8), Array("\r\n--\(Self.boundary)x".utf8),
      Array("Content-Disposition: form-data; name=\"z\"\r\n\r\n".utf8),
    ]
    let parts = (0..<chance.below(6)).map { index in
      MultipartForm.Part(
        name: "field-\(index)", isFile: chance.below(2) == 0,
        content: (0..<chance.below(40)).flatMap { _ in pieces[chance.below(pieces.count)] })
    }
    #expect(try #require(MultipartForm(body(parts), type: Self.type)).parts == parts)
    let texts = parts.filter { !$0.content.contains(10) && !$0.content.contains(13) }
    #expect(try #require(MultipartForm(body(texts, end: "\n"), type: Self.type)).parts == texts)
  }

  @Test(arguments: 0..<200)
  func `whatever a body is, reading it ends, and takes nothing that is not there`(seed: UInt64) {
    var chance = Mutations(seed: seed)
    let genuine = body([
      .init(name: "a", isFile: false, content: [65]), .init(name: "b", isFile: true, content: [1, 2]),
    ])
    let changed = chance.change(genuine, with: [genuine])
    let parts = MultipartForm(changed, type: Self.type)?.parts ?? []
    #expect(parts.count <= MultipartForm.mostParts)
    #expect(parts.reduce(0) { $0 + $1.content.count } <= changed.count)
  }

  @Test(arguments: [
    "multipart/form-data; boundary=\"\(boundary)\"",
    "Multipart/Form-Data; charset=utf-8; Boundary=\(boundary)",
    "multipart/form-data;boundary=\(boundary); x=y",
  ])
  func `the boundary is found as it is written`(type: String) {
    let parts = [MultipartForm.Part(name: "a", isFile: false, content: [65])]
    #expect(MultipartForm(body(parts), type: type)?.parts == parts)
  }

  @Test(arguments: [
    nil, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
  ])
  func `another type is none of it`(type: String?) { #expect(MultipartForm([], type: type) == nil) }

  @Test func `a part whose end is missing is none, and what follows the end is passed over`() throws {
    let parts = [MultipartForm.Part(name: "a", isFile: true, content: [1, 2, 3])]
    let whole = body(parts)
    for length in 0..<(whole.count - 4) {
      #expect(MultipartForm(Array(whole.prefix(length)), type: Self.type)?.parts == [])
    }
    #expect(MultipartForm(whole + whole, type: Self.type)?.parts == parts)
    let bare = Array(
      "--\(Self.boundary)\r\n--\(Self.boundary)\n--\(Self.boundary)\n\n--\(Self.boundary)--".utf8)
    #expect(MultipartForm(bare, type: Self.type)?.parts == [])
    #expect(MultipartForm(Array("a preamble\r\n".utf8) + whole, type: Self.type)?.parts == parts)
  }

  @Test func `files are no fields, and fields are no files`() throws {
    let form = try #require(
      MultipartForm(
        body([
          .init(name: "photo", isFile: false, content: [65]),
          .init(name: "token", isFile: true, content: [66]),
        ]),
        type: Self.type))
    #expect(form.file("photo") == nil)
    #expect(form.form["token"] == nil)
    #expect(form.form["photo"] == "A")
    #expect(form.file("token") == [66])
  }

  @Test func `a thousand parts are not read`() throws {
    let parts = (0..<1_000).map { MultipartForm.Part(name: "\($0)", isFile: false, content: []) }
    #expect(try #require(MultipartForm(body(parts), type: Self.type)).parts.count == MultipartForm.mostParts)
  }
}
