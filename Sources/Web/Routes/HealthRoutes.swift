import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// For load balancers and the operator: alive, and able to work.
struct HealthRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/healthz") { _, _ in plain("ok") }
    router.get("/readyz") { _, _ in
      do {
        _ = try await site.store.read { try $0.countsByState() }
        if let fault = site.store.storageFault { throw fault }
        return plain("ready")
      } catch is StorageFault {
        // Which file it is stands in the log and in `status`, not on an address that everybody can ask.
        return plain("nothing can be saved", status: .serviceUnavailable)
      } catch {
        site.logger.error("not ready", metadata: ["why": "\(error)"])
        return plain("the database does not answer", status: .serviceUnavailable)
      }
    }
  }

  private func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: text + "\n")))
  }
}
