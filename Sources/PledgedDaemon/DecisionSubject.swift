internal import PledgedAPI
internal import PledgedCore
internal import PledgedViews

/// Looks up in the views what a decision is about, and what became of it.
struct DecisionSubject {
    let views: ViewStore
    let today: CalendarDate

    /// Makes sure that the decision would change something.
    func check(_ choice: DecisionRequest.Choice) throws {
        switch choice {
        case .resolve(let id, let resolution):
            let status = try pledge(id, "pledge").pledge.status
            if status.rawValue == resolution.rawValue {
                throw Self.already("Pledge \(id.offset) is \(status.rawValue)")
            }
        case .reopen(let id):
            let status = try pledge(id, "pledge").pledge.status
            guard [.fulfilled, .withdrawn, .broken, .dismissed].contains(status) else {
                throw Self.already("Pledge \(id.offset) is not resolved, but \(status.rawValue)")
            }
        case .dismiss(let id):
            let status = try pledge(id, "pledge").pledge.status
            if status == .dismissed { throw Self.already("Pledge \(id.offset) is dismissed") }
        case .link(let id, let other):
            let (one, another) = (try pledgeID(id, "pledge"), try pledgeID(other, "other"))
            if id == other { throw Self.already("Pledge \(id.offset) is itself") }
            if one == another { throw Self.already("Pledges \(id.offset) and \(other.offset) are one") }
        case .unlink(let id):
            if try pledge(id, "pledge").tellings.count < 2 {
                throw Self.already("What is told at \(id.offset) is a pledge of its own")
            }
        case .merge(let actor, let into):
            let (one, another) = (try actorID(actor, "actor"), try actorID(into, "into"))
            if actor == into { throw Self.already("Actor \(actor) is itself") }
            if one == another { throw Self.already("Actors \(actor) and \(into) are one") }
        case .rename(let actor, let name):
            if try row(actor).name == name { throw Self.already("Actor \(actor) is called '\(name)'") }
        case .separate(let actor): _ = try actorID(actor, "actor")
        }
    }

    /// The decision as it is recorded: about facts, which outlive the rows of the views.
    func choice(_ choice: DecisionRequest.Choice) throws -> Decision.Choice {
        switch choice {
        case .resolve(let id, let resolution): .resolve(try fact(pledge: id, "pledge"), resolution)
        case .reopen(let id): .reopen(try fact(pledge: id, "pledge"))
        case .dismiss(let id): .dismiss(try fact(pledge: id, "pledge"))
        case .link(let id, let other): .link(try fact(pledge: id, "pledge"), try fact(pledge: other, "other"))
        case .unlink(let id): .unlink(try fact(pledge: id, "pledge"))
        case .merge(let id, let into): .merge(try fact(actor: id, "actor"), into: try fact(actor: into, "into"))
        case .rename(let id, let name): .rename(try fact(actor: id, "actor"), name)
        case .separate(let id): .separate(try fact(actor: id, "actor"))
        }
    }

    private func fact(pledge id: LogPosition, _ parameter: String) throws -> FactReference {
        guard let fact = try views.pledgeReference(id) else { throw Self.noPledge(id, parameter) }
        return fact
    }

    private func fact(actor id: Int64, _ parameter: String) throws -> FactReference {
        guard let fact = try views.actorReference(id) else { throw Self.noActor(id, parameter) }
        return fact
    }

    private func pledge(_ id: LogPosition, _ parameter: String) throws -> PledgeDetail {
        let current = try pledgeID(id, parameter)
        guard let detail = try views.pledge(current, asOf: nil, today: today) else {
            throw Self.noPledge(id, parameter)
        }
        return detail
    }

    private func pledgeID(_ id: LogPosition, _ parameter: String) throws -> LogPosition {
        guard let current = try views.pledgeID(id) else { throw Self.noPledge(id, parameter) }
        return current
    }

    private func actorID(_ id: Int64, _ parameter: String) throws -> Int64 {
        guard let current = try views.actorID(id) else { throw Self.noActor(id, parameter) }
        return current
    }

    private func row(_ id: Int64) throws -> ActorRow {
        let current = try actorID(id, "actor")
        guard let detail = try views.actor(current, asOf: nil, today: today) else { throw Self.noActor(id, "actor") }
        return detail.actor
    }

    private static func noPledge(_ id: LogPosition, _ parameter: String) -> Problem {
        let detail =
            "There is no pledge \(id.offset), and nothing was recorded. GET /pledges lists those that there are."
        return Problem(.notFound, detail, parameter: parameter)
    }

    private static func noActor(_ id: Int64, _ parameter: String) -> Problem {
        let detail = "There is no actor \(id), and nothing was recorded. GET /actors lists those that there are."
        return Problem(.notFound, detail, parameter: parameter)
    }

    private static func already(_ state: String) -> Problem {
        Problem(.alreadyDecided, "\(state) already: nothing was recorded.")
    }

    /// What is so now, for people.
    func sentence(_ choice: DecisionRequest.Choice) throws -> String {
        switch choice {
        case .resolve(let id, let resolution): "Pledge \(id.offset) is \(resolution.rawValue)."
        case .reopen(let id): "Pledge \(id.offset) is open again."
        case .dismiss(let id): "Pledge \(id.offset) is none: it is dismissed."
        case .link(let id, let other):
            "Pledges \(id.offset) and \(other.offset) are one: pledge \(try pledgeID(id, "pledge").offset)."
        case .unlink(let id): "What is told at \(id.offset) is pledge \(try pledgeID(id, "pledge").offset) now."
        case .merge(let id, let into): "Actors \(id) and \(into) are one: actor \(try actorID(into, "into"))."
        case .rename(let id, let name): "Actor \(id) is called '\(name)'."
        case .separate(let id): "Actor \(id) is no other: what names it so is its own."
        }
    }
}
