import Foundation
import Fuzzing
import Testing

@testable import Web

/// Real pictures, changed at random, through the C libraries that decode them.
@Suite(.timeLimit(.minutes(60)))
struct PhotoFuzzTests {
  @Test func `no changed picture ends the program, and none leaves memory behind`() throws {
    var corpus: [[UInt8]] = []
    for format in PhotoSamples.formats {
      corpus.append(PhotoSamples.picture(format, width: 160, height: 120))
      corpus.append(PhotoSamples.picture(format, exif: PhotoSamples.exif(6)))
    }
    let seconds = ProcessInfo.processInfo.environment["HELPLINK_FUZZ_SECONDS"].flatMap(Double.init)
    let seed = seconds == nil ? 20_261_126 : UInt64.random(in: 0...UInt64.max)
    var mutations = Mutations(seed: seed)
    let (before, end) = (try residentOctets(), Date() + (seconds ?? 0))
    var (done, taken) = (0, 0)
    while seconds == nil ? done < 2_500 : Date() < end {
      let file = mutations.change(corpus[mutations.below(corpus.count)], with: corpus)
      if let photo = try? Photo.prepared(from: file) {
        taken += 1
        let header = try PictureHeader(Octets(photo))
        #expect(header.width == 512 && header.height == 512, "seed \(seed), number \(done)")
      }
      done += 1
    }
    #expect(taken > done / 50 && taken < done, "\(taken) of \(done) are still pictures")
    // Each holds 77 KB while it is decoded, and a megabyte as a square: kept, they would be gigabytes.
    #expect(try residentOctets() - before < 400 << 20)
  }

  private func residentOctets() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
    return (Int(pages) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
