/// Names of well-known outlets by domain, where domain and name are certain.
enum OutletNames {
    private static let table = """
        abcnews.com=ABC News|aljazeera.com=Al Jazeera|apnews.com=The Associated Press|axios.com=Axios|bbc.co.uk=BBC News|\
        bbc.com=BBC News|bellingcat.com=Bellingcat|bloomberg.com=Bloomberg|breitbart.com=Breitbart|cbc.ca=CBC News|\
        cbsnews.com=CBS News|cnbc.com=CNBC|cnn.com=CNN|dw.com=Deutsche Welle|economist.com=The Economist|\
        euronews.com=Euronews|foxnews.com=Fox News|france24.com=France 24|ft.com=Financial Times|huffpost.com=HuffPost|\
        independent.co.uk=The Independent|irishtimes.com=The Irish Times|kyivindependent.com=The Kyiv Independent|\
        latimes.com=Los Angeles Times|meduza.io=Meduza|nbcnews.com=NBC News|newsweek.com=Newsweek|npr.org=NPR|\
        nypost.com=New York Post|nytimes.com=The New York Times|politico.com=Politico|politico.eu=Politico Europe|\
        propublica.org=ProPublica|rferl.org=Radio Free Europe/Radio Liberty|reuters.com=Reuters|scmp.com=South China Morning Post|\
        spiegel.de=Der Spiegel|theatlantic.com=The Atlantic|theguardian.com=The Guardian|thehill.com=The Hill|\
        themoscowtimes.com=The Moscow Times|thetimes.co.uk=The Times|time.com=Time|usatoday.com=USA Today|vox.com=Vox|\
        washingtonpost.com=The Washington Post|wikinews.org=Wikinews|wsj.com=The Wall Street Journal
        """

    /// The name of the outlet at a registered domain; nil when it is not certain.
    static func name(ofDomain domain: String) -> String? {
        for entry in table.split(separator: "|") {
            guard let equals = entry.firstIndex(of: "=") else { continue }
            if entry[..<equals] == domain { return String(entry[entry.index(after: equals)...]) }
        }
        return nil
    }
}
