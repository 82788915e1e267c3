import PledgedCore

import CLibXML2

/// A document in libxml2's memory, and the only place where it is touched.
///
/// The HTML parser knows no external entity, expands none of a document's own, and opens no connection. Text goes
/// in by small chunks, so that a document nested too deep is refused before the parser, whose work grows with the
/// depth, gets slow.
@safe struct HTMLTree: ~Copyable {
    private let context: htmlParserCtxtPtr
    private let isShallow: Bool

    init(parsing text: String) throws(Rejection) {
        _ = Self.library
        guard let context = unsafe htmlCreatePushParserCtxt(nil, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
            throw .malformed("is HTML for which libxml2 found no memory")
        }
        unsafe htmlCtxtUseOptions(context, Self.options)
        let isShallow = unsafe Self.feed(Array(text.utf8), to: context)
        unsafe self.context = context
        self.isShallow = isShallow
    }

    deinit {
        if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe htmlFreeParserCtxt(context)
    }

    /// False, with the rest left out, where elements lie too deep in each other.
    private static func feed(_ bytes: [UInt8], to context: htmlParserCtxtPtr) -> Bool {
        var start = 0
        while start < bytes.count {
            let end = min(start + chunkBytes, bytes.count)
            unsafe bytes.withUnsafeBytes { buffer in
                let chunk = unsafe buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                // Errors in the markup are no errors here: browsers show such pages too.
                _ = unsafe htmlParseChunk(context, chunk, Int32(end - start), 0)
            }
            guard unsafe context.pointee.nameNr <= depthMax else { return false }
            start = end
        }
        _ = unsafe htmlParseChunk(context, nil, 0, 1)
        return true
    }

    /// The whole document in reading order.
    ///
    /// - Throws: ``Rejection`` with reason `malformed` for a document nested too deep.
    func events() throws(Rejection) -> [HTMLEvent] {
        guard isShallow else { throw .malformed("is HTML nested more than \(Self.depthMax) elements deep") }
        guard let document = unsafe context.pointee.myDoc else { return [] }
        var events: [HTMLEvent] = []
        var node = unsafe document.pointee.children
        while let current = unsafe node {
            unsafe Self.enter(current, &events)
            if unsafe current.pointee.type == XML_ELEMENT_NODE, let child = unsafe current.pointee.children {
                unsafe node = child
            } else {
                unsafe node = Self.leave(current, &events)
            }
        }
        return events
    }

    private static func enter(_ node: xmlNodePtr, _ events: inout [HTMLEvent]) {
        switch unsafe node.pointee.type {
        case XML_ELEMENT_NODE: unsafe events.append(.open(name(node.pointee.name), attributes: attributes(of: node)))
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            if let content = unsafe node.pointee.content { unsafe events.append(.text(string(content))) }
        default: break
        }
    }

    /// Closes `node` and whatever ends with it, and goes to the next one.
    private static func leave(_ node: xmlNodePtr, _ events: inout [HTMLEvent]) -> xmlNodePtr? {
        var node = unsafe node
        while true {
            if unsafe node.pointee.type == XML_ELEMENT_NODE { unsafe events.append(.close(name(node.pointee.name))) }
            if let next = unsafe node.pointee.next { return unsafe next }
            guard let parent = unsafe node.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
                return nil
            }
            unsafe node = parent
        }
    }

    private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var (attributes, next) = ([String: String](), unsafe node.pointee.properties)
        while let attribute = unsafe next {
            if let value = unsafe attribute.pointee.children?.pointee.content {
                unsafe attributes[name(attribute.pointee.name)] = string(value)
            }
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    private static func name(_ name: UnsafePointer<xmlChar>?) -> String {
        guard let name = unsafe name else { return "" }
        return unsafe String(decodingCString: name, as: UTF8.self).lowercased()
    }

    private static func string(_ content: UnsafePointer<xmlChar>) -> String {
        unsafe String(decodingCString: content, as: UTF8.self)
    }

    /// Initialised once, before any thread parses.
    private static let library: Void = xmlInitParser()
    private static let options = Int32(
        bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    )
    /// Of open elements; browsers stop at 512 too.
    private static let depthMax = 512
    private static let chunkBytes = 1024
}
