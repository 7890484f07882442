internal import Hummingbird

/// The style sheet, the script and the icon.
struct StaticFiles {
    let site: Site

    func add(to router: Router<PageContext>) {
        for file in StaticFile.allCases {
            let answer = Answer(contentType: file.contentType, bytes: site.resources.files[file] ?? [])
            router.get(RouterPath(file.rawValue)) { _, _ in answer.response }
        }
        router.get("favicon.ico") { _, _ in
            Answer(contentType: StaticFile.icon.contentType, bytes: site.resources.files[.icon] ?? []).response
        }
    }
}
