import AsyncHTTPClient
import Foundation
import NIOCore

/// What Google is asked: https://developers.google.com/maps/documentation/places/web-service/place-autocomplete
struct GooglePlacesQuestion: Encodable {
  let input: String
  let sessionToken: String
  /// Suburbs, towns and postcodes, and no street.
  let includedPrimaryTypes = ["(regions)"]
  let includedRegionCodes = ["au"]
  let languageCode = "en-AU"

  func request(to address: String, key: String) throws(JSONRequests.Unreachable) -> HTTPClientRequest {
    guard let body = try? JSONEncoder().encode(self) else {
      throw .init(why: "the question cannot be written")
    }
    var request = HTTPClientRequest(url: address + "/v1/places:autocomplete")
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/json")
    request.headers.add(name: "x-goog-api-key", value: key)
    // Nothing but the words is asked for.
    request.headers.add(name: "x-goog-fieldmask", value: "suggestions.placePrediction.text.text")
    request.body = .bytes(ByteBuffer(bytes: body))
    return request
  }
}

/// What Google answers, as far as it is asked for. Of a text that means nothing to it there are no suggestions at all.
struct GooglePlacesAnswer: Decodable {
  private struct Suggestion: Decodable {
    let placePrediction: Prediction?
  }

  private struct Prediction: Decodable {
    let text: Words
  }

  private struct Words: Decodable {
    let text: String
  }

  private let suggestions: [Suggestion]?

  /// "Richmond VIC", the likeliest first.
  var labels: [String] {
    (suggestions ?? []).compactMap(\.placePrediction?.text.text)
      .map { $0.hasSuffix(Self.country) ? String($0.dropLast(Self.country.count)) : $0 }
  }

  private static let country = ", Australia"
}
