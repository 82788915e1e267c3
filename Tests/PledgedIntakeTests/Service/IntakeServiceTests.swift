import Testing

/// libinotifytools is global to the process, so the suites that watch run one test at a time.
@Suite(.serialized) struct `Intake service` {}
