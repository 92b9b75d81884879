/// Why a file is not taken for a photo.
enum PhotoRefusal: Error, Equatable, CaseIterable {
  case empty
  case tooLarge
  case otherKind
  case tooManyPixels
  case cutShort
  case moving
  case unreadable
  case busy

  /// For whoever sent it: what is wrong, and what to do.
  var sentence: String {
    switch self {
    case .empty: "Choose a photo first."
    case .tooLarge: "The file is larger than 5 MB. Choose a smaller one."
    case .otherKind:
      "The file is not a JPEG, PNG or WebP picture. Save the photo as one of these, and choose that."
    case .tooManyPixels: "The picture has more than 40 million pixels. Choose a smaller one."
    case .cutShort: "The file ends too soon: it was not copied whole. Copy it once more, or choose another."
    case .moving: "The picture moves. Choose one that stands still."
    case .unreadable: "The picture cannot be read: the file is damaged, or of a rare kind. Choose another."
    case .busy: "Many photos are coming in just now. Try again in a minute."
    }
  }
}
