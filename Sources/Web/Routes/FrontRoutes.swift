import HTTPTypes
import Hummingbird
import NIOCore

/// The front door, and the files that pages link to.
struct FrontRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/") { _, context in site.page(FrontPage(isSignedIn: context.account != nil), context: context)
    }
    router.get("/help") { _, context in
      site.page(
        HelpPage(operatorName: site.settings.operatorName, contact: site.settings.operatorContact),
        context: context)
    }
    router.get("/privacy") { _, context in
      site.page(
        PrivacyPage(
          siteName: site.settings.name, operatorName: site.settings.operatorName,
          contact: site.settings.operatorContact, backupDays: site.settings.backupDays,
          seekersKeptDays: site.settings.bookings.keptDays,
          asksGoogle: site.places is GooglePlaces), context: context)
    }
    for asset in Asset.all {
      router.get(RouterPath(asset.path)) { request, _ in
        // The address names the edition, so it may be kept for ever.
        var headers: HTTPFields = [
          .contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable",
          .vary: "accept-encoding",
        ]
        // It is the same for everybody and repeats nothing, so there is nothing to learn from its length.
        let smaller = request.takesGzip ? asset.compressed : nil
        if smaller != nil { headers[.contentEncoding] = "gzip" }
        return Response(
          status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: smaller ?? asset.bytes)))
      }
    }
  }
}
