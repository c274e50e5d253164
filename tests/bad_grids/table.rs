//! The table of `bad_grids`: for each message a grid or a call with one fault, what the finding must quote and say, and
//! the replacement that repairs it. The abbreviations are written out by `written`.

/// What every grid of the table begins and ends with.
const HEAD: &str = "[grid]\nid = \"essai\"\nversion = \"1\"\ntitle = \"Essai\"\nsource = \"Écrite pour un essai.\"\n";

/// What stands often in the table: `$A` and `$B` are two criteria that make 100, the others facts.
pub(super) const SHORT: [(&str, &str); 9] = [
    ("$HEAD", HEAD),
    // A grid that writes its own head.
    ("$OWN", ""),
    ("$A", "{ id = \"a\", label = \"A\", weight = 60, scale = { points = 10 } }"),
    ("$B", "{ id = \"b\", label = \"B\", weight = 40, scale = { points = 10 } }"),
    ("$NUMBER", "{ id = \"n\", label = \"N\", type = \"number\" }"),
    ("$COUNT", "{ id = \"c\", label = \"C\", type = \"count\" }"),
    ("$KIND", "{ id = \"kind\", label = \"Kind\", type = \"choice\", values = { x = \"X\", y = \"Y\" } }"),
    ("$DAY", "{ id = \"day\", label = \"Day\", type = \"date\" }"),
    ("$TEXT", "{ id = \"words\", label = \"Words\", type = \"text\" }"),
];

/// A text of the table, its abbreviations written out.
pub(super) fn written(text: &str) -> String {
    let text = if text.contains("$HEAD") || text.contains("$OWN") { text.to_owned() } else { format!("{text}\n$HEAD") };
    SHORT.iter().fold(text, |text, (short, long)| text.replace(short, long))
}

/// A grid with one fault.
pub(super) struct Grid {
    pub(super) name: &'static str,
    pub(super) code: &'static str,
    pub(super) text: &'static str,
    /// What to replace, and by what, to have nothing against the grid.
    pub(super) repair: [&'static str; 2],
    /// The text that the finding must point at.
    pub(super) quote: &'static str,
    pub(super) en: &'static str,
    pub(super) fr: &'static str,
}

/// A call with one fault: its files, and the file in which to replace what to repair it.
pub(super) struct Call {
    pub(super) name: &'static str,
    pub(super) code: &'static str,
    pub(super) files: &'static [(&'static str, &'static str)],
    pub(super) repair: (&'static str, &'static str, &'static str),
    pub(super) quote: &'static str,
    pub(super) en: &'static str,
    pub(super) fr: &'static str,
}

macro_rules! grids {
    ($($name:literal $code:literal $text:literal $from:literal => $to:literal, $quote:literal $en:literal $fr:literal)*) => {
        pub(super) const GRIDS: &[Grid] = &[$(Grid {
            name: $name, code: $code, text: $text, repair: [$from, $to], quote: $quote, en: $en, fr: $fr,
        }),*];
    };
}

macro_rules! calls {
    ($($name:literal $code:literal [$($file:literal: $text:literal),*] $at:literal: $from:literal => $to:literal,
       $quote:literal $en:literal $fr:literal)*) => {
        pub(super) const CALLS: &[Call] = &[$(Call {
            name: $name, code: $code, files: &[$(($file, $text)),*], repair: ($at, $from, $to), quote: $quote, en: $en, fr: $fr,
        }),*];
    };
}

grids! {
    // ── the shape of the file ──
    "weight-missing" "F031" r#"criterion = [$A, { id = "b", label = "B", scale = { points = 10 } }]"#
        r#"label = "B","# => r#"label = "B", weight = 40,"#,
        r#"{ id = "b", label = "B", scale = { points = 10 } }"#
        "the key “weight” is missing from [[criterion]]" "la clé « weight » manque"
    "weight-missing-group" "F031" r#"group = [{ id = "g", label = "G" }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        r#"label = "G""# => r#"label = "G", weight = 100"#,
        r#"{ id = "g", label = "G" }"# "the key “weight” is missing from [[group]]" "seuls un groupe qui fait une moyenne"
    "weight-missing-part" "F031" r#"fact = [$NUMBER]
criterion = [{ id = "a", label = "A", weight = 10, from = { sum = [{ fact = "n", scale = { points = 5 } }] } }]
$HEADtotal = 10"#
        r#"{ fact = "n","# => r#"{ fact = "n", weight = 10,"#,
        r#"{ fact = "n", scale = { points = 5 } }"# "the key “weight” is missing from this table" "la clé « weight » manque"
    "round-range" "F033" "criterion = [$A, $B]\nrules = { round = { totals = 12 } }"
        "totals = 12" => "totals = 2", "12" "a rounding to 12 decimals: 0 to 9" "un arrondi à 12 décimales : on peut en déclarer de 0 à 9"
    "decimals-range" "F033" "criterion = [$A, $B]\n$HEADdecimals = 7"
        "decimals = 7" => "decimals = 6", "7" "7 decimals cannot be shown: 0 to 6" "on ne peut afficher 7 décimales : de 0 à 6"
    "validity-years" "F033" r#"criterion = [$A, $B]
fact = [$DAY]
validity = [{ id = "v", label = "V", fact = "day", years = 0 }]"#
        "years = 0" => "years = 5", "0" "“0” is not a number of years between 1 and 1000" "« 0 » n’est pas un nombre d’années"
    "way-name" "F033" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { points = 10 }, ways = { Autre = { scale = { points = 5 } } } }]"#
        "Autre" => "autre", "Autre" "“Autre” is not an identifier" "« Autre » n’est pas un identifiant"
    "two-readings" "F035" r#"fact = [$NUMBER, { id = "m", label = "M", type = "number" }]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { sum = [{ fact = "n", highest = ["n", "m"], weight = 40, scale = { points = 5 } }] } }]"#
        r#"highest = ["n", "m"], "# => "",
        r#"{ fact = "n", highest = ["n", "m"], weight = 40, scale = { points = 5 } }"#
        "`fact` and `highest` cannot both be there" "`fact` et `highest` ne peuvent aller ensemble"
    "no-reading" "F035" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { sum = [{ weight = 40, scale = { points = 5 } }] } }]"#
        "{ weight = 40, scale" => r#"{ fact = "n", weight = 40, scale"#,
        "{ weight = 40, scale = { points = 5 } }"
        "one of these keys must be there: fact, highest, lowest, when or table" "il faut une de ces clés : fact, highest, lowest, when ou table"
    "two-sources" "F035" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, scale = { points = 5 }, from = { fact = "n", when = { fact = "n", present = true } } }]"#
        r#", when = { fact = "n", present = true }"# => "",
        r#"{ fact = "n", when = { fact = "n", present = true } }"#
        "“from” has both “fact” and “when”: it can be only one of them" "« from » a « fact » et « when » : un seul des deux est possible"
    "two-forms" "F035" r#"fact = [$NUMBER]
criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { cost_per_point = "n", product = ["a", "b"] } }]"#
        r#", product = ["a", "b"]"# => "",
        r#"{ cost_per_point = "n", product = ["a", "b"] }"#
        "“of” has both “cost_per_point” and “product”" "« of » a « cost_per_point » et « product »"
    "two-scales" "F035" "criterion = [$A, { id = \"b\", label = \"B\", weight = 40, scale = { points = 5, yes = 1 } }]"
        ", yes = 1" => "", "{ points = 5, yes = 1 }" "“scale” has both “points” and “yes”" "« scale » a « points » et « yes »"
    "count-without-what" "F035" r#"criterion = [$A, $B]
level = [{ id = "top", label = "Top", when = { count = { among = ["a"] }, at_least = 1 } }]"#
        r#"{ count = { among = ["a"] }, at_least = 1 }"# => r#"{ criterion = "a", at_least = 1 }"#,
        r#"{ among = ["a"] }"# "one of these keys must be there: level, at_least, below or below_target" "il faut une de ces clés : level, at_least, below ou below_target"
    "condition-about-nothing" "F035" r#"criterion = [$A, $B]
gate = [{ id = "high", label = "High", require = { at_least = 3 } }]"#
        "{ at_least = 3 }" => r#"{ total = "total", at_least = 3 }"#,
        "{ at_least = 3 }" "one of these keys must be there: fact, criterion, group, total or count" "il faut une de ces clés"
    "list-counted-and-added" "F035" r#"fact = [{ id = "c", label = "C", type = "count", count = { list = "sites", distinct = "town", total = "beds" } }]
criterion = [$A, $B]"#
        r#", total = "beds""# => "",
        r#"{ list = "sites", distinct = "town", total = "beds" }"#
        "a list gives a count of distinct values or a sum, not both" "pas les deux"
    "one-language" "F036" r#"criterion = [$A, { id = "b", label = { fr = "Bé" }, weight = 40, scale = { points = 10 } }]"#
        r#"{ fr = "Bé" }"# => r#"{ fr = "Bé", en = "Bee" }"#,
        r#"{ fr = "Bé" }"# "“label” has no text in “en”" "« label »"

    // ── G101: sums ──
    "total-of-nothing" "G101" r#"fact = [$NUMBER]
gate = [{ id = "given", label = "Given", require = { fact = "n", present = true } }]
$HEADtotal = 50"#
        "total = 50" => "", "total" "there is a total but no criterion to add up to it" "il y a un total, mais aucun critère"
    "total-without-rank" "G101" "criterion = [$A, $B]\nrules = { rank_by = \"none\" }\n$HEADtotal = 50"
        "total = 50" => "", "total" "this grid ranks nothing, so there is no total" "cette grille ne classe rien"
    "track-sum" "G101" r#"fact = [$KIND]
criterion = [$A, $B]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, weights = { a = 50 } }, { id = "u", label = "Others" }]"#
        "{ a = 50 }" => "{ a = 50, b = 50 }", "{ a = 50 }"
        "on the track “Track”, the weights add up to 90, not 100" "pour le volet « Track », la somme des poids est 90, et non 100"

    // ── G102: identifiers ──
    "group-twice" "G102" r#"group = [{ id = "g", label = "G", weight = 60 }, { id = "g", label = "H", weight = 40 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "b", group = "g", label = "B", weight = 40, scale = { points = 10 } }]"#
        r#"{ id = "g", label = "G", weight = 60 }, { id = "g", label = "H", weight = 40 }"# => r#"{ id = "g", label = "G", weight = 100 }"#, "\"g\"" "the identifier “g” is already given" "l’identifiant « g » est déjà donné"
    "criterion-is-group" "G102" r#"group = [{ id = "g", label = "G", weight = 60 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "g", label = "B", weight = 40, scale = { points = 10 } }]"#
        r#"id = "g", label = "B""# => r#"id = "b", label = "B""#, "\"g\"" "the identifier “g” is already given" "l’identifiant « g » est déjà donné"
    "level-twice" "G102" r#"criterion = [$A, $B]
level = [{ id = "top", label = "Top", when = { total = "total", at_least = 80 } }, { id = "top", label = "Rest" }]"#
        r#"id = "top", label = "Rest""# => r#"id = "rest", label = "Rest""#, "\"top\"" "the identifier “top” is already given" "l’identifiant « top »"
    "total-twice" "G102" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { product = ["a", "b"] } }, { id = "t", label = "U", of = { product = ["a", "b"] } }]"#
        r#"id = "t", label = "U""# => r#"id = "u", label = "U""#, "\"t\"" "the identifier “t” is already given" "l’identifiant « t »"

    // ── G103: weights above zero ──
    "total-zero" "G103" "criterion = [{ id = \"a\", label = \"A\", weight = 0.5, scale = { points = 10 } }]\n$HEADtotal = -0.5"
        "total = -0.5" => "total = 0.5", "-0.5" "−0.5 must be above zero" "−0,5 doit être plus grand que zéro"
    "group-weightless" "G103" r#"group = [{ id = "g", label = "G", weight = -1 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        "weight = -1 " => "weight = 100 ", "-1" "a weight of −1 gives nothing" "un poids de −1 ne donne rien"
    "aside-weighs" "G103" r#"criterion = [$A, $B, { id = "c", label = "C", weight = 5, role = "aside", scale = { points = 10 } }]"#
        "weight = 5, " => "", "5" "a criterion that counts for nothing has no weight" "un critère qui ne compte pas n’a pas de poids"
    "form-weightless" "G103" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { weights = { a = 2, b = 0 } } }]"#
        "b = 0" => "b = 1", "0" "a weight of 0 gives nothing" "un poids de 0 ne donne rien"
    "form-out-of-nothing" "G103" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { weights = { a = 2, b = 1 }, out_of = 0 } }]"#
        "out_of = 0" => "out_of = 10", "0" "0 must be above zero" "0 doit être plus grand que zéro"

    // ── G104, G105, G106: facts, their types and values ──
    "reading-fact-unknown" "G104" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "m" }, scale = { points = 5 } }]"#
        r#"fact = "m""# => r#"fact = "n""#, "\"m\"" "no fact is called “m”" "aucun renseignement ne s’appelle « m »"
    "cost-unknown" "G104" "fact = [$NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"price\" }"
        "\"price\"" => "\"n\"", "\"price\"" "no fact is called “price”" "aucun renseignement ne s’appelle « price »"
    "cost-type" "G105" "fact = [$TEXT]\ncriterion = [$A, $B]\nrules = { cost = \"words\" }"
        "$TEXT" => r#"{ id = "words", label = "Words", type = "number" }"#, "\"words\""
        "`cost` cannot take “words”, which is of type “text”" "`cost` ne peut prendre « words », qui est de type « text »"
    "validity-type" "G105" r#"criterion = [$A, $B]
