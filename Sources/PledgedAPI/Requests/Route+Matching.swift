extension Route {
    /// The methods that a path takes among `routes`, as `Allow` lists them; empty where there is no such path.
    public static func methods(at path: String, among routes: [Route] = all) -> [String] {
        let methods = routes.filter { $0.matches(path) }.map(\.method)
        return methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
    }

    /// The route's path that someone most likely meant by `path`, nil where none is near.
    public static func nearest(to path: String) -> String? { NearestWord.nearest(to: path, in: all.map(\.path)) }

    private func matches(_ path: String) -> Bool {
        let pattern = self.path.split(separator: "/")
        let parts = path.split(separator: "/")
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == "{id}" || $0 == $1 }
    }
}
