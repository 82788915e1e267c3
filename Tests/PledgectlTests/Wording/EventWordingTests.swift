import PledgedCore
import Testing

@testable import pledgectl

@Suite struct EventWordingTests {
    @Test func `says who pledges what by when`() throws {
        var wording = EventWording()
        _ = wording.sentence(for: Sample.recorded(.actorNamed(Sample.actor(1, "Việt Nam"))))
        let pledge = Sample.pledge(.plan, by: [1], "plan to train 50,000\nengineers by 2030", deadline: .year(2030))
        #expect(
            wording.sentence(for: Sample.recorded(.pledgeStated(pledge)))
                == "Việt Nam plans: plan to train 50,000 engineers by 2030 [due 2030]"
        )
    }

    @Test func `says who agrees and who is asked`() {
        var wording = EventWording()
        for (number, name) in [(1, "Việt Nam"), (2, "Korea"), (3, "MPI")] {
            _ = wording.sentence(for: Sample.recorded(.actorNamed(Sample.actor(number, name))))
        }
        let agreement = Sample.pledge(.agreement, by: [1, 2], to: [3], "will open a centre")
        #expect(
            wording.sentence(for: Sample.recorded(.pledgeStated(agreement)))
                == "Việt Nam and Korea agree (to MPI): will open a centre"
        )
        let request = Sample.pledge(.request, by: [2], to: [3], "asked the MPI to simplify permits")
        #expect(
            wording.sentence(for: Sample.recorded(.requestStated(request)))
                == "Korea asks MPI: asked the MPI to simplify permits"
        )
    }

    @Test func `does not lend one article's names to the next`() {
        var wording = EventWording()
        _ = wording.sentence(for: Sample.recorded(.actorNamed(Sample.actor(1, "Việt Nam"))))
        let pledge = Sample.pledge(.offer, by: [1], "ready to help")
        let other = Sample.recorded(.pledgeStated(pledge), about: Sample.earlier)
        #expect(wording.sentence(for: other) == "offer: ready to help")
    }

    @Test func `says what became of files`() {
        var wording = EventWording()
        let file = Sample.file("story.txt")
        #expect(
            wording.sentence(for: Sample.recorded(Sample.received(file)))
                == "accepted story.txt: \"Plans for chips\", VNS"
        )
        #expect(
            wording.sentence(for: Sample.recorded(Sample.received(file, title: nil, revises: Sample.earlier)))
                == "revised story.txt, which corrects \(Moments.short(Sample.earlier)): VNS"
        )
        let rejected = ArticleRejected(file: file, digest: nil, reason: .empty, sentence: "The file is empty.")
        #expect(
            wording.sentence(for: Sample.recorded(.articleRejected(rejected), about: nil))
                == "rejected story.txt (empty): The file is empty."
        )
        #expect(
            wording.sentence(for: Sample.recorded(.articleRead(Sample.read)))
                == "read: 2 actors, 1 pledge, 0 requests, 3 happenings"
        )
    }

    @Test func `says what people decided`() {
        var wording = EventWording()
        let one = FactReference(position: LogPosition(offset: 3), article: Sample.article, span: TextSpan(0..<3))
        let two = FactReference(position: LogPosition(offset: 9), article: Sample.article, span: TextSpan(0..<3))
        let sentences: [(Decision.Choice, String)] = [
            (.resolve(one, .broken), "the pledge at 3 is broken"), (.reopen(one), "the pledge at 3 is open again"),
            (.dismiss(one), "what is at 3 is no pledge"), (.link(one, two), "the pledges at 3 and 9 are one"),
            (.unlink(one), "the pledge at 3 is one of its own"),
            (.merge(one, into: two), "the actor at 3 is the one at 9"),
            (.rename(one, "Nippon"), "the actor at 3 is called Nippon"), (.separate(one), "the actor at 3 is no other"),
        ]
        for (choice, sentence) in sentences {
            let event = Event.decided(Decision(choice, who: "anna", reason: "so"))
            let recorded = Sample.recorded(event, about: nil)
            #expect(wording.sentence(for: recorded) == "anna decided that \(sentence), for: so")
        }
    }

    @Test func `lets no article steer the terminal`() {
        var wording = EventWording()
        let file = Sample.file("\u{1B}]0;x\u{7}.txt")
        let sentence = wording.sentence(for: Sample.recorded(Sample.received(file, title: "\u{9B}2J")))
        #expect(!sentence.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
}
