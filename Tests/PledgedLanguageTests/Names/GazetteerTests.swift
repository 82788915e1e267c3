import Testing

@testable import PledgedLanguage

@Suite struct GazetteerTests {
    @Test func `marks the longest phrase, and only where it begins with a capital`() throws {
        let sample = try NameSample("Ships left South Korea for japan and Viet Nam.")
        let marks = try Gazetteer(NameSample.model()).marks(sample.document)
        let held = marks.indices.filter { marks[$0].phrases != 0 }
        #expect(held == [2, 3, 7, 8])
        #expect(GazetteerMarks.kinds(marks[2].phrases).contains(.country))
        #expect(GazetteerMarks.kinds(marks[3].phrases).isEmpty)
    }

    @Test func `knows a phrase as a whole only`() throws {
        let sample = try NameSample("South Korea")
        let gazetteer = try Gazetteer(NameSample.model())
        #expect(gazetteer.classes(of: Span(0, 2), in: sample.document).contains(.country))
        #expect(gazetteer.classes(of: Span(0, 1), in: sample.document).isEmpty)
    }
}
