import ArgumentParser

/// Runs one command line from its words to its exit status.
enum Program {
    /// Parses `arguments`, runs the command they name, and says on `console` why it failed, if it did.
    ///
    /// A reader of the output that goes away (`| head`) ends the command, quietly and well.
    static func run(_ arguments: [String], on console: Console) async -> Ending {
        do {
            let command = try await Pledgectl.asyncParseAsRoot(arguments)
            try await run(command, on: console)
            return .done
        } catch let failure as Failure {
            return console.report(failure)
        } catch let error as Console.PrintError {
            return console.report(error)
        } catch {
            return explain(error, on: console)
        }
    }

    private static func run(_ parsed: any ParsableCommand, on console: Console) async throws {
        if let command = parsed as? any ConsoleCommand {
            try await command.run(on: console)
        } else {
            // What argument-parser brings itself: `help` and the groups, which print their help.
            var command = parsed
            try command.run()
        }
    }

    /// Prints the help that was asked for, or what is wrong with the command line.
    private static func explain(_ error: any Error, on console: Console) -> Ending {
        let message = Pledgectl.fullMessage(for: error)
        switch Pledgectl.exitCode(for: error) {
        case .success: return show(message, on: console)
        case .validationFailure: return console.report(Failure(.usage, message))
        default: return console.report(Failure(.no, message))
        }
    }

    private static func show(_ help: String, on console: Console) -> Ending {
        do throws(Console.PrintError) {
            try console.print(help)
            return .done
        } catch {
            return console.report(error)
        }
    }
}
