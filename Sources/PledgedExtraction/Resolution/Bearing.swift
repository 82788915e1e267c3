import PledgedCore

/// Who bears a pledge, as far as the clause tells, and how sure that is.
struct Bearing: Hashable, Sendable {
    var subject: Subject
    var isPassive: Bool
    /// Places in the cast.
    var actors: [Int] = []
    /// Per cent.
    var confidence = 0

    init(subject: Subject, isPassive: Bool) {
        self.subject = subject
        self.isPassive = isPassive
    }

    /// With the actors settled; nil where nobody is bound.
    ///
    /// A thing binds its owner, else the body that its speaker speaks for, else the party that the text is speaking of.
    func settled(by statement: Statement?, kind: Pledge.Kind, topic: Int?, cast: Cast) -> Bearing? {
        var settled = self
        let speaker = statement?.speaker.flatMap { cast.isMedia($0) ? nil : $0 }
        switch subject.kind {
        case .party where subject.isSpeaker && !subject.isSelf && statement?.speaker == nil && cast.authors.count > 1:
            settled.actors = cast.authors
            settled.subject.trail.formUnion(.speaker)
            settled.confidence = 80
        case .party where subject.isSpeaker:
            let nobody = subject.isSelf ? cast.protagonist : cast.principal
            guard let speaker = statement?.speaker ?? cast.author ?? nobody else { return nil }
            let body = kind == .request ? cast.affiliation(speaker) ?? speaker : cast.bodyBehind(speaker)
            settled.actors = [subject.isSelf ? speaker : body]
            settled.subject.trail.formUnion(settled.actors == [speaker] ? .speaker : [.speaker, .speakersBody])
            settled.confidence = 60
        case .party:
            settled.actors = subject.actors
            settled.confidence = Self.confidence(subject.trail)
            if kind != .request, let only = subject.actors.first, subject.actors.count == 1, cast.isInstrument(only),
                let owner = cast.principal
            {
                // "The Partnership for Reform will pay": whoever acts by it.
                settled.actors = [owner]
                settled.subject.trail.formUnion(.topic)
                settled.confidence = 60
            }
        case .group:
            settled.confidence = 60
        case .thing:
            settled.actors = subject.actors
            if settled.actors.isEmpty, let speaker {
                settled.bind(speaker, cast)
            }
            settled.confidence = settled.actors.isEmpty ? 35 : 70
            if settled.actors.isEmpty { settled.bind(topic: topic) }
        case .none:
            if let speaker { settled.bind(speaker, cast) }
            settled.confidence = settled.actors.isEmpty ? 30 : 45
            if settled.actors.isEmpty { settled.bind(topic: topic) }
        }
        return settled
    }

    /// How often parties so found were right in the annotated articles, in per cent.
    private static func confidence(_ trail: PartyTrail) -> Int {
        if !trail.isDisjoint(with: [.pronoun, .possessive, .description]) { return 80 }
        return trail.isDisjoint(with: [.joined, .mainSubject, .relative, .speakersBody, .ownerOfThing]) ? 93 : 88
    }

    /// Binds the body that the speaker speaks for, else the speaker.
    private mutating func bind(_ speaker: Int, _ cast: Cast) {
        actors = [cast.affiliation(speaker) ?? speaker]
        subject.trail.formUnion(actors == [speaker] ? .speaker : [.speaker, .speakersBody])
    }

    private mutating func bind(topic: Int?) {
        guard let topic else { return }
        actors = [topic]
        subject.trail.formUnion(.topic)
    }
}
