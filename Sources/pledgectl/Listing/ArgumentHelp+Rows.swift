import ArgumentParser

extension ArgumentHelp {
    /// A pledge by its id.
    static var pledge: ArgumentHelp {
        ArgumentHelp("The pledge's number, as 'pledgectl pledges' lists it.", valueName: "pledge")
    }

    /// An actor by its number.
    static var actor: ArgumentHelp {
        ArgumentHelp("The actor's number, as 'pledgectl actors' lists it.", valueName: "actor")
    }
}