fact = [$DAY, $NUMBER]
validity = [{ id = "v", label = "V", fact = "n", years = 5 }]"#
        r#"fact = "n""# => r#"fact = "day""#, "\"n\"" "`fact` cannot take “n”, which is of type “number”" "`fact` ne peut prendre « n »"
    "summary-type" "G105" r#"criterion = [$A, $B]
fact = [$KIND, $NUMBER]
summary = [{ id = "s", label = "S", mean = "total", by = "n" }]"#
        r#"by = "n""# => r#"by = "kind""#, "\"n\"" "`by` cannot take “n”" "`by` ne peut prendre « n »"
    "tie-type" "G105" r#"criterion = [$A, $B]
fact = [$TEXT, $NUMBER]
rules = { ties = [{ fact = "words", best = "lowest" }] }"#
        r#"fact = "words""# => r#"fact = "n""#, "\"words\"" "`ties` cannot take “words”" "`ties` ne peut prendre « words »"
    "price-type" "G105" r#"criterion = [$A, $B]
fact = [$DAY, $NUMBER]
total = [{ id = "t", label = "T", of = { cost_per_point = "day" } }]"#
        "\"day\"" => "\"n\"", "\"day\"" "“cost_per_point” cannot be asked of “day”, which is of type “date”" "« cost_per_point » ne convient pas à « day »"
    "extreme-type" "G105" r#"fact = [$NUMBER, $COUNT, $DAY]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { lowest = ["n", "day"] }, scale = { points = 5 } }]"#
        r#"["n", "day"]"# => r#"["n", "c"]"#, "\"day\"" "“lowest” cannot be asked of “day”" "« lowest » ne convient pas à « day »"
    "table-type" "G105" r#"fact = [$NUMBER, $COUNT, $DAY]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "day", rows_from = [0], columns = "c", columns_from = [0, 1], points = [[0, 40]] } } }]"#
        r#"rows = "day""# => r#"rows = "n""#, "\"day\"" "“table” cannot be asked of “day”" "« table » ne convient pas à « day »"
    "text-on-a-scale" "G105" r#"fact = [$TEXT, $NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "words" }, scale = { points = 5 } }]"#
        r#"fact = "words""# => r#"fact = "n""#, "{ points = 5 }" "this scale cannot read “words”, which is of type “text”" "cette échelle ne peut lire « words »"
    "date-compared" "G105" r#"fact = [$DAY, $NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "day" }, scale = { relative_to = "lowest" } }]"#
        r#"fact = "day""# => r#"fact = "n""#, "{ relative_to = \"lowest\" }" "this scale cannot read “day”, which is of type “date”" "cette échelle ne peut lire « day »"
    "first-unknown" "G106" r#"fact = [$KIND]
criterion = [$A, $B]
rules = { ties = [{ fact = "kind", first = ["z"] }] }"#
        "[\"z\"]" => "[\"x\"]", "\"z\"" "“z” is not a value of “kind”" "« z » n’est pas une valeur de « kind »"

    // ── G107: lists ──
    "all-of-nothing" "G107" r#"criterion = [$A, $B]
gate = [{ id = "high", label = "High", require = { all = [] } }]"#
        "{ all = [] }" => r#"{ total = "total", at_least = 3 }"#, "[]" "the list is empty" "la liste est vide"
    "one-of-nothing" "G107" r#"fact = [$KIND]
criterion = [$A, $B]
gate = [{ id = "high", label = "High", require = { fact = "kind", one_of = [] } }]"#
        "[] }" => "[\"x\"] }", "[]" "the list is empty" "la liste est vide"
    "sum-of-nothing" "G107" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { sum = [] } }]"#
        "sum = []" => r#"sum = [{ fact = "n", weight = 40, scale = { points = 3 } }]"#, "{ sum = [] }" "the list is empty" "la liste est vide"
    "weights-of-nothing" "G107" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { weights = {} } }]"#
        "weights = {}" => "weights = { a = 1 }", "{ weights = {} }" "the list is empty" "la liste est vide"
    "product-of-one" "G107" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { product = ["a"] } }]"#
        "[\"a\"]" => "[\"a\", \"b\"]", "{ product = [\"a\"] }" "a product is of two at least" "un produit en compte au moins deux"
    "highest-of-one" "G107" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { highest = ["n"] }, scale = { points = 5 } }]"#
        "[\"n\"]" => "[\"n\", \"c\"]", "[\"n\"]" "is of two at least" "il en faut au moins deux"

    // ── G108, G109: keys of facts, names ──
    "values-of-a-number" "G108" r#"fact = [{ id = "n", label = "N", type = "number", values = { x = "X" } }]
criterion = [$A, $B]"#
        r#", values = { x = "X" }"# => "", "values" "“values” is only for a fact of type “choice”, and this one is “number”" "« values » ne sert qu’à un renseignement de type « choice »"
    "count-of-a-date" "G108" r#"fact = [{ id = "n", label = "N", type = "date", count = { list = "sites" } }]
criterion = [$A, $B]"#
        r#"type = "date""# => r#"type = "count""#, "count" "“count” is only for a fact of type “count”" "« count » ne sert qu’à un renseignement de type « count »"
    "choice-without-values" "G108" r#"fact = [{ id = "n", label = "N", type = "choice" }]
criterion = [$A, $B]"#
        r#"type = "choice""# => r#"type = "choice", values = { x = "X", y = "Y" }"#, "\"choice\"" "a choice needs its values" "un choix doit avoir ses valeurs"
    "choice-without-values-asked" "G108" r#"fact = [{ id = "n", label = "N", type = "choice" }]
criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { fact = "n", one_of = ["x"] } }]"#
        r#"type = "choice""# => r#"type = "choice", values = { x = "X", y = "Y" }"#, "\"choice\"" "a choice needs its values" "un choix doit avoir ses valeurs"
    "values-clash" "G109" r#"fact = [{ id = "n", label = "N", type = "choice", values = { x = "X", y = "x" } }]
criterion = [$A, $B]"#
        r#"y = "x""# => r#"y = "Y""#, "y" "the values “y” and “x” have a name in common" "les valeurs « y » et « x » ont un nom en commun"
    "columns-clash" "G109" r#"fact = [{ id = "n", label = "a", type = "number" }]
criterion = [$A, $B]"#
        r#"label = "a""# => r#"label = "N""#, "\"a\"" "“a” and “n” have a name in common" "« a » et « n » ont un nom en commun"
    "total-named-total" "G109" r#"criterion = [$A, $B]
total = [{ id = "total", label = "T", of = { product = ["a", "b"] } }]"#
        r#"id = "total""# => r#"id = "t""#, "\"total\"" "“total” is also the name of a criterion, a group or the total of the weights" "« total » est aussi le nom"
    "total-named-criterion" "G109" r#"criterion = [$A, $B]
total = [{ id = "b", label = "T", of = { product = ["a", "b"] } }]"#
        r#"id = "b", label = "T""# => r#"id = "t", label = "T""#, "\"b\"" "“b” is also the name of a criterion" "« b » est aussi le nom d’un critère"

    // ── G110: scales ──
    "bounds-equal" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { min = 7, max = 7 } }]"#
        "min = 7" => "min = 1", "7" "the highest mark must be above the lowest" "la note la plus haute doit dépasser la plus basse"
    "zero-inside" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { min = 1, max = 7, zero = 3 } }]"#
        "zero = 3" => "zero = 0", "3" "the mark worth nothing, 3, is better than 1, which is on the scale" "la note qui ne vaut rien, 3, est meilleure que 1, qui est sur l’échelle"
    "zero-inside-lowest" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { min = 1, max = 7, best = "lowest", zero = 0 } }]"#
        "zero = 0" => "zero = 8", "0" "the mark worth nothing, 0, is better than 7, which is on the scale" "la note qui ne vaut rien, 0, est meilleure que 7"
    "points-zero" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { points = 0 } }]"#
        "{ points = 0 }" => "{ points = 5 }", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "step-zero" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { min = 1, max = 7, step = 0 } }]"#
        "step = 0" => "step = 2", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "level-negative" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { levels = { low = { value = -1, label = "Low" }, high = { value = 2, label = "High" } } } }]"#
        "value = -1" => "value = 0", "-1" "the level “low” is worth less than zero" "l’échelon « low » vaut moins que zéro"
    "level-ambiguous" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { levels = { low = { value = 0, label = "Low" }, high = { value = 2, label = "LOW" } } } }]"#
        "\"LOW\"" => "\"High\"", "high" "the levels “high” and “low” have a name in common" "les échelons « high » et « low » ont un nom en commun"
    "levels-too-few" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { levels = { high = { value = 2, label = "High" } } } }]"#
        "{ high =" => "{ low = { value = 0, label = \"Low\" }, high =",
        "{ levels = { high = { value = 2, label = \"High\" } } }" "a scale of levels needs at least two" "une échelle à échelons en compte au moins deux"
    "yes-is-no" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { yes = 2, no = 2 } }]"#
        "no = 2" => "no = 0", "2" "yes and no are both worth 2" "oui et non valent tous deux 2"
    "decline-by-nothing" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { starts_at = 40, less = 0 } }]"#
        "less = 0" => "less = 1", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "decline-every-nothing" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { starts_at = 40, less = 1, every = -2 } }]"#
        "every = -2" => "every = 2", "-2" "−2 must be above zero" "−2 doit être plus grand que zéro"
    "decline-floor" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { starts_at = 40, less = 1, down_to = 40 } }]"#
        "down_to = 40" => "down_to = 4", "40" "must be at least 0 and less than 40" "vont de 0 à moins de 40"
    "scale-beside-sum" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, scale = { points = 9 }, from = { sum = [{ fact = "n", weight = 40, scale = { points = 3 } }] } }]"#
        "scale = { points = 9 }, " => "", "{ points = 9 }" "each part of a sum has its own scale" "chaque partie d’une somme a sa propre échelle"
    "scale-beside-when" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, scale = { points = 9 }, from = { when = { fact = "n", present = true } } }]"#
        "scale = { points = 9 }, " => "", "{ points = 9 }" "a condition or a two-way table gives points itself" "une condition ou un tableau à double entrée"
    "choice-not-on-scale" "G110" r#"fact = [$KIND]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "kind" }, scale = { levels = { x = { value = 0, label = "X" }, z = { value = 2, label = "Z" } } } }]"#
        "z = { value = 2, label = \"Z\" }" => "y = { value = 2, label = \"Y\" }",
        "{ levels = { x = { value = 0, label = \"X\" }, z = { value = 2, label = \"Z\" } } }"
        "the scale does not say what “y”, a value of “kind”, is worth" "l’échelle ne dit pas ce que vaut « y »"
    "decline-marked" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { starts_at = 40, less = 1 } }]"#
        "{ starts_at = 40, less = 1 }" => "{ points = 4 }", "{ starts_at = 40, less = 1 }"
        "this scale is for a fact, and this criterion is marked by reviewers" "cette échelle est pour un renseignement"
    "slope-flat" "G110" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { full = 30, none = 30 } }]"#
        "none = 30" => "none = 90", "30" "30 cannot give all the points and none" "30 ne peut donner à la fois"
    "slope-marked" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { full = 30, none = 90 } }]"#
        "{ full = 30, none = 90 }" => "{ points = 4 }", "{ full = 30, none = 90 }"
        "this scale is for a fact, and this criterion is marked by reviewers" "cette échelle est pour un renseignement"
    "relative-marked" "G110" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { relative_to = "lowest" } }]"#
        "{ relative_to = \"lowest\" }" => "{ points = 4 }", "{ relative_to = \"lowest\" }"
        "this scale is for a fact, and this criterion is marked by reviewers" "cette échelle est pour un renseignement"
    "part-without-scale" "G111" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { sum = [{ fact = "n", weight = 40 }] } }]"#
        "weight = 40 }] }" => "weight = 40, scale = { points = 3 } }] }", "{ fact = \"n\", weight = 40 }" "has no scale" "n’a pas d’échelle"

    // ── G112: brackets and tables ──
    "bracket-negative" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ at_least = 3, points = 40 }, { points = -1 }] } }]"#
        "points = -1" => "points = 0", "-1" "a bracket cannot be worth −1" "une tranche ne peut valoir −1"
    "brackets-worthless" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ points = 0 }] } }]"#
        "[{ points = 0 }]" => "[{ at_least = 1, points = 40 }, { points = 0 }]", "{ brackets = [{ points = 0 }] }" "no bracket gives any point" "aucune tranche ne donne de points"
    "bracket-bound-twice" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ at_least = 3, above = 4, points = 40 }, { points = 0 }] } }]"#
        ", above = 4" => "", "{ at_least = 3, above = 4, points = 40 }" "this line has two bounds on one side" "cette ligne a deux bornes du même côté"
    "bracket-equals-and-bound" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ equals = 3, below = 4, points = 40 }, { points = 0 }] } }]"#
        ", below = 4" => "", "{ equals = 3, below = 4, points = 40 }" "this line has two bounds on one side" "cette ligne a deux bornes du même côté"
    "bracket-empty" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ at_least = 3, below = 3, points = 40 }, { points = 0 }] } }]"#
        "below = 3" => "below = 4", "{ at_least = 3, below = 3, points = 40 }" "no value is between the bounds" "aucune valeur n’est entre les bornes"
    "bracket-hidden" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ points = 40 }, { at_most = 3, points = 0 }] } }]"#
        "[{ points = 40 }, { at_most = 3, points = 0 }]" => "[{ at_most = 3, points = 0 }, { points = 40 }]", "{ at_most = 3, points = 0 }"
        "the lines above take every value of this one" "les lignes du dessus prennent toutes les valeurs"
    "bracket-overlap" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ at_least = 1, at_most = 3, points = 20 }, { at_least = 3, at_most = 5, points = 40 }, { points = 0 }] } }]"#
        "at_most = 3" => "below = 3", "{ at_least = 3, at_most = 5, points = 40 }" "a value of this line is in a line above too" "une valeur de cette ligne se trouve aussi"
    "bracket-gap-between" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ above = 3, points = 40 }, { below = 3, points = 0 }] } }]"#
        "{ below = 3" => "{ at_most = 3", "{ brackets = [{ above = 3, points = 40 }, { below = 3, points = 0 }] }" "nothing says what 3 is worth" "rien ne dit ce que vaut 3"
    "decline-weight" "G112" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { starts_at = 12, less = 1 } }]"#
        "starts_at = 12" => "starts_at = 40", "{ starts_at = 12, less = 1 }" "the best that it gives is 12 points, but the weight is 40" "au mieux, on y obtient 12 points, mais le poids est de 40"
    "table-shape-rows" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0, 3], columns = "c", columns_from = [0], points = [[40]] } } }]"#
        "[[40]]" => "[[0], [40]]", "[[40]]" "the points must be 2 rows of 1 number" "il faut 2 lignes de 1 nombre"
    "table-shape-columns" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0, 3], columns = "c", columns_from = [0, 2], points = [[0, 40], [40]] } } }]"#
        "[[0, 40], [40]]" => "[[0, 40], [40, 40]]", "[[0, 40], [40]]" "the points must be 2 rows of 2 numbers" "il faut 2 lignes de 2 nombres"
    "table-best" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0], columns = "c", columns_from = [0, 1], points = [[0, 30]] } } }]"#
        "[[0, 30]]" => "[[0, 40]]", "[[0, 30]]" "gives is 30 points, but the weight is 40" "on y obtient 30 points, mais le poids est de 40"
    "table-negative" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0, 1], columns = "c", columns_from = [0], points = [[-3], [40]] } } }]"#
        "[-3]" => "[0]", "[[-3], [40]]" "cannot be worth −3" "ne peut valoir −3"
    "table-not-rising" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [3, 0], columns = "c", columns_from = [0], points = [[0], [40]] } } }]"#
        "[3, 0]" => "[0, 3]", "[3, 0]" "the bounds must rise from one to the next" "chaque borne doit dépasser la précédente"
    "table-without-bounds" "G107" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [], columns = "c", columns_from = [0, 1], points = [[0, 40]] } } }]"#
        "rows_from = []" => "rows_from = [0]", "[]" "the list is empty" "la liste est vide"
    "table-gap" "G112" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0], columns = "c", columns_from = [1, 2], points = [[0, 40]] } } }]"#
        "columns_from = [1, 2]" => "columns_from = [0, 2]", "[1, 2]" "nothing says what 0 is worth" "rien ne dit ce que vaut 0"

    // ── G114: thresholds ──
    "minimum-on-sum" "G114" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, minimum = 3, from = { sum = [{ fact = "n", weight = 30, scale = { points = 3 } }, { fact = "n", weight = 10, scale = { points = 3 } }] } }]"#
        "minimum = 3, " => "", "3" "a minimum needs one mark to look at" "un minimum porte sur une note"
    "minimum-on-lowest" "G114" r#"criterion = [$A, { id = "b", label = "B", weight = 40, minimum = 3, scale = { min = 1, max = 7, best = "lowest" } }]"#
        "minimum = 3, " => "", "3" "a minimum mark would exclude the best" "un minimum écarterait les meilleures"
    "minimum-on-falling-slope" "G114" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, minimum = 60, from = { fact = "n" }, scale = { full = 30, none = 90 } }]"#
        "minimum = 60, " => "", "60" "a minimum mark would exclude the best" "un minimum écarterait les meilleures"
    "minimum-of-price" "G114" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, minimum = 3, from = { fact = "n" }, scale = { relative_to = "lowest" } }]"#
        "minimum = 3, " => "", "3" "a minimum mark would exclude the best" "un minimum écarterait les meilleures"
    "minimum-of-track" "G114" r#"fact = [$KIND]
