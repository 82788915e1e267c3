/// The states, by every name that news gives them.
package enum Countries {
    /// A state a line, in UTF-8: name, further names, demonyms, seats, as the file's first lines say.
    package static var list: [UInt8] { PackageResources.countries_tsv }
}
