import PledgedAPI

/// Hummingbird has a type of this name as well; here it is always ours.
typealias MediaType = PledgedAPI.MediaType
