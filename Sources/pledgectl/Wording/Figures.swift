import PledgedCore

/// Numbers as people write them.
enum Figures {
    /// "1 article", "1,204 articles"; `plural` where it does not just add an s.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? noun : plural ?? "\(noun)s")"
    }

    /// "1,234,567".
    static func grouped(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return number < 0 ? "-\(result)" : result
    }

    /// "50,000 engineers", "8.1 billion USD", "40%".
    static func quantity(_ quantity: Quantity) -> String {
        let separator = quantity.unit.isEmpty || quantity.unit == "%" ? "" : " "
        return number(quantity.value) + separator + quantity.unit
    }

    /// "50,000", "8.1 billion", "33.33"; three digits after the point at the most.
    static func number(_ value: Double) -> String {
        for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where value.magnitude >= scale {
            return "\(decimal(value / scale)) \(word)"
        }
        return decimal(value)
    }

    /// For programs: "50000", "2.5".
    static func plain(_ value: Double) -> String { Int64(exactly: value).map { String($0) } ?? String(value) }

    private static func decimal(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        let thousandths = Int64((value.magnitude * 1000).rounded())
        let sign = value < 0 && thousandths > 0 ? "-" : ""
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        var fraction = String(1000 + rest).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return sign + grouped(whole) + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
