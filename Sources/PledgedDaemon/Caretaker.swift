internal import PledgedAPI
internal import PledgedCore
internal import PledgedIntake
internal import PledgedLog
internal import PledgedServer
internal import PledgedViews

/// Knows how every part of the daemon is, and holds log and views against each other when asked.
actor Caretaker: Maintenance {
    private let started: Timestamp
    private let dropFolder: String
    private let log: EventLog
    private let logFolder: String
    private let views: ViewStore
    private let projection: ProjectionService
    private let intake: IntakeService
}
