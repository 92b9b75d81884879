import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Store

/// A member's photo: chosen, removed, and shown to members.
struct PhotoRoutes: Sendable {
  let site: Site

  static let path = "/profile/photo"

  func add(to router: Router<SiteContext>) {
    router.get(RouterPath(Self.path)) { _, context in
      try page(try site.member(context), context)
    }
    router.post(RouterPath(Self.path)) { request, context in try await upload(request, context) }
    router.post("/profile/photo/remove") { request, context in
      let (member, _) = try await site.memberForm(request, context)
      try await save(nil, of: member.practitioner.id)
      return site.seeOther(Self.path)
    }
    router.get("/photos/:name") { _, context in try await file(context) }
  }

  private func page(
    _ member: SiteContext.Member, _ context: SiteContext, problem: PhotoRefusal? = nil
  ) throws -> Response {
    let own = member.practitioner
    let page = PhotoPage(
      portrait: .of(own.id, name: own.name, photo: own.photo), formToken: site.formToken(member),
      problem: problem)
    return site.page(page, context: context, status: problem.map(Self.status) ?? .ok)
  }

  static func status(_ problem: PhotoRefusal) -> HTTPResponse.Status {
    switch problem {
    case .tooLarge, .tooManyPixels: .contentTooLarge
    case .busy: .serviceUnavailable
    case .empty, .otherKind, .cutShort, .moving, .unreadable: .badRequest
    }
  }

  private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
    let sent = try await site.photoForm(request, context)
    guard let refusal = try await take(sent) else { return site.seeOther(Self.path) }
    return try page(sent.member, context, problem: refusal)
  }

  /// Makes the photo of a form the member's, or says why not.
  func take(_ sent: PhotoForm) async throws -> PhotoRefusal? {
    guard !sent.isTooLarge else { return .tooLarge }
    switch try await site.photoDesk.prepare(sent.photo ?? []) {
    case .failure(let refusal): return refusal
    case .success(let photo):
      try await save(photo, of: sent.member.practitioner.id)
      return nil
    }
  }

  /// The file is on disk before the record names it, and the one before goes after the record no longer does: a crash in
  /// between leaves a file too many, never one too few.
  func save(_ photo: [UInt8]?, of id: Practitioner.ID) async throws {
    let turnstile = site.photoDesk.keeping
    guard await turnstile.enter() else { throw HTTPError(.serviceUnavailable) }
    do {
      try await keep(photo, of: id)
      await turnstile.leave()
    } catch {
      await turnstile.leave()
      throw error
    }
  }

  private func keep(_ photo: [UInt8]?, of id: Practitioner.ID) async throws {
    let photos = site.store.photos
    let name: String?
    do { name = try await onDisk { try photo.map { try photos.keep($0) } } } catch let fault as StorageFault {
      site.logger.error("a photo was not kept", metadata: ["why": "\(fault)"])
      throw fault
    }
    let before = try await site.store.perform({ try $0.practitioner(id)?.photo }) { before in
      Decision(before, changes: before == name ? [] : [.photoSaved(id, name)])
    }
    guard let before, before != name, try await !site.store.read({ try $0.hasPhoto(before) }) else { return }
    try await onDisk { photos.remove(before) }
  }

  /// Named by what is in it, so it may be kept for ever, by the member's browser alone.
  private func file(_ context: SiteContext) async throws -> Response {
    _ = try site.member(context)
    let (photos, name) = (site.store.photos, try context.parameters.require("name"))
    guard let bytes = try await onDisk({ photos.read(name) }) else { throw RequestProblem.notFound }
    let headers: HTTPFields = [
      .contentType: "image/jpeg", .cacheControl: "private, max-age=31536000, immutable",
    ]
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func onDisk<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(work)
  }
}