criterion = [$A, $B]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, minimums = { a = 11 } }, { id = "u", label = "Others" }]"#
        "a = 11" => "a = 5", "11" "marks go from 0 to 10: nobody can reach a minimum of 11" "personne ne peut atteindre un minimum de 11"
    "minimum-of-group" "G114" r#"group = [{ id = "g", label = "G", weight = 100, minimum = 101 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        "minimum = 101" => "minimum = 100", "101" "from 0 to 100: with a bound of 101, all are on the same side" "de 0 à 100 : avec une borne de 101, toutes sont du même côté"
    "target-of-group" "G114" r#"group = [{ id = "g", label = "G", weight = 100, target = 0 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        "target = 0" => "target = 50", "0" "from 0 to 100: with a bound of 0, all are on the same side" "de 0 à 100 : avec une borne de 0, toutes sont du même côté"
    "minimum-of-group-on-track" "G114" r#"fact = [$KIND]
group = [{ id = "g", label = "G", weight = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, minimums = { g = 101 } }, { id = "u", label = "Others" }]"#
        "g = 101" => "g = 50", "101" "from 0 to 100: with a bound of 101, all are on the same side" "de 0 à 100 : avec une borne de 101, toutes sont du même côté"
    "pass-with-bonus" "G114" r#"criterion = [$A, $B, { id = "c", label = "C", role = "bonus", weight = 5, scale = { points = 10 } }]
rules = { pass = { total = 106 } }"#
        "total = 106" => "total = 105", "106" "totals go from 0 to 105: nobody can reach a pass mark of 106" "les totaux vont de 0 à 105"
    "pass-above-cap" "G114" r#"criterion = [$A, $B, { id = "c", label = "C", role = "bonus", weight = 5, scale = { points = 10 } }]
rules = { at_most = 100, pass = { total = 102 } }"#
        "total = 102" => "total = 100", "102" "totals go from 0 to 100: nobody can reach a pass mark of 102" "les totaux vont de 0 à 100"
    "pass-of-zero" "G114" "criterion = [$A, $B]\nrules = { pass = { total = 0 } }"
        "total = 0" => "total = 50", "0" "nobody can miss a pass mark of 0" "personne ne peut manquer un seuil de 0"
    "pass-of-track" "G114" r#"fact = [$KIND]
criterion = [$A, $B]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, pass = 101 }, { id = "u", label = "Others" }]"#
        "pass = 101" => "pass = 70", "101" "nobody can reach a pass mark of 101" "personne ne peut atteindre un seuil de 101"
    "total-at-least" "G114" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { weights = { a = 2, b = 1 } }, at_least = 4 }]"#
        "at_least = 4" => "at_least = 2", "4" "from 0 to 3: with a bound of 4, all are on the same side" "de 0 à 3 : avec une borne de 4, toutes sont du même côté"
    "total-at-most" "G114" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { weights = { a = 2, b = 1 } }, at_most = -1 }]"#
        "at_most = -1" => "at_most = 2", "-1" "from 0 to 3: with a bound of −1, all are on the same side" "de 0 à 3 : avec une borne de −1, toutes sont du même côté"
    "level-out-of-reach" "G114" r#"criterion = [$A, $B]
level = [{ id = "top", label = "Top", when = { total = "total", at_least = 101 } }, { id = "rest", label = "Rest" }]"#
        "at_least = 101" => "at_least = 80", "{ total = \"total\", at_least = 101 }" "from 0 to 100: with a bound of 101, all are on the same side" "de 0 à 100 : avec une borne de 101, toutes sont du même côté"
    "level-count-out-of-reach" "G114" r#"criterion = [{ id = "a", label = "A", weight = 100, scale = { levels = { low = { value = 0, label = "Low" }, high = { value = 1, label = "High" } } } }]
level = [{ id = "top", label = "Top", when = { count = { level = "high" }, at_least = 2 } }, { id = "rest", label = "Rest" }]"#
        "at_least = 2" => "at_least = 1", "{ count = { level = \"high\" }, at_least = 2 }" "from 0 to 1: with a bound of 2, all are on the same side" "de 0 à 1 : avec une borne de 2, toutes sont du même côté"

    // ── G115: ties ──
    "tie-unknown" "G115" "criterion = [$A, $B]\nrules = { ties = [\"c\"] }"
        "[\"c\"]" => "[\"b\"]", "\"c\"" "no criterion, group or total is called “c”" "aucun critère, groupe ou total ne s’appelle « c »"
    "tie-twice" "G115" "criterion = [$A, $B]\nrules = { ties = [\"a\", \"a\"] }"
        "[\"a\", \"a\"]" => "[\"a\"]", "\"a\"" "“a” already stands in the chain" "« a » figure déjà dans la liste"
    "tie-fact-twice" "G115" "criterion = [$A, $B]\nfact = [$NUMBER]\nrules = { ties = [{ fact = \"n\", best = \"lowest\" }, { fact = \"n\", best = \"lowest\" }] }"
        ", { fact = \"n\", best = \"lowest\" }]" => "]", "{ fact = \"n\", best = \"lowest\" }" "“n” already stands in the chain" "« n » figure déjà dans la liste"
    "tie-ratio" "G115" "criterion = [$A, $B]\nfact = [$NUMBER, $COUNT]\nrules = { ties = [{ ratio = [\"n\"], best = \"lowest\" }] }"
        "[\"n\"]" => "[\"n\", \"c\"]", "{ ratio = [\"n\"], best = \"lowest\" }" "a ratio is of two facts" "un rapport est celui de deux renseignements"
    "tie-without-best" "G115" "criterion = [$A, $B]\nfact = [$NUMBER]\nrules = { ties = [{ fact = \"n\" }] }"
        "{ fact = \"n\" }" => "{ fact = \"n\", best = \"highest\" }", "{ fact = \"n\" }" "nothing says which comes first" "rien ne dit lequel passe devant"
    "tie-without-first" "G115" "criterion = [$A, $B]\nfact = [$KIND]\nrules = { ties = [{ fact = \"kind\" }] }"
        "{ fact = \"kind\" }" => "{ fact = \"kind\", first = [\"y\"] }", "{ fact = \"kind\" }" "nothing says which values of “kind” come first" "rien ne dit quelles valeurs de « kind » passent devant"
    "tie-first-of-number" "G115" "criterion = [$A, $B]\nfact = [$NUMBER]\nrules = { ties = [{ fact = \"n\", first = [\"3\"] }] }"
        "first = [\"3\"]" => "best = \"lowest\"", "[\"3\"]" "`first` goes with a choice or a yes-no" "`first` va avec un choix ou un oui-non"

    // ── G116 to G118 ──
    "total-reversed" "G116" r#"criterion = [$A, $B]
total = [{ id = "t", label = "T", of = { product = ["a", "b"] }, at_least = 9, at_most = 4 }]"#
        "at_most = 4" => "at_most = 40", "4" "the lower bound is above the upper one" "la borne inférieure dépasse la borne supérieure"
    "nothing-to-do" "G117" "fact = [$NUMBER]"
        "fact = [$NUMBER]" => "criterion = [$A, $B]", ""
        "the grid has neither a gate nor a criterion" "la grille n’a ni critère d’exclusion ni critère"
    "source-missing" "G118" "criterion = [$A, $B]\n$OWN[grid]\nid = \"essai\"\nversion = \"1\"\ntitle = \"Essai\""
        "title =" => "source = \"Ici\"\ntitle =", "grid" "does not say where it was published" "ne dit pas où elle a été publiée"

    // ── G119: what a condition looks at ──
    "track-looks-at-total" "G119" r#"criterion = [$A, $B]
fact = [$KIND]
track = [{ id = "t", label = "Track", when = { total = "total", at_least = 50 } }, { id = "u", label = "Others" }]"#
        r#"{ total = "total", at_least = 50 }"# => r#"{ fact = "kind", one_of = ["x"] }"#, "\"total\""
        "`total` cannot be looked at here" "`total` ne peut être examiné ici"
    "when-looks-at-criterion" "G119" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { when = { criterion = "a", at_least = 5 } } }]"#
        "criterion = \"a\"" => "fact = \"n\"", "\"a\"" "`criterion` cannot be looked at here" "`criterion` ne peut être examiné ici"
    "count-without-level" "G119" r#"criterion = [$A, $B]
level = [{ id = "top", label = "Top", when = { count = { level = "high" }, at_least = 1 } }, { id = "rest", label = "Rest" }]"#
        r#"{ count = { level = "high" }, at_least = 1 }"# => r#"{ criterion = "a", at_least = 1 }"#, "{ level = \"high\" }"
        "do not all have a level called “high”" "un échelon « high »"
    "count-below-no-level" "G119" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { count = { below = "high" }, at_most = 0 } }]"#
        r#"{ count = { below = "high" }, at_most = 0 }"# => r#"{ criterion = "a", at_least = 1 }"#, "{ below = \"high\" }"
        "these criteria do not all have a level called “high”" "ces critères n’ont pas tous un échelon « high »"
    "gate-out-of-reach" "G114" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { criterion = "a", at_least = 11 } }]"#
        "at_least = 11" => "at_least = 10", "{ criterion = \"a\", at_least = 11 }"
        "with a bound of 11, all are on the same side" "avec une borne de 11, toutes sont du même côté"
    "count-without-target" "G119" r#"criterion = [$A, { id = "b", label = "B", weight = 40, target = 5, scale = { points = 10 } }]
