/// The description of all routes, for programs and for people.
enum OpenAPIDocument {
    /// OpenAPI 3.1, JSON.
    static let bytes = PackageResources.openapi_json
}
