import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Languages` {
    @Test(arguments: [
        (
            "fr",
            "Le ministre a annoncé que la France va construire une usine dans le nord du pays, et que les travaux vont commencer en mai."
        ),
        (
            "de",
            "Die Ministerin hat am Dienstag angekündigt, dass das Land eine neue Fabrik für den Bau von Chips mit der Industrie plant."
        ),
        (
            "es",
            "El ministro anunció que el gobierno va a construir una planta en el norte del país y que las obras se inician en mayo."
        ),
        (
            "vi",
            "Bộ trưởng cho biết các doanh nghiệp của Việt Nam sẽ đầu tư vào một nhà máy mới trong năm tới và đào tạo những kỹ sư."
        ),
        (
            "id",
            "Menteri mengatakan bahwa pemerintah akan membangun pabrik yang baru di utara dan dengan dana dari negara itu untuk rakyat."
        ),
        ("ru", "Министр заявил, что правительство построит три клиники на севере страны до конца года."),
        ("ja", "政府は火曜日、北部に三つの診療所を建設すると発表した。"), ("zh", "政府星期二宣布将在北部建设三家诊所。"),
        ("ko", "정부는 화요일 북부에 세 곳의 병원을 짓겠다고 발표했다."), ("ar", "أعلنت الحكومة أنها ستبني ثلاث عيادات في الشمال."),
    ])
    func `other than English are told and noted`(language: String, text: String) throws {
        let article = try article("2024-07-10\n\n\(text)")
        #expect(article.header.language == language)
        #expect(article.notes == [.notEnglish])
    }

    @Test func `are not told by a foreign name or quote`() throws {
        let article = try article(
            "Lorandia, Việt Nam and Côte d'Ivoire\n\n\(story) “Les deux pays vont construire le pont et la route”, he said of it."
        )
        #expect(article.header.language == "en")
    }

    @Test func `stay open for a text of a few words`() throws {
        #expect(try article("Hanoi 2024").header.language == nil)
    }
}
