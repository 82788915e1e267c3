/// A word's hashes, turned by the place at which it is seen, so that "the top is a noun" is not "the next is a noun".
struct SeenWord {
    let word: UInt64
    let tag: UInt64
    let universal: UInt64
    let middle: UInt64
    let fine: UInt64
    let suffix: UInt64

    @inline(__always)
    init(_ state: borrowing ParserState, _ index: Int, _ place: Place) {
        let seen = unsafe state.words[index]
        let turn = place.rawValue
        word = seen.word &* turn
        tag = seen.tag &* turn
        universal = seen.universal &* turn
        middle = seen.middle &* turn
        fine = seen.fine &* turn
        suffix = seen.suffix &* turn
    }

    var both: UInt64 { word &+ tag }

    /// Odd numbers with bits all over.
    enum Place: UInt64 {
        case top = 0x9E37_79B9_7F4A_7C15
        case second = 0xC2B2_AE3D_27D4_EB4F
        case third = 0x1656_67B1_9E37_79F9
        case next = 0xD6E8_FEB8_6659_FD93
        case next2 = 0xFF51_AFD7_ED55_8CCD
        case next3 = 0xC4CE_B9FE_1A85_EC53
        case next4 = 0xBF58_476D_1CE4_E5B9
        case topLeft = 0x94D0_49BB_1331_11EB
        case topLeft2 = 0x2545_F491_4F6C_DD1D
        case topRight = 0x8EBC_6AF0_9C88_C6E3
        case topRight2 = 0x5897_89A1_2E0D_8B6F
        case secondLeft = 0xE703_7ED1_A0B4_28DB
        case secondRight = 0xA076_1D64_78BD_642F
        case secondRight2 = 0x8BB8_4B93_962E_ACC9
        case nextLeft = 0x4CF5_AD43_2745_937F
        case nextLeft2 = 0x52DC_E729_3B93_8F2D
        case beforeTop = 0x9FB2_1C65_1E98_DF25
        case afterTop = 0xAEF1_7502_108E_F2D9
        case beforeNext = 0x7B1C_9A5B_6E3F_4D21
        case afterSecond = 0x3C79_AC49_2BA7_B653
        case ahead = 0x1D8E_4E27_C47D_124F
        case beforeAhead = 0xEB44_ACCA_B455_D165
        case comma = 0x6A09_E667_F3BC_C909
        case topRightLeft = 0xBB67_AE85_84CA_A73B
    }

    /// What a small number adds to a key.
    @inline(__always)
    static func number(_ number: UInt64, _ place: UInt64) -> UInt64 { FeatureHash.mix(number, place) }
}
