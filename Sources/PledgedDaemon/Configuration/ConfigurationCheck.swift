import Yams

/// Checks what a user wrote, before any of it is used, so that each error can name the line it is in.
struct ConfigurationCheck {
    private let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.name, $0) })

    /// Checks the text of a YAML file.
    ///
    /// - Returns: Whether the file sets anything.
    /// - Throws: ``ConfigurationError`` for text that is no YAML, an unknown or repeated key, a value out of range.
    func check(yaml text: String, path: String) throws(ConfigurationError) -> Bool {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw ConfigurationError(place: path, sentence: "This is not YAML: \(error)")
        } catch {
            throw ConfigurationError(place: path, sentence: "This cannot be read: \(error).")
        }
        guard let root, root.scalar?.string != "" else { return false }
        try check(root, prefix: "", path: path)
        return true
    }

    private func check(_ node: Node, prefix: String, path: String) throws(ConfigurationError) {
        guard let mapping = node.mapping else {
            let sentence = "A group of keys was expected here, like 'drop:' with 'folder:' indented below it."
            throw ConfigurationError(place: place(of: node, in: path), sentence: sentence)
        }
        for (keyNode, value) in mapping {
            let name = prefix + (keyNode.scalar?.string ?? "")
            if let key = keys[name] {
                try check(value, for: key, path: path)
            } else if keys.keys.contains(where: { $0.hasPrefix(name + ".") }) {
                try check(value, prefix: name + ".", path: path)
            } else {
                let nearest = ConfigurationKey.nearest(to: name, in: ConfigurationKey.all.map(\.name))
                throw .unknownKey(name, at: place(of: keyNode, in: path), nearest: nearest)
            }
        }
    }

    private func check(_ node: Node, for key: ConfigurationKey, path: String) throws(ConfigurationError) {
        let place = place(of: node, in: path)
        if key.kind == .texts {
            guard let sequence = node.sequence, sequence.allSatisfy({ $0.scalar != nil }) else {
                throw .badValue("This", for: key, at: place, "is not a list like [a, b]")
            }
            return
        }
        guard let scalar = node.scalar?.string else {
            throw .badValue("This", for: key, at: place, "is no single value")
        }
        if let complaint = key.complaint(about: scalar) { throw .badValue(scalar, for: key, at: place, complaint) }
    }

    private func place(of node: Node, in path: String) -> String {
        node.mark.map { "\(path):\($0.line)" } ?? path
    }

    /// Checks environment variables named `PLEDGED_…`.
    ///
    /// `PLEDGED_SOCKET` is the client's, `PLEDGED_CONFIGURATION` names the file; both are passed over.
    func check(environment: [String: String]) throws(ConfigurationError) {
        let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.environmentName, $0) })
        let others: Set = ["PLEDGED_SOCKET", "PLEDGED_CONFIGURATION"]
        for (name, value) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("PLEDGED_") && !others.contains(name) {
            guard let key = keys[name] else {
                throw .unknownKey(
                    name,
                    at: name,
                    nearest: ConfigurationKey.nearest(to: name, in: Array(keys.keys.sorted()))
                )
            }
            if let complaint = key.complaint(about: value) { throw .badValue(value, for: key, at: name, complaint) }
        }
    }

    /// Checks command-line flags, each followed by its value: `--drop-folder /srv/drop` or `--drop-folder=/srv/drop`.
    func check(arguments: [String]) throws(ConfigurationError) {
        let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.flag, $0) })
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let key = keys[parts[0]] else {
                throw .unknownKey(
                    argument,
                    at: argument,
                    nearest: ConfigurationKey.nearest(to: parts[0], in: keys.keys.sorted())
                )
            }
            guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw ConfigurationError(place: argument, sentence: "A value is missing (\(key.type)).")
            }
            if let complaint = key.complaint(about: value) { throw .badValue(value, for: key, at: argument, complaint) }
        }
    }
}