gate = [{ id = "g", label = "G", require = { count = { below_target = true, among = ["a"] }, at_most = 0 } }]"#
        r#"["a"]"# => r#"["b"]"#, "{ below_target = true, among = [\"a\"] }" "these criteria do not all have a target" "n’ont pas tous une cible"

    // ── G120: names of criteria, groups and totals ──
    "group-unknown" "G120" r#"group = [{ id = "g", label = "G", weight = 60 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "b", group = "h", label = "B", weight = 40, scale = { points = 10 } }]"#
        "group = \"h\", " => "", "\"h\"" "no group is called “h”" "aucun groupe ne s’appelle « h »"
    "group-later" "G122" r#"group = [{ id = "g", label = "G", in = "h", weight = 100 }, { id = "h", label = "H", weight = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        r#"{ id = "g", label = "G", in = "h", weight = 100 }, { id = "h", label = "H", weight = 100 }"# =>
        r#"{ id = "h", label = "H", weight = 100 }, { id = "g", label = "G", in = "h", weight = 100 }"#,
        "\"h\"" "the group “h” is declared after this one" "le groupe « h » est déclaré après celui-ci"
    "condition-criterion-unknown" "G120" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { criterion = "c", at_least = 5 } }]"#
        "criterion = \"c\"" => "criterion = \"a\"", "\"c\"" "no criterion of the grid is called “c”" "aucun critère de la grille ne s’appelle « c »"
    "condition-total-unknown" "G120" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { total = "t", at_least = 5 } }]"#
        "total = \"t\"" => "total = \"total\"", "\"t\"" "no total is called “t”" "aucun total ne s’appelle « t »"
    "mean-unknown" "G120" r#"criterion = [$A, $B]
summary = [{ id = "s", label = "S", mean = "c" }]"#
        "mean = \"c\"" => "mean = \"a\"", "\"c\"" "“c” is the name of no criterion, group or total" "« c » n’est le nom d’aucun critère, groupe ou total"
    "track-weight-unknown" "G120" r#"criterion = [$A, $B]
fact = [$KIND]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, weights = { c = 50 } }, { id = "u", label = "Others" }]"#
        "{ c = 50 }" => "{ a = 50, b = 50 }", "c" "“c” is the name of no criterion or group" "« c » n’est le nom d’aucun critère ou groupe"
    "no-main-total" "G120" r#"criterion = [$A, $B]
rules = { rank_by = "none" }
level = [{ id = "top", label = "Top", when = { total = "total", at_least = 80 } }, { id = "rest", label = "Rest" }]"#
        r#"total = "total", at_least = 80"# => r#"criterion = "a", at_least = 8"#, "\"total\"" "this grid ranks nothing, so its weights make no total" "ses poids ne font pas de total"
    "summary-of-no-total" "G120" r#"criterion = [$A, $B]
rules = { rank_by = "none" }
summary = [{ id = "s", label = "S", mean = "total" }]"#
        "mean = \"total\"" => "mean = \"a\"", "\"total\"" "this grid ranks nothing, so its weights make no total" "ses poids ne font pas de total"

    "condition-names-a-criterion-as-total" "G120" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { total = "a", at_least = 5 } }]"#
        "total = \"a\"" => "criterion = \"a\"", "\"a\"" "no total is called “a”" "aucun total ne s’appelle « a »"
    "condition-group-of-none" "G120" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { group = "h", at_least = 5 } }]"#
        "group = \"h\"" => "criterion = \"a\"", "\"h\"" "no group is called “h”" "la grille n’en déclare aucun : ajoutez-en un, ou retirez ceci"
    "fact-of-none" "G104" r#"criterion = [$A, $B]
gate = [{ id = "g", label = "G", require = { fact = "h", at_least = 5 } }]"#
        "fact = \"h\"" => "criterion = \"a\"", "\"h\"" "no fact is called “h”" "la grille n’en déclare aucun : ajoutez-en un, ou retirez ceci"

    "tie-of-none" "G115" r#"fact = [$NUMBER]
gate = [{ id = "given", label = "Given", require = { fact = "n", present = true } }]
rules = { ties = ["a"] }"#
        "[\"a\"]" => "[]", "\"a\"" "no criterion, group or total is called “a”" "la grille n’en déclare aucun"

    // ── G121: forms ──
    "k-zero" "G121" r#"criterion = [$A, $B]
fact = [$NUMBER]
total = [{ id = "t", label = "T", of = { adjusted_price = "n", k = 0, floor = 70, span = 30 } }]"#
        "k = 0" => "k = 0.2", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "span-zero" "G121" r#"criterion = [$A, $B]
fact = [$NUMBER]
total = [{ id = "t", label = "T", of = { adjusted_price = "n", k = 0.2, floor = 70, span = 0 } }]"#
        "span = 0" => "span = 30", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "divisor" "G121" r#"criterion = [$A, $B]
fact = [$NUMBER]
total = [{ id = "t", label = "T", of = { adjusted_price = "n", k = 0.5, floor = 70, span = 30 } }]"#
        "k = 0.5" => "k = 0.3", "0.5" "a quality of 0 would divide the price by" "une qualité de 0 diviserait le prix par"

    // ── G122, G123: groups and caps ──
    "group-in-itself" "G122" r#"group = [{ id = "g", label = "G", in = "g", weight = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 100, scale = { points = 10 } }]"#
        "in = \"g\", " => "", "\"g\"" "a group cannot stand in itself" "un groupe ne peut se trouver en lui-même"
    "group-empty" "G122" r#"group = [{ id = "g", label = "G", weight = 40 }]
criterion = [$A]"#
        "[$A]" => r#"[$A, { id = "b", label = "B", group = "g", weight = 40, scale = { points = 10 } }]"#,
        "\"g\"" "nothing stands in the group “G”" "rien ne se trouve dans le groupe « G »"
    "group-sum" "G122" r#"group = [{ id = "g", label = "G", weight = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }]"#
        "weight = 60" => "weight = 100", "100" "the weights in “G” add up to 60, not 100" "la somme des poids de « G » est 60, et non 100"
    "group-sum-on-track" "G122" r#"fact = [$KIND]
group = [{ id = "g", label = "G", weight = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "b", group = "g", label = "B", weight = 40, scale = { points = 10 } }]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, weights = { a = 50 } }, { id = "u", label = "Others" }]"#
        "{ a = 50 }" => "{ a = 50, b = 50 }", "{ a = 50 }"
        "on the track “Track”, the weights in “G” add up to 90, not 100" "pour le volet « Track », la somme des poids de « G » est 90, et non 100"
    "cap-never-reached" "G123" r#"group = [{ id = "g", label = "G", at_most = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "b", group = "g", label = "B", weight = 40, scale = { points = 10 } }]"#
        "weight = 60" => "weight = 70", "100" "nothing can pass 100: there are 100 points at most" "rien ne peut dépasser 100"
    "cap-of-mean" "G123" r#"group = [{ id = "g", label = "G", weight = 100, score = "mean", at_most = 101 }]
criterion = [{ id = "a", group = "g", label = "A", scale = { points = 10 } }, { id = "b", group = "g", label = "B", scale = { points = 10 } }]"#
        "at_most = 101" => "at_most = 90", "101" "nothing can pass 101: there are 100 points at most" "rien ne peut dépasser 101"
    "cap-is-weight" "G123" r#"group = [{ id = "g", label = "G", weight = 100, at_most = 90 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 60, scale = { points = 10 } }, { id = "b", group = "g", label = "B", weight = 60, scale = { points = 10 } }]"#
        "at_most = 90" => "at_most = 100", "100" "the group weighs 100 but counts for 90 at most" "le groupe pèse 100 mais compte pour 90 au plus"
    "cap-below-one" "G123" r#"group = [{ id = "g", label = "G", at_most = 100 }]
criterion = [{ id = "a", group = "g", label = "A", weight = 110, scale = { points = 10 } }, { id = "b", group = "g", label = "B", weight = 40, scale = { points = 10 } }]"#
        "weight = 110" => "weight = 100", "100" "“G” counts for 100 at most, but “A” alone weighs 110" "« G » compte pour 100 au plus, mais « A » pèse à lui seul 110"
    "cap-of-all" "G123" "criterion = [$A, $B]\nrules = { at_most = 100 }"
        "at_most = 100" => "at_most = 90", "100" "nothing can pass 100: there are 100 points at most" "rien ne peut dépasser 100"
    "cap-zero" "G123" "criterion = [$A, $B]\nrules = { at_most = 0 }"
        "at_most = 0" => "at_most = 90", "0" "0 must be above zero" "0 doit être plus grand que zéro"

    // ── G124, G125: levels and tracks ──
    "rest-first" "G124" r#"criterion = [$A, $B]
level = [{ id = "rest", label = "Rest" }, { id = "top", label = "Top", when = { total = "total", at_least = 80 } }]"#
        r#"label = "Rest" }"# => r#"label = "Rest", when = { total = "total", at_least = 90 } }"#,
        "{ id = \"rest\", label = \"Rest\" }" "without `when`, this takes all the rest" "sans `when`, tout le reste va ici"
    "rest-first-of-tracks" "G124" r#"criterion = [$A, $B]
fact = [$KIND]
track = [{ id = "u", label = "Others" }, { id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] } }]"#
        r#"label = "Others" }"# => r#"label = "Others", when = { fact = "kind", one_of = ["y"] } }"#,
        "{ id = \"u\", label = \"Others\" }" "without `when`, this takes all the rest" "sans `when`, tout le reste va ici"
    "level-hidden" "G124" r#"criterion = [$A, $B]
level = [{ id = "good", label = "Good", when = { total = "total", at_least = 50 } }, { id = "top", label = "Top", when = { total = "total", at_least = 80 } }, { id = "rest", label = "Rest" }]"#
        "at_least = 50" => "at_least = 90", "{ total = \"total\", at_least = 80 }" "“Top” is never given: whatever meets it is “Good” already" "« Top » n’est jamais attribué : ce qui le mérite est déjà « Good »"
    "tracks-none" "G125" "criterion = [$A, $B]\nrules = { tracks = \"apart\" }"
        ", $B]\nrules = { tracks = \"apart\" }" => ", $B]", "\"apart\"" "the grid declares no track" "la grille ne déclare aucun volet"
    "places-together" "G125" r#"criterion = [$A, $B]
fact = [$KIND]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, places = 2 }, { id = "u", label = "Others" }]"#
        ", places = 2" => "", "2" "tracks are ranked together" "les volets sont classés ensemble"
    "budget-together" "G125" r#"criterion = [$A, $B]
fact = [$KIND, $NUMBER]
rules = { cost = "n" }
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, budget = 200 }, { id = "u", label = "Others" }]"#
        ", budget = 200" => "", "200" "neither places nor a budget of its own" "ni places ni budget à lui"
    "track-cut-twice" "G125" r#"criterion = [$A, $B]
fact = [$KIND, $NUMBER]
rules = { cost = "n", tracks = "apart" }
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, places = 3, budget = 200 }, { id = "u", label = "Others" }]"#
        "places = 3, " => "", "200" "the track says in two ways how many can be selected" "le volet dit de deux façons"
    "track-budget-without-cost" "G125" r#"criterion = [$A, $B]
fact = [$KIND, $NUMBER]
rules = { tracks = "apart" }
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, budget = 200 }, { id = "u", label = "Others" }]"#
        "{ tracks" => "{ cost = \"n\", tracks", "200" "the grid does not say which fact a budget is spent on" "la grille ne dit pas"
    "track-budget-zero" "G125" r#"criterion = [$A, $B]
fact = [$KIND, $NUMBER]
rules = { cost = "n", tracks = "apart" }
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, budget = 0 }, { id = "u", label = "Others" }]"#
        "budget = 0" => "budget = 1", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "track-uncovered" "G125" r#"criterion = [$A, $B]
fact = [$KIND]
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] } }]"#
        "[\"x\"]" => "[\"x\", \"y\"]", r#"{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] } }"#
        "no track takes those whose “Kind” is “Y”" "aucun volet ne prend"

    // ── G126: stages ──
    "stage-missing" "G126" r#"stage = [{ id = "one", label = "One" }, { id = "two", label = "Two" }]
criterion = [{ id = "a", label = "A", stage = "one", weight = 60, scale = { points = 10 } }, { id = "b", label = "B", weight = 40, scale = { points = 10 } }]"#
        "label = \"B\"" => "label = \"B\", stage = \"two\"", r#"{ id = "b", label = "B", weight = 40, scale = { points = 10 } }"#
        "the grid has stages: this must say at which one it stands" "la grille a des étapes"
    "stage-unknown" "G126" r#"stage = [{ id = "one", label = "One" }]
criterion = [{ id = "a", label = "A", stage = "two", weight = 100, scale = { points = 10 } }]"#
        "stage = \"two\"" => "stage = \"one\"", "\"two\"" "no stage is called “two”" "aucune étape ne s’appelle « two »"
    "stage-none" "G126" r#"criterion = [{ id = "a", label = "A", stage = "two", weight = 100, scale = { points = 10 } }]"#
        "stage = \"two\", " => "", "\"two\"" "the grid declares no stage" "la grille ne déclare aucune étape"
    "stage-of-gate" "G126" r#"stage = [{ id = "one", label = "One" }]
