import ArgumentParser

extension ArgumentHelp {
    /// A pledge by its id.
    static var pledge: ArgumentHelp {
        ArgumentHelp("The pledge's number, as 'pledgectl pledges' lists it.", valueName: "pledge")
    }

    /// An actor by its number.
    static var actorByName: ArgumentHelp {
        ArgumentHelp("The actor's number, or part of a name that no other actor has.", valueName: "actor")
    }

    static var actor: ArgumentHelp {
        ArgumentHelp("The actor's number, as 'pledgectl actors' lists it.", valueName: "actor")
    }
}
