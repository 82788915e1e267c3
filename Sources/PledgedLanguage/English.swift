internal import CEnglishModel

/// English: the model that the program carries, and the steps that read with it.
public enum English {
    /// The model in the program's own file, held against its checksum.
    ///
    /// - Throws: ``ModelError`` when the program was built with a model that is damaged or of another layout.
    public static func model() throws(ModelError) -> ModelFile {
        try ModelFile(
            // The bytes are constants of the program: nothing writes to them, nothing frees them.
            unsafe ModelBytes(pledged_english_model(), count: pledged_english_model_count(), owner: nil)
        )
    }

    /// The steps from text to trees.
    ///
    /// - Throws: ``ModelError`` when a part of the model is missing or damaged.
    public static func pipeline(_ model: ModelFile) throws(ModelError) -> Pipeline {
        let annotators: [any Annotator] = [
            Tokenizer(), SentenceSplitter(), try WordFeaturizer(model), try Tagger(model), try Lemmatizer(model),
            try NameTagger(model), try DependencyParser(model),
        ]
        do {
            return try Pipeline(annotators)
        } catch {
            preconditionFailure("The steps of English are in a wrong order: \(error)")
        }
    }
}