fact = [$KIND]
gate = [{ id = "g", label = "G", require = { fact = "kind", one_of = ["x"] } }]
criterion = [{ id = "a", label = "A", stage = "one", weight = 100, scale = { points = 10 } }]"#
        "label = \"G\"" => "label = \"G\", stage = \"one\"", r#"{ id = "g", label = "G", require = { fact = "kind", one_of = ["x"] } }"#
        "the grid has stages" "la grille a des étapes"

    // ── G127: ranking ──
    "pass-without-rank" "G127" "criterion = [$A, $B]\nrules = { rank_by = \"none\", pass = { total = 50 } }"
        ", pass = { total = 50 }" => "", "pass" "`pass` makes no sense where nothing is ranked" "`pass` n’a pas de sens là où rien n’est classé"
    "ties-without-rank" "G127" "criterion = [$A, $B]\nrules = { rank_by = \"none\", ties = [\"a\"] }"
        ", ties = [\"a\"]" => "", "ties" "`ties` makes no sense" "`ties` n’a pas de sens"
    "cap-without-rank" "G127" "criterion = [$A, $B]\nrules = { rank_by = \"none\", at_most = 90 }"
        ", at_most = 90" => "", "at_most" "`at_most` makes no sense" "`at_most` n’a pas de sens"
    "track-places-without-rank" "G127" r#"criterion = [$A, $B]
fact = [$KIND]
rules = { rank_by = "none", tracks = "apart" }
track = [{ id = "t", label = "Track", when = { fact = "kind", one_of = ["x"] }, places = 2 }, { id = "u", label = "Others" }]"#
        ", places = 2" => "", "2" "`places` makes no sense" "`places` n’a pas de sens"
    "combine-without-rank" "G127" "criterion = [$A, $B]\nrules = { rank_by = \"none\", panel = { combine = \"rank-sum\" } }"
        "\"rank-sum\"" => "\"mean\"", "\"rank-sum\"" "`combine` makes no sense" "`combine` n’a pas de sens"
    "rank-by-unknown" "G127" "criterion = [$A, $B]\nrules = { rank_by = \"toatl\" }"
        "\"toatl\"" => "\"total\"", "\"toatl\"" "“toatl” is no total that can rank; did you mean “total”?" "« toatl » n’est pas un total qui peut classer"
    "tied-ranks-useless" "G127" "criterion = [$A, $B]\nrules = { panel = { tied_ranks = \"lowest\" } }"
        "tied_ranks" => "combine = \"rank-sum\", tied_ranks", "\"lowest\"" "`tied_ranks` only serves where ranks add up" "`tied_ranks` ne sert que là où des rangs s’additionnent"

    // ── G128: targets ──
    "target-without-scale" "G128" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, target = 3, from = { sum = [{ fact = "n", weight = 30, scale = { points = 3 } }, { fact = "n", weight = 10, scale = { points = 3 } }] } }]"#
        "target = 3, " => "", "3" "a target needs one scale" "une cible demande une échelle"
    "target-unknown" "G128" r#"criterion = [$A, { id = "b", label = "B", weight = 40, target = "top", scale = { levels = { low = { value = 0, label = "Low" }, high = { value = 1, label = "High" } } } }]"#
        "\"top\"" => "\"high\"", "\"top\"" "“top” is neither a mark nor a level of the scale" "« top » n’est ni une note ni un échelon"
    "target-vacuous" "G128" r#"criterion = [$A, { id = "b", label = "B", weight = 40, target = 11, scale = { points = 10 } }]"#
        "target = 11" => "target = 10", "11" "marks go from 0 to 10: nobody can reach a target of 11" "personne ne peut atteindre une cible de 11"
    // ── how marks combine ──
    "trim-missing" "G129" "criterion = [$A, $B]\nrules = { panel = { combine = \"trimmed\" } }"
        "combine = \"trimmed\"" => "combine = \"trimmed\", trim = 0.1", "\"trimmed\"" "“trimmed” needs the share to take away" "« trimmed » demande la part à retirer"
    "trim-range" "G129" "criterion = [$A, $B]\nrules = { panel = { combine = \"trimmed\", trim = 0.5 } }"
        "0.5" => "0.25", "0.5" "a share of 0.5 at each end" "une part de 0,5 à chaque bout"
    "trim-useless" "G129" "criterion = [$A, $B]\nrules = { panel = { combine = \"median\", trim = 0.1 } }"
        ", trim = 0.1" => "", "trim" "“trim” has no effect" "« trim » est sans effet"
    "combine-never" "G129" "criterion = [$A, $B]\nrules = { panel = { combine = \"discuss\" } }"
        "\"discuss\"" => "\"mean\"", "\"discuss\"" "nobody is ever rated" "personne n’est jamais évalué"
    "band-missing" "G129" "criterion = [$A, $B]\nrules = { panel = { consensus = \"bounds\" } }"
        "\"bounds\"" => "\"bounds\", band = 0.5", "\"bounds\"" "“bounds” needs a band" "« bounds » demande un écart"
    "band-negative" "G129" "criterion = [$A, $B]\nrules = { panel = { consensus = \"bounds\", band = -1 } }"
        "-1" => "1", "-1" "a band cannot be below zero" "un écart ne peut être sous zéro"
    "band-useless" "G129" "criterion = [$A, $B]\nrules = { panel = { consensus = \"replaces\", band = 1 } }"
        ", band = 1" => "", "band" "“band” has no effect" "« band » est sans effet"
    "consensus-of-totals" "G129" "criterion = [$A, $B]\nrules = { panel = { per = \"total\", consensus = \"replaces\" } }"
        ", consensus = \"replaces\"" => "", "\"replaces\"" "“consensus” has no effect" "« consensus » est sans effet"
    "cases-of-ranks" "G129" "criterion = [$A, $B]\nrules = { panel = { combine = \"rank-sum\", cases = [{ combine = \"mean\", marks = 2 }] } }"
        ", cases = [{ combine = \"mean\", marks = 2 }]" => "", "cases" "“cases” has no effect" "« cases » est sans effet"
    "case-hidden" "G129" "criterion = [$A, $B]\nrules = { panel = { cases = [{ combine = \"median\", at_least = 2 }, { combine = \"discuss\", marks = 3, apart = 0.3 }] } }"
        "at_least = 2" => "marks = 2", "{ combine = \"discuss\", marks = 3, apart = 0.3 }" "an earlier case holds wherever this one does" "un cas précédent convient"
    "case-never" "G129" "criterion = [$A, $B]\nrules = { panel = { cases = [{ combine = \"median\", at_least = 4, at_most = 3 }] } }"
        "at_most = 3" => "at_most = 5", "{ combine = \"median\", at_least = 4, at_most = 3 }" "no number of marks fits this case" "aucun nombre de notes"
    "case-two-sizes" "G129" "criterion = [$A, $B]\nrules = { panel = { cases = [{ combine = \"median\", marks = 4, at_most = 3 }] } }"
        ", at_most = 3" => "", "{ combine = \"median\", marks = 4, at_most = 3 }" "this case gives the number of marks twice" "donne deux fois le nombre"
    "case-always" "G129" "criterion = [$A, $B]\nrules = { panel = { cases = [{ combine = \"median\" }] } }"
        "[{ combine = \"median\" }]" => "[{ combine = \"median\", marks = 3 }]", "{ combine = \"median\" }" "this case always holds" "ce cas convient toujours"
    "apart-range" "G129" "criterion = [$A, $B]\nrules = { panel = { cases = [{ combine = \"discuss\", apart = 30 }] } }"
        "apart = 30" => "apart = 0.3", "30" "30 is not a share of the scale" "30 n’est pas une part de l’échelle"
    "criterion-combine-never" "G129" "criterion = [$A, { id = \"b\", label = \"B\", weight = 40, scale = { points = 10 }, combine = \"discuss\" }]"
        "\"discuss\"" => "\"majority\"", "\"discuss\"" "nobody is ever rated" "personne n’est jamais évalué"
    "criterion-trim-useless" "G129" "criterion = [$A, { id = \"b\", label = \"B\", weight = 40, scale = { points = 10 }, trim = 0.1 }]"
        "trim = 0.1" => "combine = \"trimmed\", trim = 0.1", "trim" "“trim” has no effect" "« trim » est sans effet"
    // ── what conditions are together ──
    "condition-never" "G116" r#"fact = [$NUMBER]
gate = [{ id = "g", label = "G", require = { all = [{ fact = "n", at_least = 10 }, { fact = "n", at_most = 5 }] } }]"#
        "at_most = 5" => "at_most = 50",
        r#"{ all = [{ fact = "n", at_least = 10 }, { fact = "n", at_most = 5 }] }"# "nobody can meet this condition" "personne ne peut remplir cette condition"
    "condition-never-choice" "G116" r#"fact = [$KIND]
gate = [{ id = "g", label = "G", require = { fact = "kind", none_of = ["x", "y"] } }]"#
        r#"["x", "y"]"# => r#"["x"]"#,
        r#"{ fact = "kind", none_of = ["x", "y"] }"# "nobody can meet this condition" "personne ne peut remplir cette condition"
    "condition-never-date" "G116" r#"fact = [$DAY]
gate = [{ id = "g", label = "G", require = { all = [{ fact = "day", after = 2024-02-28 }, { fact = "day", before = 2024-02-29 }] } }]"#
        "before = 2024-02-29" => "before = 2024-03-01",
        r#"{ all = [{ fact = "day", after = 2024-02-28 }, { fact = "day", before = 2024-02-29 }] }"# "nobody can meet this condition" "personne ne peut remplir cette condition"
    "condition-never-when" "G116" r#"fact = [$COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { when = { all = [{ fact = "c", at_least = 3 }, { not = { fact = "c", at_least = 2 } }] } } }]"#
        "at_least = 2" => "at_least = 20",
        r#"{ all = [{ fact = "c", at_least = 3 }, { not = { fact = "c", at_least = 2 } }] }"# "nobody can meet this condition" "personne ne peut remplir cette condition"
    "gates-contradict" "G130" r#"fact = [$NUMBER]
gate = [{ id = "g", label = "Big", require = { fact = "n", at_least = 10 } }, { id = "h", label = "Small", require = { fact = "n", at_most = 5 } }]"#
        "at_most = 5" => "at_most = 50",
        r#"{ fact = "n", at_most = 5 }"# "nobody can pass both “Small” and “Big”" "à la fois à « Small » et à « Big »"
    "gates-contradict-three" "G130" r#"fact = [{ id = "k", label = "K", type = "choice", values = { w = "W", x = "X", y = "Y", z = "Z" } }]
gate = [{ id = "g", label = "G", require = { fact = "k", one_of = ["x", "y"] } }, { id = "h", label = "H", require = { fact = "k", one_of = ["y", "z"] } }, { id = "i", label = "I", require = { fact = "k", none_of = ["y", "w"] } }]"#
        r#""h", label = "H", require = { fact = "k", one_of = ["y", "z"] } }, { id = "i", label = "I", require = { fact = "k", none_of = ["y", "w"] } }"# => r#""h", label = "H", require = { fact = "k", one_of = ["x", "z"] } }"#,
        r#"{ fact = "k", none_of = ["y", "w"] }"# "nobody can pass “I” who passes the gates above it" "après avoir satisfait aux critères d’exclusion qui précèdent"
    "gate-redundant" "G131" r#"fact = [$NUMBER]
gate = [{ id = "g", label = "Strict", require = { fact = "n", at_least = 10 } }, { id = "h", label = "Lax", require = { fact = "n", at_least = 5 } }]"#
        r#", { id = "h", label = "Lax", require = { fact = "n", at_least = 5 } }"# => "",
        r#"{ fact = "n", at_least = 5 }"# "“Lax” asks nothing that “Strict” does not ask already" "« Lax » ne demande rien que « Strict » ne demande déjà"
    "gate-redundant-above" "G131" r#"fact = [$KIND]
gate = [{ id = "g", label = "Lax", require = { any = [{ fact = "kind", one_of = ["x"] }, { fact = "kind", absent = true }] } }, { id = "h", label = "Strict", require = { fact = "kind", one_of = ["x"] } }]"#
        r#"{ any = [{ fact = "kind", one_of = ["x"] }, { fact = "kind", absent = true }] }"# => r#"{ fact = "kind", present = true }"#,
        r#"{ any = [{ fact = "kind", one_of = ["x"] }, { fact = "kind", absent = true }] }"# "“Lax” asks nothing that “Strict” does not ask already" "« Lax » ne demande rien"
    "gate-under-pass" "G131" r#"criterion = [$A, $B]
rules = { pass = { total = 60 } }
gate = [{ id = "g", label = "Half", require = { total = "total", at_least = 50 } }]"#
        "at_least = 50" => "at_least = 70",
        r#"{ total = "total", at_least = 50 }"# "“Half” asks nothing that a minimum or the pass mark does not ask already" "un minimum ou la note de passage"
    "part-redundant" "G131" r#"fact = [$NUMBER]
gate = [{ id = "g", label = "G", require = { all = [{ fact = "n", at_least = 10 }, { fact = "n", at_least = 5 }] } }]"#
        r#", { fact = "n", at_least = 5 }"# => r#", { fact = "n", at_most = 50 }"#,
        r#"{ fact = "n", at_least = 5 }"# "without this part, the condition would be the same" "sans cette partie, la condition serait la même"
    "part-idle" "G131" r#"fact = [$NUMBER, $COUNT]
