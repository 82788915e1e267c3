import PledgedCore
import PledgedTesting
import PledgedViews

/// Views in a folder of their own, with a log in memory to fill them from.
struct TestStore {
    let folder: TemporaryFolder
    let views: ViewStore
    var log = SampleLog()

    init() throws {
        folder = try TemporaryFolder()
        views = try ViewStore.open(path: folder.path("views.sqlite"))
    }

    /// Applies what the log has and the views have not.
    func catchUp() throws {
        try views.apply(log.read(from: views.position(), countMax: .max))
    }
}
