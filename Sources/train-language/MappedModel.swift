import Foundation
import PledgedLanguage

/// A model file, read whole.
enum MappedModel {
    /// - Throws: ``ModelError`` when it is no model, Foundation's error when it cannot be read.
    static func open(_ path: String) throws -> ModelFile {
        try ModelFile(ModelBytes(copying: Array(Data(contentsOf: URL(filePath: path)))))
    }
}

extension ModelBytes {
    /// A copy.
    var array: [UInt8] { unsafe Array(UnsafeRawBufferPointer(start: start, count: count)) }
}
