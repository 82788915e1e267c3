internal import CEnglishModel

/// English: the model that the program carries, and the steps that read with it.
public enum English {
    /// The model in the program itself: mapped with it, and read from disk as far as it is used.
    ///
    /// Its checksum is not computed, as the rest of the program's is not.
    ///
    /// - Throws: ``ModelError`` when the program was built with a model of another layout.
    public static func model() throws(ModelError) -> ModelFile { try ModelFile(trusting: bytes) }

    /// The same, held against its checksum, as a file is.
    ///
    /// - Throws: ``ModelError`` when the program's copy is damaged.
    public static func checkedModel() throws(ModelError) -> ModelFile { try ModelFile(bytes) }

    private static var bytes: ModelBytes {
        // Constants of the program: nothing writes to them, nothing frees them.
        unsafe ModelBytes(pledged_english_model(), count: pledged_english_model_count(), owner: nil)
    }

    /// The steps from text to names.
    ///
    /// - Throws: ``ModelError`` when a part of the model is missing or damaged.
    public static func names(_ model: ModelFile) throws(ModelError) -> Pipeline {
        pipeline([Tokenizer(), SentenceSplitter(), try WordFeaturizer(model), try NameTagger(model)])
    }

    /// The steps from text to names and trees.
    ///
    /// - Throws: ``ModelError`` when a part of the model is missing or damaged.
    public static func pipeline(_ model: ModelFile) throws(ModelError) -> Pipeline { pipeline(try steps(model)) }

    /// The same, step by step.
    package static func steps(_ model: ModelFile) throws(ModelError) -> [any Annotator] {
        [
            Tokenizer(), SentenceSplitter(), try WordFeaturizer(model), try Tagger(model), try Lemmatizer(model),
            try NameTagger(model), try DependencyParser(model),
        ]
    }

    private static func pipeline(_ annotators: [any Annotator]) -> Pipeline {
        do {
            return try Pipeline(annotators)
        } catch {
            preconditionFailure("The steps of English are in a wrong order: \(error)")
        }
    }
}