gate = [{ id = "g", label = "G", require = { all = [{ fact = "n", at_least = 10 }, { fact = "c", at_least = 0 }] } }]"#
        "at_least = 0" => "at_least = 1",
        r#"{ fact = "c", at_least = 0 }"# "every value meets this part of the condition: it asks nothing" "elle ne demande rien"
    "part-never" "G131" r#"fact = [$NUMBER, $KIND]
gate = [{ id = "g", label = "G", require = { any = [{ fact = "n", at_least = 10 }, { fact = "kind", none_of = ["x", "y"] }] } }]"#
        r#"["x", "y"]"# => r#"["x"]"#,
        r#"{ fact = "kind", none_of = ["x", "y"] }"# "nobody can meet this part of the condition: it opens nothing" "elle n’ouvre rien"
    "pass-redundant" "G131" r#"criterion = [{ id = "a", label = "A", weight = 60, minimum = 6, scale = { points = 10 } }, { id = "b", label = "B", weight = 40, minimum = 6, scale = { points = 10 } }]
rules = { pass = { total = 60 } }"#
        "total = 60" => "total = 61",
        "60" "whoever reaches every minimum has 60 points at least" "a déjà au moins 60 points"
    "gate-idle" "G132" r#"fact = [$COUNT]
gate = [{ id = "g", label = "Any", require = { fact = "c", at_least = 0 } }]"#
        "at_least = 0" => "at_least = 1",
        r#"{ fact = "c", at_least = 0 }"# "“Any” excludes nobody: every value is let through" "« Any » n’exclut personne"
    "gate-idle-choice" "G132" r#"fact = [$KIND]
gate = [{ id = "g", label = "Any", require = { fact = "kind", one_of = ["x", "y"] } }]"#
        r#"["x", "y"]"# => r#"["y"]"#,
        r#"{ fact = "kind", one_of = ["x", "y"] }"# "“Any” excludes nobody: every value is let through" "« Any » n’exclut personne"
    "level-hidden-by-all" "G124" r#"criterion = [$A, $B]
level = [{ id = "p", label = "High", when = { total = "total", at_least = 60 } }, { id = "q", label = "Low", when = { total = "total", at_most = 60 } }, { id = "r", label = "Rest" }]"#
        "at_most = 60" => "at_most = 40",
        r#"{ id = "r", label = "Rest" }"# "“Rest” is never given: the levels above take everyone" "« Rest » n’est jamais attribué"
    "level-hidden-choice" "G124" r#"fact = [$KIND]
criterion = [$A, $B]
level = [{ id = "p", label = "Wide", when = { fact = "kind", one_of = ["x", "y"] } }, { id = "q", label = "Narrow", when = { fact = "kind", one_of = ["x"] } }]"#
        r#"["x", "y"]"# => r#"["y"]"#,
        r#"{ fact = "kind", one_of = ["x"] }"# "“Narrow” is never given: whatever meets it is “Wide” already" "« Narrow » n’est jamais attribué"
    "track-hidden" "G124" r#"fact = [{ id = "k", label = "K", type = "choice", values = { x = "X", y = "Y", z = "Z" } }]
criterion = [$A, $B]
track = [{ id = "t", label = "T", when = { fact = "k", one_of = ["x"] } }, { id = "u", label = "U", when = { fact = "k", none_of = ["y", "z"] } }, { id = "v", label = "V" }]"#
        r#"none_of = ["y", "z"]"# => r#"none_of = ["x", "z"]"#,
        r#"{ fact = "k", none_of = ["y", "z"] }"# "nobody is on “U”: the tracks above take everyone it could take" "personne n’est dans « U »"
    "level-gap" "G133" r#"criterion = [$A, $B]
level = [{ id = "p", label = "High", when = { total = "total", at_least = 80 } }, { id = "q", label = "Middle", when = { total = "total", between = [50, 79] } }]"#
        "between = [50, 79]" => "at_least = 50",
        r#"{ total = "total", between = [50, 79] }"# "79.5 falls between “Middle” and “High”, and has no level" "79,5 tombe entre « Middle » et « High », et n’a aucun niveau"
    "level-gap-rest" "G133" r#"criterion = [$A, $B]
level = [{ id = "p", label = "High", when = { total = "total", at_least = 80 } }, { id = "q", label = "Middle", when = { total = "total", between = [50, 79] } }, { id = "r", label = "Low" }]"#
        "between = [50, 79]" => "at_least = 50",
        r#"{ total = "total", between = [50, 79] }"# "79.5 falls between “Middle” and “High”, and is given “Low”" "et reçoit « Low »"
    "level-overlap" "G133" r#"criterion = [$A, $B]
level = [{ id = "p", label = "High", when = { total = "total", between = [60, 100] } }, { id = "q", label = "Middle", when = { total = "total", between = [40, 60] } }]"#
        "between = [40, 60]" => "at_least = 40",
        r#"{ total = "total", between = [40, 60] }"# "60 is both in “Middle” and in “High”, which is read first" "60 est à la fois dans « Middle » et dans « High »"
    // ── what decides nothing ──
    "brackets-flat" "G134" r#"fact = [$NUMBER]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { fact = "n" }, scale = { brackets = [{ at_least = 5, points = 40 }, { points = 40 }] } }]"#
        "{ points = 40 }" => "{ points = 0 }",
        "{ brackets = [{ at_least = 5, points = 40 }, { points = 40 }] }" "every value gives the same points: this tells nobody apart" "toutes les valeurs donnent les mêmes points"
    "levels-flat" "G134" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { levels = { low = { value = 3, label = "Low" }, high = { value = 3, label = "High" } } } }]"#
        r#"{ value = 3, label = "Low" }"# => r#"{ value = 1, label = "Low" }"#,
        r#"{ levels = { low = { value = 3, label = "Low" }, high = { value = 3, label = "High" } } }"# "every value gives the same points" "toutes les valeurs donnent les mêmes points"
    "table-flat" "G134" r#"fact = [$NUMBER, $COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { table = { rows = "n", rows_from = [0, 5], columns = "c", columns_from = [0, 5], points = [[40, 40], [40, 40]] } } }]"#
        "[[40, 40], [40, 40]]" => "[[0, 10], [20, 40]]",
        "[[40, 40], [40, 40]]" "every value gives the same points" "toutes les valeurs donnent les mêmes points"
    "when-always" "G134" r#"fact = [$COUNT]
criterion = [$A, { id = "b", label = "B", weight = 40, from = { when = { fact = "c", at_least = 0 } } }]"#
        "at_least = 0" => "at_least = 1",
        r#"{ fact = "c", at_least = 0 }"# "nobody can fail this condition: everyone has the points" "personne ne peut manquer à cette condition"
    "minimum-at-top" "G134" r#"criterion = [{ id = "a", label = "A", weight = 60, minimum = 10, scale = { points = 10 } }, $B]"#
        "minimum = 10" => "minimum = 9",
        "10" "whoever reaches the minimum of 10 has all the points" "qui atteint le minimum de 10 a tous les points"
    "tie-total" "G135" r#"criterion = [$A, $B]
rules = { ties = ["total"] }"#
        r#"["total"]"# => r#"["a"]"#,
        r#""total""# "those who are tied are level on this too" "les ex æquo le sont aussi là-dessus"
    "tie-settled" "G135" r#"criterion = [$A, $B]
rules = { ties = ["a", "b"] }"#
        r#"["a", "b"]"# => r#"["a"]"#,
        r#""b""# "those who are tied are level on this too" "les ex æquo le sont aussi là-dessus"
    "tie-settled-group" "G135" r#"group = [{ id = "g", label = "G", weight = 40 }]
criterion = [$A, { id = "b", label = "B", group = "g", weight = 30, scale = { points = 10 } }, { id = "c", label = "C", group = "g", weight = 10, scale = { points = 10 } }]
rules = { ties = ["c", "a", "b"] }"#
        r#"["c", "a", "b"]"# => r#"["c", "a"]"#,
        r#""b""# "those who are tied are level on this too" "les ex æquo le sont aussi là-dessus"
    "tie-ratio-of-itself" "G135" r#"fact = [$NUMBER]
criterion = [$A, $B]
rules = { ties = [{ ratio = ["n", "n"], best = "lowest" }] }"#
        r#"{ ratio = ["n", "n"], best = "lowest" }"# => r#"{ fact = "n", best = "lowest" }"#,
        r#"{ ratio = ["n", "n"], best = "lowest" }"# "those who are tied are level on this too" "les ex æquo le sont aussi là-dessus"
    "policies-implicit" "G136" r#"criterion = [$A, $B]
rules = { missing = "error", panel = { combine = "median" } }"#
        r#"panel = { combine = "median" }"# => r#"panel = { combine = "median", quorum = 2 }, ties = ["a"]"#,
        "rules" "left to their defaults: panel.quorum = 1 and ties = []" "laissé par défaut : panel.quorum = 1 et ties = []"
    "fact-unused" "G139" "fact = [$NUMBER, $TEXT]\ncriterion = [$A, $B]"
        "$NUMBER, $TEXT" => "$TEXT",
        r#""n""# "nothing in the grid uses “N”" "rien dans la grille n’emploie « N »"
    "stage-empty" "G140" r#"stage = [{ id = "s", label = "Letters" }, { id = "t", label = "Projects" }]
criterion = [{ id = "a", label = "A", stage = "s", weight = 100, scale = { points = 10 } }]"#
        r#", { id = "t", label = "Projects" }"# => "",
        r#""t""# "nothing is asked in “Projects”" "rien n’est demandé à l’étape « Projects »"
    "value-twice" "G141" r#"fact = [$KIND]
gate = [{ id = "g", label = "G", require = { fact = "kind", one_of = ["x", "X"] } }]"#
        r#", "X""# => "",
        r#""X""# "“X” is in this list already" "« X » est déjà dans cette liste"
    "choice-single" "G142" r#"fact = [{ id = "k", label = "K", type = "choice", values = { x = "X" } }]
gate = [{ id = "g", label = "G", require = { fact = "k", present = true } }]"#
        r#"{ x = "X" }"# => r#"{ x = "X", y = "Y" }"#,
        "x" "“x” is the only value of this choice" "« x » est la seule valeur de ce choix"
    "reviewers-under-quorum" "G143" "criterion = [$A, $B]\nrules = { panel = { quorum = 3, reviewers = 2 } }"
        "reviewers = 2" => "reviewers = 4",
        "2" "a quorum of 3 on each criterion asks for as many reviewers: 2 asks for nothing more" "un quorum de 3 sur chaque critère"
    "case-under-quorum" "G143" r#"criterion = [$A, $B]
rules = { panel = { quorum = 3, cases = [{ at_most = 2, combine = "median" }] } }"#
        "at_most = 2" => "at_most = 4",
        r#"{ at_most = 2, combine = "median" }"# "this case never comes: it takes 2 marks at most, and the quorum is 3" "ce cas ne se présente jamais"
    "levels-order" "G144" r#"criterion = [$A, { id = "b", label = "B", weight = 40, scale = { levels = { low = { value = 3, label = "Low" }, middle = { value = 1, label = "Middle" }, high = { value = 2, label = "High" } } } }]"#
        "value = 3" => "value = 0",
        r#"{ levels = { low = { value = 3, label = "Low" }, middle = { value = 1, label = "Middle" }, high = { value = 2, label = "High" } } }"# "the values of these levels neither rise nor fall: Low (3), Middle (1), High (2)" "ne vont ni en montant ni en descendant"
    // ── what stands twice ──
    "labels-alike" "G137" r#"group = [{ id = "g", label = "Impact", weight = 60 }, { id = "h", label = "Impact", weight = 40 }]
criterion = [{ id = "a", label = "A", group = "g", weight = 60, scale = { points = 10 } }, { id = "b", label = "B", group = "h", weight = 40, scale = { points = 10 } }]"#
        r#"{ id = "h", label = "Impact","# => r#"{ id = "h", label = "Cost","#,
        r#""Impact""# "“Impact” is already the name of another one, on line 1" "« Impact » est déjà le nom d’un autre, à la ligne 1"
    "labels-alike-in-one-language" "G137" r#"fact = [$NUMBER]
gate = [{ id = "g", label = { fr = "Taille", en = "Size" }, require = { fact = "n", at_least = 1 } },
  { id = "h", label = { fr = "Taille", en = "Ceiling" }, require = { fact = "n", at_most = 9 } }]"#
        r#"{ fr = "Taille", en = "Ceiling" }"# => r#"{ fr = "Plafond", en = "Ceiling" }"#,
        r#"{ fr = "Taille", en = "Ceiling" }"# "“Taille” is already the name of another one, on line 2" "« Taille » est déjà le nom d’un autre, à la ligne 2"
    "aspect-repeated" "G138" r#"criterion = [{ id = "a", label = "A", weight = 60, scale = { points = 10 }, aspects = ["Reach", "Costs"] },
  { id = "b", label = "B", weight = 40, scale = { points = 10 }, aspects = ["Costs"] }]"#
        r#", "Costs"]"# => "]",
        r#""Costs""# "“Costs” is already an aspect, on line 1" "« Costs » est déjà un aspect, à la ligne 1"
}

