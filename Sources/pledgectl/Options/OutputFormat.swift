import ArgumentParser

/// In which form a list is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case table
    /// The daemon's JSON, as one document.
    case json
    /// RFC 4180.
    case csv
    /// iCalendar, RFC 5545.
    case ics
    /// For Graphviz.
    case dot
    case graphml
}
