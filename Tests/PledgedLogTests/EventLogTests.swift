import PledgedCore
import PledgedLog
import PledgedTesting
import Testing