calls! {
    "budget-without-cost" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nbudget = 500\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "budget = 500" => "places = 1", "500" "the grid does not say which fact a budget is spent on" "la grille ne dit pas"
    "budget-zero" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nbudget = 0\n",
        "grid.toml": "fact = [$NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\" }", "s.csv": "id,a,b,n\nP1,8,9,200\n"]
        "call.toml": "budget = 0" => "budget = 1", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "share-range" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nshare = 30\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "share = 30" => "share = 0.3", "30" "a share of 30 is not between 0 and 1" "une part de 30 n’est pas entre 0 et 1"
    "cutoff-twice" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = 2\nshare = 0.3\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "share = 0.3" => "", "0.3" "the call says in two ways how many can be selected" "de deux façons"
    "places-twice" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = 2\n",
        "grid.toml": "fact = [$KIND]\ncriterion = [$A, $B]\nrules = { tracks = \"apart\" }\ntrack = [{ id = \"t\", label = \"Track\", when = { fact = \"kind\", one_of = [\"x\"] }, places = 1 }, { id = \"u\", label = \"Others\" }]",
        "s.csv": "id,a,b,kind\nP1,8,9,x\n"]
        "call.toml": "places = 2" => "", "2" "the tracks of the grid have places or budgets of their own" "les volets de la grille ont leurs propres places ou budgets"
    "places-without-rank" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = 2\n",
        "grid.toml": "criterion = [$A, $B]\nrules = { rank_by = \"none\" }", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "places = 2" => "", "2" "this grid ranks nothing, so there is nothing to cut" "cette grille ne classe rien"
    "cost-missing" "S315" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nbudget = 500\n",
        "grid.toml": "fact = [$NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\" }", "s.csv": "id,a,b,n\nP1,8,9,\nP2,8,9,3\n"]
        "s.csv": "P1,8,9," => "P1,8,9,7", "" "P1 has no cost" "P1 n’a pas de coût"
    "cost-negative" "S315" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nbudget = 500\n",
        "grid.toml": "fact = [$NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\" }", "s.csv": "id,a,b,n\nP1,8,9,-7\n"]
        "s.csv": "-7" => "7", "-7" "a cost of −7 is below zero" "un coût de −7 est inférieur à zéro"
    "price-of-zero" "S304" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$NUMBER]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"n\" }, scale = { relative_to = \"lowest\" } }]",
        "s.csv": "id,a,n\nP1,8,0\n"]
        "s.csv": "P1,8,0" => "P1,8,10", "0" "0 must be above zero" "0 doit être plus grand que zéro"
    "list-cell-empty" "S312" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n[lists]\nsites = \"sites.csv\"\n",
        "grid.toml": "fact = [{ id = \"c\", label = \"C\", type = \"count\", count = { list = \"sites\", distinct = \"town\" } }]\ncriterion = [$A, $B]",
        "s.csv": "id,a,b\nP1,8,9\n", "sites.csv": "submission,town,beds\nP1,,3\n"]
        "sites.csv": "P1,,3" => "P1,Laval,3", "P1" "this row has nothing in “town” and counts for nothing" "cette ligne n’a rien sous « town »"
    "no-submission" "S314" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\n"]
        "s.csv": "id,a,b\n" => "id,a,b\nP1,8,9\n", "" "there is no submission yet" "il n’y a pas encore de candidature"
    "not-applicable" "M411" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,s.o.\n"]
        "s.csv": "s.o." => "3", "s.o." "“s.o.” says that the criterion does not apply" "« s.o. » dit que le critère est sans objet"
    "level-as-of" "C204" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$DAY]\ncriterion = [$A, $B]\nlevel = [{ id = \"new\", label = \"New\", when = { fact = \"day\", within_years = 2 } }, { id = \"rest\", label = \"Rest\" }]",
        "s.csv": "id,a,b,day\nP1,8,3,2024-02-01\n"]
        "call.toml": "submissions" => "as_of = 2025-01-01\nsubmissions", "\"grid.toml\"" "“New” depends on the call’s reference date" "« New » dépend de la date de référence"
    "criterion-as-of" "C204" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$DAY]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 40, from = { fact = \"day\" }, scale = { starts_at = 40, less = 1 } }]",
        "s.csv": "id,a,day\nP1,8,2024-02-01\n"]
        "call.toml": "submissions" => "as_of = 2025-01-01\nsubmissions", "\"grid.toml\"" "“B” depends on the call’s reference date" "« B » dépend de la date de référence"
    "validity-as-of" "C204" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$DAY]\ncriterion = [$A, $B]\nvalidity = [{ id = \"v\", label = \"V\", fact = \"day\", years = 5 }]",
        "s.csv": "id,a,b,day\nP1,8,3,2024-02-01\n"]
        "call.toml": "submissions" => "as_of = 2025-01-01\nsubmissions", "2024-02-01" "“V” depends on the call’s reference date" "« V » dépend de la date de référence"
    "budget-apart" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nbudget = 500\n",
        "grid.toml": "fact = [$KIND, $NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\", tracks = \"apart\" }\ntrack = [{ id = \"t\", label = \"Track\", when = { fact = \"kind\", one_of = [\"x\"] } }, { id = \"u\", label = \"Others\" }]",
        "s.csv": "id,a,b,kind,n\nP1,8,9,x,30\n"]
        "call.toml": "budget = 500" => "", "500" "tracks are ranked apart, and each would spend this budget" "chacun dépenserait ce budget"
    "budget-of-tracks" "C207" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = 3\n",
        "grid.toml": "fact = [$KIND, $NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\", tracks = \"apart\" }\ntrack = [{ id = \"t\", label = \"Track\", when = { fact = \"kind\", one_of = [\"x\"] }, budget = 90 }, { id = \"u\", label = \"Others\" }]",
        "s.csv": "id,a,b,kind,n\nP1,8,9,x,30\n"]
        "call.toml": "places = 3" => "", "3" "the tracks of the grid have places or budgets of their own" "les volets de la grille ont leurs propres places ou budgets"
    "track-cost-missing" "S315" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$KIND, $NUMBER]\ncriterion = [$A, $B]\nrules = { cost = \"n\", tracks = \"apart\" }\ntrack = [{ id = \"t\", label = \"Track\", when = { fact = \"kind\", one_of = [\"x\"] }, budget = 90 }, { id = \"u\", label = \"Others\" }]",
        "s.csv": "id,a,b,kind,n\nP1,8,9,x,\nP2,8,9,y,3\n"]
        "s.csv": "x,\n" => "x,30\n", "" "P1 has no cost" "P1 n’a pas de coût"
    "round-appears" "C209" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"before\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\nP2,8,9\n",
        "before/call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n", "before/grid.toml": "criterion = [$A, $B]", "before/s.csv": "id,a,b\nP1,8,9\n"]
        "s.csv": "P2,8,9\n" => "", "P2" "P2 was not in the round before" "P2 n’était pas à la ronde précédente"
    "round-disappears" "C209" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"before\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "before/call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n", "before/grid.toml": "criterion = [$A, $B]", "before/s.csv": "id,a,b\nP1,8,9\nP2,8,9\n"]
        "s.csv": "P1,8,9\n" => "P1,8,9\nP2,8,9\n", "\"before\"" "selected in the round before, and not among the submissions: P2" "absentes des candidatures : P2"
    "round-undecided" "C209" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"before\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "before/call.toml": "[call]\ngrid = \"grid.toml\"\nplaces = 1\nsubmissions = \"s.csv\"\n", "before/grid.toml": "criterion = [$A, $B]", "before/s.csv": "id,a,b\nP1,8,9\nP2,8,9\n"]
        "before/s.csv": "P2,8,9" => "P2,8,8", "P1" "P1 was undecided at the cut-line of the round before" "P1 était indécise"
    "previous-missing" "C208" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"before\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "previous = \"before\"\n" => "", "\"before\"" "the folder “before” does not exist" "le dossier « before » n’existe pas"
    "previous-without-call" "C208" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"before\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n", "before/s.csv": ""]
        "call.toml": "previous = \"before\"\n" => "", "\"before\"" "the folder “before” has no call.toml" "le dossier « before » n’a pas de call.toml"
    "previous-a-file" "C208" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "previous = \"s.csv\"\n" => "", "\"s.csv\"" "“s.csv” is not a folder" "« s.csv » n’est pas un dossier"
    "previous-itself" "C208" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nprevious = \".\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "previous = \".\"\n" => "", "\".\"" "the rounds before lead back to “.”" "les rondes précédentes ramènent à « . »"
    // ── the panel ──
    "panel-without-reviewers" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[conflict]]\nreviewer = \"R1\"\nsubmission = \"P1\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "[[conflict]]\nreviewer = \"R1\"\nsubmission = \"P1\"\n" => "", "[[conflict]]" "the call has conflicts or assignments, and no reviewers" "et aucun membre"
    "reviewer-twice" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nname = \"r1\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "name = \"r1\"" => "name = \"Three\"", "\"R3\"" "the reviewer “r1” is named twice" "le membre « r1 » est nommé deux fois"
    "reviewer-unknown" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R3\"\nsubmission = \"P2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "call.toml": "\"R3\"" => "\"R2\"", "\"R3\"" "no reviewer of the call is called “R3”" "aucun membre de l’appel ne s’appelle « R3 »"
    "votes-negative" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nvotes = -1\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "-1" => "0", "-1" "nobody votes against their own mark" "personne ne vote contre"
    "votes-unweighed" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nvotes = 2\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]\nrules = { panel = { combine = \"median\" } }", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "votes = 2" => "votes = 1", "2" "the grid combines by “median”" "la grille combine par « median »"
    "part-unknown" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\npart = \"consensus\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "\"consensus\"" => "\"member\"", "\"consensus\"" "the grid knows no “consensus”" "la grille ne connaît pas de « consensus »"
    "term-backward" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\nas_of = 2025-01-01\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nfrom = 2024-05-01\nuntil = 2024-01-01\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "2024-01-01" => "2026-01-01", "2024-01-01" "the term ends on 2024-01-01, before it begins" "le mandat prend fin le 2024-01-01"
    "term-as-of" "C204" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"R3\"\nfrom = 2024-05-01\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "[[reviewer]]\nid = \"R1\"" => "as_of = 2025-01-01\n[[reviewer]]\nid = \"R1\"", "2024-05-01" "“R3” depends on the call’s reference date" "« R3 » dépend de la date de référence"
    "conflict-about-nothing" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "call.toml": "reviewer = \"R2\"\n" => "reviewer = \"R2\"\nsubmission = \"P2\"\n", "[[conflict]]" "this conflict does not say with what" "ne dit pas avec quoi"
    "conflict-fact-unknown" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nfact = \"city\"\nis = \"Gatineau\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "call.toml": "\"city\"" => "\"town\"", "\"city\"" "neither a fact nor a column of the submissions is called “city”" "ni renseignement ni colonne"
    "conflict-idle" "C211" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nfact = \"town\"\nis = \"Gatinau\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "call.toml": "\"Gatinau\"" => "\"Gatineau\"", "\"Gatinau\"" "no submission has the value “Gatinau”; did you mean “Gatineau”?" "aucune candidature n’a la valeur « Gatinau »"
    "reviewer-unassigned" "C212" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[assignment]]\nreviewer = \"R1\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP2,R1,6,5\n"]
        "call.toml": "reviewer = \"R1\"\n" => "reviewer = [\"R1\", \"R2\"]\n", "\"R2\"" "R2 has nothing to mark" "R2 n’a rien à noter"
    "conflict-submission-unknown" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nsubmission = \"P9\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "call.toml": "\"P9\"" => "\"P2\"", "\"P9\"" "no submission is called “P9”" "aucune candidature ne s’appelle « P9 »"
    "assignment-criterion-unknown" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[assignment]]\nreviewer = [\"R1\", \"R2\"]\ncriterion = [\"a\", \"bb\"]\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "\"bb\"" => "\"b\"", "\"bb\"" "no criterion of the grid is called “bb”" "aucun critère de la grille ne s’appelle « bb »"
    "assignment-file-reviewer" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[panel]\nassignments = \"who.csv\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n", "who.csv": "submission,reviewer\nP1,R1\nP1,R2\nP2,R1\nP2,R3\n"]
        "who.csv": "P2,R3" => "P2,R2", "R3" "no reviewer of the call is called “R3”" "aucun membre de l’appel"
    "quorum-unreachable" "C213" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nsubmission = \"P2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]\nrules = { panel = { quorum = 2 } }", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "grid.toml": "quorum = 2" => "quorum = 1", "P2" "P2: 1 may mark A, and the quorum is 2" "P2 : 1 membre peut noter A, et le quorum est de 2"
    "quorum-unreachable-whole" "C213" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nsubmission = \"P2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]\nrules = { panel = { reviewers = 2 } }", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\n"]
        "grid.toml": "reviewers = 2" => "reviewers = 1", "P2" "P2: 1 may mark it, and 2 must" "P2 : 1 membre peut la noter, et il en faut 2"
    "word-is-number" "C214" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[words]\n\"99\" = \"abstained\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "\"99\"" => "\"no opinion\"", "\"99\"" "“99” reads as a number, and a number is a mark" "« 99 » se lit comme un nombre"
    "sentinel-idle" "C214" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[sentinel]]\nmarks = \"mm.csv\"\nvalue = 0\nmeans = \"missing\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "[[sentinel]]\nmarks = \"mm.csv\"\nvalue = 0\nmeans = \"missing\"\n" => "", "\"mm.csv\"" "no mark file is called “mm.csv”" "aucun fichier de notes ne s’appelle « mm.csv »"
    "mark-in-conflict" "M412" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[conflict]]\nreviewer = \"R2\"\nsubmission = \"P2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "m.csv": "P2,R2,6,6\n" => "", "6" "R2 is in conflict with P2 and gives it 2 marks, which do not count" "R2 est en conflit d’intérêts avec P2 et lui donne 2 notes, qui ne comptent pas"
    "mark-in-conflict-own-word" "M412" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,conflit,6\n"]
        "m.csv": "P2,R2,conflit,6" => "P2,R2,conflit,", "6" "R2 is in conflict with P2 and gives it 1 mark, which does not count" "et lui donne 1 note, qui ne compte pas"
    "mark-stranger" "M413" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\nP1,R3,5,5\n"]
        "m.csv": "P1,R3,5,5\n" => "", "R3" "no reviewer of the call is called “R3”" "aucun membre de l’appel ne s’appelle « R3 »"
    "mark-unassigned" "M414" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[assignment]]\nreviewer = \"R1\"\n[[assignment]]\nreviewer = \"R2\"\nsubmission = \"P1\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,,6\n"]
        "m.csv": "P2,R2,,6\n" => "", "6" "R2 marks P2 here, which is not assigned to them" "R2 note ici P2, qui ne lui est pas attribuée"
    "mark-out-of-term" "M415" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\nas_of = 2025-01-01\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\nuntil = 2024-06-01\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,6\n"]
        "call.toml": "2024-06-01" => "2026-06-01", "7" "R2 does not sit on the reference date; 4 marks of theirs count all the same" "R2 ne siège pas à la date de référence; 4 de ses notes comptent tout de même"
    "vote-out-of-band" "M416" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"C\"\npart = \"consensus\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]\nrules = { panel = { consensus = \"bounds\", band = 0.5 } }", "s.csv": "id,town\nP1,Laval\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP1,C,8,9\n"]
        "m.csv": "P1,R2,7,9" => "P1,R2,7.5,9", "7" "7 is more than 0.5 from the consensus, 8" "7 s’écarte de plus de 0,5 du consensus, 8"
    "answer-misspelt" "M405" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n", "grid.toml": "fact = [{ id = \"town\", label = \"Town\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,town\nP1,Laval\nP2,Gatineau\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\nP2,R1,6,5\nP2,R2,6,abstenton\n"]
        "m.csv": "abstenton" => "abstention", "abstenton" "did you mean “abstention”?" "vouliez-vous écrire « abstention »"
    "consensus-twice" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[reviewer]]\nid = \"C\"\npart = \"consensus\"\n[[reviewer]]\nid = \"D\"\nname = \"Other\"\npart = \"consensus\" # twice\n", "grid.toml": "criterion = [$A, $B]\nrules = { panel = { consensus = \"replaces\" } }", "s.csv": "id\nP1\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\n"]
        "call.toml": "\"consensus\" # twice" => "\"member\"", "\"consensus\"" "there is a consensus already" "il y a déjà un consensus"
    "marks-of-nobody" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n", "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n" => "", "a" "nothing says who gave the marks of the column “a”" "rien ne dit qui a donné les notes de la colonne « a »"
    "assignment-of-nothing" "C210" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n[[reviewer]]\nid = \"R1\"\n[[reviewer]]\nid = \"R2\"\n[[assignment]]\nreviewer = [\"R1\", \"R2\"]\nsubmission = []\n", "grid.toml": "criterion = [$A, $B]", "s.csv": "id\nP1\n", "m.csv": "submission,reviewer,a,b\nP1,R1,8,9\nP1,R2,7,9\n"]
        "call.toml": "submission = []\n" => "", "[]" "the list is empty" "la liste est vide"
    // ── scenarios ──
    "scenario-item" "C215" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { relevance = 30 }\n"]
        "scenarios.toml": "relevance" => "a", "relevance" "has no criterion and no group “relevance”" "n’a ni critère ni groupe « relevance »"
    "scenario-sum" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { a = 70, b = 35 }\n"]
        "scenarios.toml": "35" => "30", "a" "the weights would add up to 105 of 100" "les poids feraient 105 sur 100"
    "scenario-over" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { a = 110 }\n"]
        "scenarios.toml": "110" => "90", "a" "the others would weigh less than nothing" "les autres pèseraient moins que rien"
    "scenario-over-in-group" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "group = [{ id = \"g\", label = \"Group\", weight = 40 }]\ncriterion = [$A, { id = \"b\", label = \"B\", group = \"g\", weight = 30, scale = { points = 10 } }, { id = \"c\", label = \"C\", group = \"g\", weight = 10, scale = { points = 10 } }]", "s.csv": "id,a,b,c\nP1,8,9,7\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { b = 45 }\n"]
        "scenarios.toml": "45" => "35", "b" "in “Group”, the weights would add up to 45 of 40" "dans « Group », les poids feraient 45 sur 40"
    "scenario-over-on-track" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$KIND]\ncriterion = [$A, { id = \"b\", label = \"B\", weight = 30, scale = { points = 10 } }, { id = \"c\", label = \"C\", weight = 10, scale = { points = 10 } }]\ntrack = [{ id = \"t\", label = \"Rural\", when = { fact = \"kind\", one_of = [\"x\"] }, weights = { a = 10, b = 80 } }, { id = \"u\", label = \"Others\" }]",
        "s.csv": "id,a,b,c,kind\nP1,8,9,7,x\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { a = 25 }\nfix = \"b\"\n"]
        "scenarios.toml": "25" => "15", "a" "on the track “Rural”, the weights would add up to 105 of 100" "sur le volet « Rural », les poids feraient 105 sur 100"
    "scenario-negative" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { a = -5 }\n"]
        "scenarios.toml": "-5" => "5", "a" "“a” would weigh −5" "« a » pèserait −5"
    "scenario-contrary" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { a = 50 }\nfix = \"a\"\n"]
        "scenarios.toml": "fix = \"a\"" => "", "a" "“a” cannot be given a weight, kept and dropped" "« a » ne peut à la fois recevoir un poids"
    "scenario-aside" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B, { id = \"c\", label = \"C\", role = \"aside\", scale = { points = 10 } }]", "s.csv": "id,a,b,c\nP1,8,9,7\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { c = 5 }\n"]
        "scenarios.toml": "c = 5" => "a = 5", "c" "“c” counts for nothing in this grid" "« c » ne compte pour rien"
    "scenario-in-dropped" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "group = [{ id = \"g\", label = \"Group\", weight = 40 }]\ncriterion = [$A, { id = \"b\", label = \"B\", group = \"g\", weight = 30, scale = { points = 10 } }, { id = \"c\", label = \"C\", group = \"g\", weight = 10, scale = { points = 10 } }]", "s.csv": "id,a,b,c\nP1,8,9,7\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { b = 5 }\ndrop = \"g\"\n"]
        "scenarios.toml": "drop = \"g\"" => "", "b" "“b” stands in “g”, of which nothing is left" "« b » est dans « g »"
    "scenario-nothing-left" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\ndrop = [\"a\", \"b\"]\n"]
        "scenarios.toml": ", \"b\"" => "", "\"a\"" "every weighted criterion would be dropped" "plus aucun critère pondéré ne compterait"
    "scenario-empty-mean" "C216" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "group = [{ id = \"g\", label = \"Group\", weight = 40, score = \"mean\" }]\ncriterion = [$A, { id = \"b\", label = \"B\", group = \"g\", scale = { points = 10 } }, { id = \"c\", label = \"C\", group = \"g\", scale = { points = 10 } }]", "s.csv": "id,a,b,c\nP1,8,9,7\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nset = { b = 0, c = 0 }\n"]
        "scenarios.toml": "c = 0" => "c = 1", "b" "nothing would weigh anything in the mean" "plus rien ne pèserait dans la moyenne"
    "scenario-empty" "C217" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\nfix = \"a\"\n"]
        "scenarios.toml": "fix" => "drop", "\"s\"" "scenario “s” changes nothing" "le scénario « s » ne change rien"
    "scenario-twice" "C217" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n",
        "scenarios.toml": "[[scenario]]\nid = \"s\"\ndrop = \"a\"\n[[scenario]]\nid = \"s\"\ndrop = \"b\"\n"]
        "scenarios.toml": "drop = \"a\"\n[[scenario]]\nid = \"s\"" => "drop = \"a\"\n[[scenario]]\nid = \"t\"", "\"s\"" "two scenarios are called “s”" "deux scénarios s’appellent « s »"
    // ── what a call holds that is probably not meant ──
    "column-target" "C230" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n\n[columns]\n\"Note A\" = \"a\"\n\"Ville\" = \"regoin\"\n",
        "grid.toml": "fact = [{ id = \"region\", label = \"R\", type = \"text\" }]\ncriterion = [$A, $B]", "s.csv": "id,Note A,b,Ville\nP1,8,9,Laval\n"]
        "call.toml": "regoin" => "region", "\"regoin\"" "nothing in this call is called “regoin”; did you mean “region”?" "rien dans cet appel ne s’appelle « regoin »"
    "fact-empty" "S316" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "fact = [$NUMBER]\ngate = [{ id = \"g\", label = \"G\", require = { fact = \"n\", at_least = 3 } }]\ncriterion = [$A, $B]", "s.csv": "id,n,a,b\nP1,,8,9\nP2,,7,7\n"]
        "s.csv": "P1,," => "P1,4,", "n" "no submission gives “N”, which a result depends on" "aucune candidature ne donne « N »"
    "places-idle" "C232" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nplaces = 30\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\nP2,7,7\nP3,2,4\nP4,6,6\n"]
        "call.toml": "30" => "3", "30" "30 places for 4 submissions: nobody is left out for want of a place" "30 places pour 4 candidatures"
    "heading-repeated" "S317" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,title\nP1,One\nid,title\nP2,Two\n",
        "m.csv": "submission,reviewer,a,b\nP1,Roy,8,9\nP2,Roy,7,7\n"]
        "s.csv": "\nid,title\n" => "\n", "id" "this row repeats the heading: it is no submission" "cette ligne répète l’en-tête"
    "unrated" "S318" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,title\nP1,One\nP2,Two\n",
        "m.csv": "submission,reviewer,a,b\nP1,Roy,8,9\nP2,Roy,7,\n"]
        "m.csv": "P2,Roy,7," => "P2,Roy,7,6", "P2" "1 submission is not rated yet: P2" "1 candidature n’est pas encore évaluée : P2"
    "reviewer-flat" "M417" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id\nP1\nP2\nP3\n",
        "m.csv": "submission,reviewer,a,b\nP1,Roy,8,9\nP2,Roy,7,7\nP3,Roy,2,5\nP1,Côté,6,5\nP2,Côté,6,5\nP3,Côté,6,5\n"]
        "m.csv": "P3,Côté,6,5" => "P3,Côté,7,5", "6" "“Côté” gives all 3 submissions the same marks" "« Côté » donne les mêmes notes aux 3 candidatures"
    "reviewer-flat-on" "M418" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id\nP1\nP2\nP3\nP4\nP5\n",
        "m.csv": "submission,reviewer,a,b\nP1,Roy,8,9\nP2,Roy,7,7\nP3,Roy,2,5\nP4,Roy,3,6\nP5,Roy,1,2\nP1,Côté,5,5\nP2,Côté,5,8\nP3,Côté,5,6\nP4,Côté,5,7\nP5,Côté,5,9\n"]
        "m.csv": "P5,Côté,5,9" => "P5,Côté,6,9", "5" "on “A”, “Côté” gives all 5 submissions the same mark, and others do not" "sur « A », « Côté » donne la même note aux 5 candidatures"
    "marks-to-come" "M419" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\nmarks = \"m.csv\"\n\n[[reviewer]]\nid = \"Roy\"\n\n[[reviewer]]\nid = \"Vu\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,title\nP1,One\nP2,Two\n",
        "m.csv": "submission,reviewer,a,b\nP1,Roy,8,9\nP2,Roy,7,6\nP1,Vu,4,5\n"]
        "m.csv": "P1,Vu,4,5" => "P1,Vu,4,5\nP2,Vu,8,6", "\"Vu\"" "“Vu” has marked nothing of 1 submission still to mark: P2" "« Vu » n’a encore rien noté de 1 candidature"
    "weight-alike" "C231" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,6\nP2,5,6\nP3,6,6\n"]
        "s.csv": "P2,5,6" => "P2,5,4", "" "all who are ranked have the same points on “B”: it decides nothing here" "toutes les candidatures classées ont les mêmes points sur « B »"
    "grid-changed" "C218" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n[pin]\nversion = \"1\"\nsha256 = \"032c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "032c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1" => "432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1", "\"032c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1\""
        "“grid.toml” has changed since the call pinned it: version “1”" "a changé depuis que l’appel l’a figée"
    "pin-form" "C219" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n[pin]\nversion = \"1\"\nsha256 = \"432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d" => "432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1", "\"432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d\"" "is not a SHA-256" "n’est pas une empreinte SHA-256"
    "pin-version" "C219" [
        "call.toml": "[call]\ngrid = \"grid.toml\"\nsubmissions = \"s.csv\"\n[pin]\nversion = \"7\"\nsha256 = \"432c56a6d862cb20bed5511c0c0208da056da6f85dd88edc1ca38e8a925fc0d1\"\n",
        "grid.toml": "criterion = [$A, $B]", "s.csv": "id,a,b\nP1,8,9\n"]
        "call.toml": "\"7\"" => "\"1\"", "\"7\"" "is version “1”, and the pin says “7”" "est la version « 1 », et l’appel dit avoir figé « 7 »"
}
