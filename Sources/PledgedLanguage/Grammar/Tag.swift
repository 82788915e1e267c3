/// What kind of word a token is.
public struct Tag: Hashable, Sendable {
    public let universal: UniversalTag
    public let penn: PennTag

    public init(_ universal: UniversalTag, _ penn: PennTag) {
        self.universal = universal
        self.penn = penn
    }
}
