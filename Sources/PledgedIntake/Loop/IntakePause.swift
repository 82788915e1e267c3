/// Why nothing is offered to the admission for now, and until when.
struct IntakePause {
    var sentence: String
    var failures: Int
    var until: Moment
}
