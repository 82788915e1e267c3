/// Cities from which stories are filed, for the datelines that nothing else gives away.
enum KnownPlaces {
    /// True where the first name of `place`, before a comma, slash or bracket, is on the list.
    static func contains(_ place: String) -> Bool {
        let first = place.prefix { !",/(".contains($0) }
        return names.contains(first.split(separator: " ").joined(separator: " ").lowercased())
    }

    private static let names: Set<String> = Set(
        """
        abidjan|abu dhabi|abuja|accra|addis ababa|adelaide|ahmedabad|algiers|almaty|amman|amsterdam|ankara|antananarivo|apia|\
        ashgabat|astana|asunción|athens|atlanta|auckland|baghdad|baku|bamako|bandar seri begawan|bangalore|bengaluru|bangkok|\
        barcelona|basel|beijing|beirut|belgrade|berlin|bern|bhopal|bishkek|bogotá|bogota|bonn|boston|brasilia|brasília|bratislava|\
        brisbane|brussels|bucharest|budapest|buenos aires|busan|cairo|canberra|cape town|caracas|chennai|chiang mai|chicago|\
        chisinau|colombo|copenhagen|da nang|đà nẵng|dakar|dallas|damascus|dar es salaam|davos|delhi|detroit|dhaka|dili|djibouti|\
        doha|dubai|dublin|dushanbe|edinburgh|frankfurt|freetown|fukuoka|gaborone|geneva|glasgow|guangzhou|guwahati|hai phong|\
        hải phòng|hamburg|hanoi|ha noi|hà nội|harare|havana|helsinki|hiroshima|ho chi minh city|hcm city|hong kong|honiara|houston|\
        hsinchu|hyderabad|incheon|islamabad|istanbul|jakarta|jeddah|jerusalem|johannesburg|juba|kabul|kampala|karachi|kathmandu|\
        khartoum|kiev|kyiv|kigali|kingston|kinshasa|kobe|kolkata|kuala lumpur|kuwait city|kyoto|lagos|lahore|la paz|leuven|libreville|\
        lilongwe|lima|lisbon|ljubljana|lomé|london|los angeles|luanda|lucknow|lusaka|luxembourg|lyon|madrid|majuro|malé|male|\
        manila|maputo|maseru|melbourne|mexico city|miami|milan|minsk|mogadishu|monrovia|montevideo|montreal|moscow|mumbai|\
        munich|muscat|nairobi|nagoya|naypyidaw|new delhi|new york|nicosia|niamey|nouakchott|nur-sultan|osaka|oslo|ottawa|\
        ouagadougou|panama city|paris|penang|perth|phnom penh|phoenix|port louis|port moresby|port vila|prague|pretoria|\
        putrajaya|pyongyang|quito|rabat|ramallah|reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|san jose|san josé|\
        santiago|são paulo|sao paulo|sapporo|sarajevo|seattle|seoul|shanghai|shenzhen|singapore|skopje|sofia|stockholm|suva|\
        sydney|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thimphu|tirana|tokyo|toronto|tripoli|tunis|\
        ulaanbaatar|united nations|valletta|vancouver|vienna|vientiane|vilnius|warsaw|washington|wellington|windhoek|yangon|\
        yaoundé|yerevan|yokohama|zagreb|zurich|zürich
        """.split(separator: "|").map(String.init)
    )
}
