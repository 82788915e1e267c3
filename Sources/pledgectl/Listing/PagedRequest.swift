import PledgedAPI
import PledgedCore

/// A request for a list, page by page.
protocol PagedRequest: APIRequest {
    var page: PageRequest { get set }
}

extension ActorsRequest: PagedRequest {
    var page: PageRequest {
        get { actors.page }
        set { actors.page = newValue }
    }
}

extension ArticlesRequest: PagedRequest {
    var page: PageRequest {
        get { articles.page }
        set { articles.page = newValue }
    }
}

extension PledgesRequest: PagedRequest {
    var page: PageRequest {
        get { pledges.page }
        set { pledges.page = newValue }
    }
}

extension SearchRequest: PagedRequest {
    var page: PageRequest {
        get { search.page }
        set { search.page = newValue }
    }
}

extension TimelineRequest: PagedRequest {
    var page: PageRequest {
        get { timeline.page }
        set { timeline.page = newValue }
    }
}
