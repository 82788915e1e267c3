/// Articles of the tests' own, each with one pledge, told apart by a number.
enum SampleArticle {
    static func text(_ number: Int) -> String {
        """
        date 2024-07-10
        Lanmark Steel to hire \(number + 100) welders in Port Ellory

        OSLO, July 10 - Lanmark Steel pledged on Tuesday to hire \(number + 100) welders by 2027, its chief executive \
        Ingrid Solvang said. Norway urged the company to train apprentices as well.

        "We will spend 40 million euros on the plant," Solvang told reporters. — NTB

        """
    }
}
