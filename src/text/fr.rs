//! The French catalogue, as a Québec committee writes.

use super::{Lang, Message};
use crate::number::Exact;
use Message as M;

const LANG: Lang = Lang::Fr;

/// The sentence in French.
#[expect(clippy::match_same_arms, reason = "one arm a sentence: two that read alike today need not tomorrow")]
pub(super) fn sentence(message: &Message) -> String {
    match message {
        // ── composition ──
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),

        // ── read: how files were read, and what is wrong with their form ──
        M::FileMissing { name, near } => format!("{} n’existe pas{}", file(name), near_hint(near.as_deref())),
        M::FileIsFolder { name } => format!("{} est un dossier, pas un fichier", file(name)),
        M::FileIsSpecial { name } => format!("{} est un périphérique ou un tube, pas un fichier", file(name)),
        M::FileForbidden { name } => format!("vous n’avez pas le droit de lire {}", file(name)),
        M::FileUnreadable { name, detail } => format!("{} ne peut être lu ({detail})", file(name)),
        M::FileEmpty { name } => format!("{} est vide", file(name)),
        M::FileTooLarge { name, mebibytes } => format!("{} dépasse {} Mio, le maximum qui est lu", file(name), LANG.count(*mebibytes)),
        M::FileBinary { name } => format!("{} n’est pas un fichier de texte", file(name)),
        M::FileIsWorkbook { name } => format!("{} semble être un classeur, pas un fichier de texte", file(name)),
        M::FileIsPdf { name } => format!("{} est un document PDF, pas un fichier de texte", file(name)),
        M::FileIsArchive { name } => format!("{} est un fichier compressé, pas un fichier de texte", file(name)),
        M::FileIsImage { name } => format!("{} est une image, pas un fichier de texte", file(name)),
        M::FileKindUnknown { name } => format!("l’extension de {} ne dit pas comment le lire", file(name)),
        M::HelpFileMissing {} => "vérifiez le nom et le dossier\u{a0}: les noms de `call.toml` partent de son dossier, ceux de la ligne de commande partent du dossier courant".to_owned(),
        M::HelpFileIsFolder {} => "nommez un fichier de ce dossier, ou un motif comme `marks/*.csv`".to_owned(),
        M::HelpFileIsSpecial {} => "copiez son contenu dans un fichier, ou donnez-le sur l’entrée standard avec `-`".to_owned(),
        M::HelpFileForbidden {} => "changez les permissions du fichier, ou copiez-le dans un de vos dossiers".to_owned(),
        M::HelpFileUnreadable {} => "vérifiez que le fichier s’ouvre dans un autre programme, puis réessayez".to_owned(),
        M::HelpFileEmpty {} => "remplissez-le, ou retirez-le de l’appel".to_owned(),
        M::HelpFileTooLarge {} => "divisez le fichier, ou n’en gardez que les colonnes dont l’appel se sert".to_owned(),
        M::HelpFileBinary {} => "donnez un fichier de texte\u{a0}: CSV ou YAML pour les tableaux, TOML pour les grilles et les appels".to_owned(),
        M::HelpFileIsWorkbook {} => "enregistrez la feuille en «\u{a0}CSV UTF-8\u{a0}» dans le tableur, et nommez ce fichier".to_owned(),
        M::HelpFileIsArchive {} => "décompressez-le, et nommez le fichier qu’il contient".to_owned(),
        M::HelpFileKindUnknown { endings } => format!("donnez-lui une des extensions qui sont lues\u{a0}: {}", LANG.choice(endings)),
        M::EncodingUnknown { label } => format!("{} n’est pas un encodage de caractères connu", LANG.quote(label)),
        M::EncodingMalformed { encoding } => format!("ce caractère ne se décode pas en {encoding}"),
        M::HelpEncodingUnknown {} => "utilisez un nom du Web, comme `utf-8`, `windows-1252`, `macintosh` ou `utf-16`".to_owned(),
        M::HelpEncodingMalformed {} => "enregistrez le fichier en UTF-8, ou déclarez son encodage\u{a0}: `encoding` sous `[notation]` de `call.toml`, ou `--encoding`".to_owned(),
        M::ReadAsEncoding { encoding } => format!("lu en {encoding}, pas en UTF-8"),
        M::ReadAsMarked { encoding } => format!("lu en {encoding}, comme le dit sa marque d’ordre des octets"),
        M::ReadAsDelimiter { delimiter } => format!("les champs sont séparés par {}", LANG.quote(delimiter)),
        M::ReadAsBlankRows { count } => format!("lignes sans aucune valeur qui ont été laissées de côté\u{a0}: {}", LANG.count(*count)),
        M::ReadAsEmptyColumns { count } => format!("colonnes sans nom ni valeur qui ont été laissées de côté\u{a0}: {}", LANG.count(*count)),
        M::ReadAsDecimalComma { example } => format!("les nombres sont lus avec une virgule décimale, comme dans {}", LANG.quote(example)),
        M::ReadAsGrouped { example } => format!("les groupes de trois chiffres sont lus comme des milliers, comme dans {}", LANG.quote(example)),
        M::MoreOfTheSame { name, count, code } => format!("{} a d’autres constats de la règle {code} qui ne sont pas énumérés\u{a0}: {}", LANG.quote(name), LANG.count(*count)),
        M::CsvTooFewFields { expected, found } => format!("il manque des champs à cette ligne\u{a0}: {}, alors que l’en-tête en a {}", LANG.count(*found), LANG.count(*expected)),
        M::CsvTooManyFields { expected, found } => format!("cette ligne a trop de champs\u{a0}: {}, alors que l’en-tête en a {}", LANG.count(*found), LANG.count(*expected)),
        M::CsvDecimalComma { expected, found, number } => format!("cette ligne a {} champs alors que l’en-tête en a {}\u{a0}: {} semble être une virgule décimale dans un fichier séparé par des virgules", LANG.count(*found), LANG.count(*expected), LANG.quote(number)),
        M::CsvUnclosedQuote {} => "ce guillemet n’est jamais fermé; le reste du fichier n’a pas été lu".to_owned(),
        M::CsvDelimiter { candidates } => format!("le séparateur de champs ne peut être établi\u{a0}: les lignes concordent aussi bien avec l’en-tête pour chacun de ceux-ci\u{a0}: {}", LANG.choice(candidates)),
        M::HelpCsvTooFewFields { delimiter } => format!("écrivez tous les champs, même vides, chacun après un {}", LANG.quote(delimiter)),
        M::HelpCsvTooManyFields { delimiter } => format!("mettez entre guillemets droits (\"…\") un texte qui contient {}, ou retirez les champs en trop", LANG.quote(delimiter)),
        M::HelpCsvDecimalComma { number } => format!("mettez le nombre entre guillemets droits (\"{number}\"), ou séparez les champs par `;`"),
        M::HelpCsvUnclosedQuote {} => "fermez-le par `\"`; à l’intérieur d’un champ entre guillemets, écrivez `\"\"` pour un guillemet".to_owned(),
        M::HelpCsvDelimiter {} => "déclarez-le\u{a0}: `delimiter = \";\"` sous `[notation]` de `call.toml`, ou `--delimiter`".to_owned(),
        M::HeadingDuplicate { name, first, second } => format!("la colonne {} a le même nom que la colonne {}\u{a0}: {}", LANG.count(*second), LANG.count(*first), LANG.quote(name)),
        M::HeadingEmpty { column, value } => format!("la colonne {} n’a pas de nom, mais a des valeurs comme {}", LANG.count(*column), LANG.quote(value)),
        M::HelpHeadingDuplicate {} => "renommez une des deux colonnes, ou retirez-la".to_owned(),
        M::HelpHeadingEmpty {} => "donnez un nom à la colonne, ou videz-la".to_owned(),
        M::DuplicateKey { key } => format!("la clé {} est écrite une seconde fois", LANG.quote(key)),
        M::DuplicateKeyAt { key, line } => format!("la clé {} est déjà à la ligne {line}", LANG.quote(key)),
        M::HelpDuplicateKey {} => "gardez une des deux".to_owned(),
        M::TooDeep { most } => format!("des listes et des tableaux sont imbriqués sur plus de {} niveaux", LANG.count(*most)),
        M::HelpTooDeep {} => "simplifiez le fichier\u{a0}: rien de ce que lit ce programme n’en demande autant".to_owned(),
        M::TomlUnclosedText { text } => format!("ce texte commence par un guillemet et ne se termine jamais\u{a0}: `{text}`"),
        M::TomlMissingEquals { text } => format!("cette ligne n’a pas de `=`\u{a0}: {}", LANG.quote(text)),
        M::TomlMissingValue {} => "il n’y a pas de valeur après `=`".to_owned(),
        M::TomlMissingKey {} => "il n’y a pas de clé avant `=`".to_owned(),
        M::TomlDecimalComma { written } => format!("{} a une virgule décimale; TOML écrit les décimales avec un point", LANG.quote(written)),
        M::TomlUnquoted { text } => format!("{} est un texte sans guillemets", LANG.quote(text)),
        M::TomlCurlyQuotes { text } => format!("`{text}` a des guillemets typographiques; TOML ne connaît que les guillemets droits"),
        M::TomlUnclosed { bracket } => format!("ce {} n’est jamais fermé", LANG.quote(bracket)),
        M::TomlMissingComma {} => "il manque une virgule ici".to_owned(),
        M::TomlBackslash {} => "une barre oblique inverse commence un caractère spécial dans un texte, et celui-ci n’en est pas un".to_owned(),
        M::TomlBareKey { key } => format!("la clé {} demande des guillemets\u{a0}: elle a d’autres caractères que des lettres sans accent, des chiffres, `-` et `_`", LANG.quote(key)),
        M::TomlFlag { text } => format!("{} n’est ni `true` ni `false`", LANG.quote(text)),
        M::TomlDate { text } => format!("{} n’est pas une date qui existe", LANG.quote(text)),
        M::TomlNumber { text } => format!("{} n’est pas écrit comme un nombre de TOML", LANG.quote(text)),
        M::TomlNotFinite { text } => format!("{} n’est pas un nombre avec lequel on peut compter", LANG.quote(text)),
        M::TomlOther { detail } => format!("ceci n’est pas du TOML valide ({detail})"),
        M::HelpTomlUnclosedText {} => "fermez-le par le même guillemet, sur la même ligne à moins qu’il soit triplé".to_owned(),
        M::HelpTomlMissingEquals {} => "écrivez une clé, `=` et une valeur\u{a0}: `weight = 20`".to_owned(),
        M::HelpTomlMissingValue {} => "écrivez une valeur à la suite, ou retirez la ligne".to_owned(),
        M::HelpTomlDecimalComma { fixed } => format!("écrivez {}", LANG.quote(fixed)),
        M::HelpTomlQuotes {} => "mettez un texte entre guillemets droits\u{a0}: \"…\"".to_owned(),
        M::HelpTomlUnclosed {} => "fermez-le là où se termine la liste ou le tableau".to_owned(),
        M::HelpTomlMissingComma {} => "écrivez `,` entre les valeurs d’une liste, et entre les clés de `{ … }`".to_owned(),
        M::HelpTomlBackslash {} => "écrivez `\\\\`, ou mettez le texte entre apostrophes droites, où la barre oblique inverse est un caractère ordinaire".to_owned(),
        M::HelpTomlBareKey { quoted } => format!("écrivez `{quoted}`"),
        M::HelpTomlFlag {} => "écrivez `true` ou `false`, en minuscules et sans guillemets".to_owned(),
        M::HelpTomlDate {} => "écrivez une date sous la forme année-mois-jour\u{a0}: `2026-02-01`".to_owned(),
        M::HelpTomlNumber {} => "écrivez des chiffres et un point, comme `0.5` ou `12`; mettez un texte entre guillemets droits".to_owned(),
        M::HelpTomlOther {} => "comparez ligne par ligne avec une grille fournie\u{a0}: `grille grids` les énumère".to_owned(),
        M::YamlSeveralDocuments {} => "le fichier a plusieurs documents; un seul peut être lu".to_owned(),
        M::YamlMergeKey {} => "la clé de fusion `<<` n’est pas lue".to_owned(),
        M::YamlComplexKey {} => "une clé est une liste ou un dictionnaire".to_owned(),
        M::YamlAliasLoop {} => "cet alias se trouve à l’intérieur de ce qu’il nomme".to_owned(),
        M::YamlUnknownAlias {} => "cet alias ne nomme rien de ce qui le précède".to_owned(),
        M::YamlTooManyCopies { most } => format!("les alias de ce fichier répètent plus de {} valeurs", LANG.count(*most)),
        M::YamlTooManyValues { most } => format!("ce fichier a plus de {} valeurs", LANG.count(*most)),
        M::YamlTag { tag } => format!("l’étiquette {} n’est pas une de celles de YAML", LANG.quote(tag)),
        M::YamlTab {} => "une tabulation indente cette ligne ou en sépare les parties".to_owned(),
        M::YamlUnclosedQuote {} => "un guillemet est ouvert et n’est jamais fermé".to_owned(),
        M::YamlUnclosedBracket {} => "un crochet ou une accolade n’est jamais fermé, ou l’est par un autre signe".to_owned(),
        M::YamlIndentation { detail } => format!("l’indentation ne s’accorde pas avec ce qui précède ({detail})"),
        M::YamlColon {} => "un deux-points se trouve là où aucune clé ne peut commencer".to_owned(),
        M::YamlOther { detail } => format!("ceci n’est pas du YAML acceptable ({detail})"),
        M::YamlNotATable {} => "le fichier n’est ni une liste de fiches ni un dictionnaire de fiches".to_owned(),
        M::YamlNotARow {} => "ceci est une valeur isolée là où une fiche était attendue".to_owned(),
        M::YamlIdTwice {} => "l’identifiant est donné deux fois\u{a0}: par le nom de la fiche et par sa clé `id`".to_owned(),
        M::YamlEmptyKey {} => "une clé n’a pas de nom".to_owned(),
        M::YamlNestedCell {} => "une liste ou un dictionnaire se trouve là où une seule valeur était attendue".to_owned(),
        M::HelpYamlSeveralDocuments {} => "gardez un seul document, ou faites-en un fichier chacun".to_owned(),
        M::HelpYamlMergeKey {} => "écrivez les clés au long".to_owned(),
        M::HelpYamlComplexKey {} => "écrivez un seul mot ou un seul texte avant le deux-points".to_owned(),
        M::HelpYamlAlias {} => "écrivez la valeur au long, ou mettez l’ancre `&nom` sur une valeur qui précède".to_owned(),
        M::HelpYamlTag {} => "retirez l’étiquette".to_owned(),
        M::HelpYamlTab {} => "indentez avec des espaces".to_owned(),
        M::HelpYamlUnclosedQuote {} => "fermez-le par le même signe; une apostrophe à l’intérieur d’un texte entre apostrophes s’écrit deux fois".to_owned(),
        M::HelpYamlUnclosedBracket {} => "fermez chaque `[` par `]` et chaque `{` par `}`, ou mettez entre guillemets un texte qui commence par un de ces signes".to_owned(),
        M::HelpYamlIndentation {} => "alignez les clés d’une même fiche, et les tirets d’une même liste".to_owned(),
        M::HelpYamlColon {} => "mettez entre guillemets un texte qui contient un deux-points".to_owned(),
        M::HelpYamlOther {} => "comparez avec les fichiers d’exemple, ou utilisez le CSV".to_owned(),
        M::HelpYamlNotATable {} => "écrivez une liste de fiches (`- id: P1`), ou un dictionnaire de fiches par identifiant (`P1: { … }`)".to_owned(),
        M::HelpYamlIdTwice {} => "retirez la clé `id`".to_owned(),
        M::HelpYamlNestedCell {} => "écrivez une seule valeur par colonne".to_owned(),
        M::PatternMalformed { pattern, detail } => format!("le motif {} est mal formé ({detail})", LANG.quote(pattern)),
        M::PatternMatchesNothing { pattern } => format!("le motif {} ne correspond à aucun fichier", LANG.quote(pattern)),
        M::PatternMatchesTooMany { pattern, most } => format!("le motif {} correspond à plus de {} fichiers", LANG.quote(pattern), LANG.count(*most)),
        M::HelpPattern {} => "`*` remplace des caractères d’un nom, `?` un seul, `**` des dossiers; les motifs sont relatifs au dossier de l’appel".to_owned(),
        // ───

        // ── check: grids and calls ──
        M::TheGridFile {} => "le fichier de la grille".to_owned(),
        M::TheCallFile {} => "call.toml".to_owned(),
        M::ThisTable {} => "ce tableau".to_owned(),
        M::KeyUnknown { key, table, near } => format!("clé inconnue dans {table}\u{a0}: {key}{near}", key = LANG.quote(key), table = table.text(LANG), near = near_hint(near.as_deref())),
        M::KnownKeys { known } => format!("les clés permises ici sont {known}", known = LANG.list(known)),
        M::KeyMissing { key, table } => format!("la clé {key} manque dans {table}", key = LANG.quote(key), table = table.text(LANG)),
        M::KeyMissingHelp { written, doc } => format!("ajoutez `{written}`\u{a0}: {doc}", doc = doc.get(LANG)),
        M::KnownValues { known } => format!("valeurs admises\u{a0}: {known}", known = LANG.list(&LANG.quote_each(known))),
        M::KnownChoices { known } => format!("valeurs admises\u{a0}: {known}", known = texts(known).join(", ")),
        M::ChoiceLine { id, label } => format!("{id} ({label})", label = label.get(LANG)),
        M::WantsTable { table } => format!("{table} doit être un tableau\u{a0}: {{ clé = valeur, … }}", table = LANG.quote(table)),
        M::WantsThisTable { table } => format!("{table} doit être un tableau\u{a0}: {{ clé = valeur, … }}", table = table.text(LANG)),
        M::WantsText { key } => format!("{key} doit être un texte entre guillemets droits", key = LANG.quote(key)),
        M::WantsLabel { key } => format!("{key} doit être un texte, ou {{ fr = \"…\", en = \"…\" }}", key = LANG.quote(key)),
        M::WantsFlag { key } => format!("{key} doit être true ou false, sans guillemets", key = LANG.quote(key)),
        M::WantsList { key } => format!("{key} doit être une liste\u{a0}: [ …, … ]", key = LANG.quote(key)),
        M::WantsScalar { key } => format!("{key} doit être une seule valeur, ni une liste ni un tableau", key = LANG.quote(key)),
        M::WantsNumber { value } => format!("{value} n’est pas un nombre", value = LANG.quote(value)),
        M::WantsNumberFor { key, value } => format!("{key} doit être un nombre, et {value} n’en est pas un", key = LANG.quote(key), value = LANG.quote(value)),
        M::WantsNumberHelp {} => "écrivez le nombre sans guillemets, avec un point avant les décimales\u{a0}: 12.5".to_owned(),
        M::WantsWhole { key, value } => format!("{key} doit être un nombre entier, zéro ou plus; trouvé\u{a0}: {value}", key = LANG.quote(key), value = LANG.number(value)),
        M::WantsDate { value } => format!("{value} n’est pas une date comme 2024-02-01", value = LANG.quote(value)),
        M::WantsYears { value } => format!("{value} n’est pas un nombre d’années entre 1 et 1000", value = LANG.quote(value)),
        M::WantsYesNo { value } => format!("{value} n’est ni oui ni non", value = LANG.quote(value)),
        M::WantsTwoBounds {} => "il faut une liste d’exactement deux bornes\u{a0}: [basse, haute]".to_owned(),
        M::BoundsReversed {} => "la borne inférieure dépasse la borne supérieure\u{a0}: rien ne peut être entre les deux".to_owned(),
        M::BoundsReversedHelp {} => "écrivez la plus basse en premier".to_owned(),
        M::NumberTooLong { value } => format!("{value} a plus de 18 chiffres\u{a0}: il est refusé plutôt qu’arrondi", value = LANG.quote(value)),
        M::NumberTooLongHelp {} => "gardez au plus 18 chiffres, décimales comprises".to_owned(),
        M::TextEmpty { key } => format!("{key} est un texte vide", key = LANG.quote(key)),
        M::IdForm { id } => format!("{id} n’est pas un identifiant\u{a0}: minuscules sans accents, chiffres et traits d’union, en commençant par une lettre", id = LANG.quote(id)),
        M::IdFormHelp { suggestion } => format!("par exemple {suggestion}", suggestion = LANG.quote(suggestion)),
        M::WordUnknown { key, value, near } => format!("{value} n’est pas une valeur de {key}{near}", value = LANG.quote(value), key = LANG.quote(key), near = near_hint(near.as_deref())),
        M::LanguageUnknown { key } => format!("{key} n’est pas une langue du programme\u{a0}: un texte a fr et en", key = LANG.quote(key)),
        M::LabelLanguage { key, language } => format!("{key} n’a pas de texte en {language}\u{a0}: qui lit dans cette langue verra l’autre", key = LANG.quote(key), language = LANG.quote(language)),
        M::VariantTwice { key, first, second } => format!("{key} a {first} et {second}\u{a0}: un seul des deux est possible", key = LANG.quote(key), first = LANG.quote(first), second = LANG.quote(second)),
        M::VariantNone { key, near } => format!("{key} ne dit pas de quelle sorte il s’agit{near}", key = LANG.quote(key), near = near_hint(near.as_deref())),
        M::ScalePoints { points, step } => format!("de 0 à {points}{step}", points = LANG.number(points), step = step_hint(step.as_ref())),
        M::ScaleRange { min, max, step } => format!("de {min} à {max}{step}", min = LANG.number(min), max = LANG.number(max), step = step_hint(step.as_ref())),
        M::ScaleRangeLowest { min, max, step } => format!("de {min} à {max}{step}, la plus basse étant la meilleure", min = LANG.number(min), max = LANG.number(max), step = step_hint(step.as_ref())),
        M::ScaleLevels { levels } => format!("un échelon parmi {levels}", levels = texts(levels).join(", ")),
        M::LevelLine { level, value } => format!("{level} ({value})", level = level.get(LANG), value = LANG.number(value)),
        M::ScaleYesNo { yes, no } => format!("oui ({yes}) ou non ({no})", yes = LANG.number(yes), no = LANG.number(no)),
        M::ScaleBrackets { lines } => format!("par tranches\u{a0}: {lines}", lines = texts(lines).join("; ")),
        M::BracketLine { bound, points } => format!("{bound} et plus → {points}", bound = LANG.number(bound), points = LANG.number(points)),
        M::BracketRest { points } => format!("sinon → {points}", points = LANG.number(points)),
        M::ScaleNotPositive { value } => format!("{value} doit être plus grand que zéro", value = LANG.number(value)),
        M::StepMissesTop { step, min, max } => format!("par pas de {step} à partir de {min}, aucune note ne tombe sur {max}", step = LANG.number(step), min = LANG.number(min), max = LANG.number(max)),
        M::StepMissesTopHelp {} => "choisissez un pas qui divise la distance entre les deux bornes".to_owned(),
        M::ScaleBounds { min, max } => format!("l’échelle va de {min} à {max}\u{a0}: la note la plus haute doit dépasser la plus basse", min = LANG.number(min), max = LANG.number(max)),
        M::ScaleBoundsHelp {} => "si la note la plus basse est la meilleure, gardez min sous max et ajoutez best = \"lowest\"".to_owned(),
        M::LevelNegative { level } => format!("l’échelon {level} vaut moins que zéro", level = LANG.quote(level)),
        M::LevelAmbiguous { level, other } => format!("les échelons {level} et {other} ont un nom en commun\u{a0}: une note pourrait désigner l’un ou l’autre", level = LANG.quote(level), other = LANG.quote(other)),
        M::LevelsTooFew {} => "une échelle à échelons en compte au moins deux, dont un vaut plus que zéro".to_owned(),
        M::LevelsTooFewHelp {} => "écrivez levels = { eleve = { value = 2, label = \"Élevé\" }, faible = { value = 0, label = \"Faible\" } }".to_owned(),
        M::YesIsNo { value } => format!("oui et non valent tous deux {value}", value = LANG.number(value)),
        M::BracketNegative { points } => format!("une tranche ne peut valoir {points}\u{a0}: zéro au moins", points = LANG.number(points)),
        M::BracketOrder { bound, above } => format!("la borne {bound} vient après {above} et ne serait jamais atteinte\u{a0}: les bornes doivent décroître", bound = LANG.number(bound), above = LANG.number(above)),
        M::BracketOrderHelp {} => "écrivez les tranches de la borne la plus haute à la plus basse".to_owned(),
        M::BracketUnbounded {} => "seule la dernière tranche peut se passer de at_least".to_owned(),
        M::BracketUnboundedHelp {} => "donnez à cette tranche sa borne inférieure, ou placez-la à la fin".to_owned(),
        M::BracketGap { lowest } => format!("rien ne dit ce que vaut une valeur sous {lowest}", lowest = LANG.number(lowest)),
        M::BracketGapHelp {} => "terminez par une ligne pour tout le reste\u{a0}: { points = 0 }".to_owned(),
        M::BracketsWorthless {} => "aucune tranche ne donne de points".to_owned(),
        M::BracketsBest { best, weight } => format!("la meilleure tranche donne {best} points, mais le poids est de {weight}", best = LANG.number(best), weight = LANG.number(weight)),
        M::BracketsBestHelp {} => "les points d’un barème sont des points du poids\u{a0}: la meilleure ligne les donne tous".to_owned(),
        M::BracketsNeedFact {} => "un barème par tranches est pour un renseignement, et ce critère est noté par le comité".to_owned(),
        M::BracketsNeedFactHelp {} => "ajoutez from = { fact = \"…\" }, ou donnez une échelle de points".to_owned(),
        M::MustBeOneOf { fact, values } => format!("{fact}\u{a0}: {values}", fact = fact.get(LANG), values = LANG.choice(&texts(values))),
        M::MustBeNoneOf { fact, values } => format!("{fact}\u{a0}: tout sauf {values}", fact = fact.get(LANG), values = LANG.choice(&texts(values))),
        M::MustBeAtLeast { fact, bound } => format!("{fact}\u{a0}: {bound} ou plus", fact = fact.get(LANG), bound = bound.text(LANG)),
        M::MustBeAtMost { fact, bound } => format!("{fact}\u{a0}: {bound} ou moins", fact = fact.get(LANG), bound = bound.text(LANG)),
        M::MustBeBetween { fact, low, high } => format!("{fact}\u{a0}: de {low} à {high}", fact = fact.get(LANG), low = low.text(LANG), high = high.text(LANG)),
        M::MustBePresent { fact } => format!("{fact}\u{a0}: doit être précisé", fact = fact.get(LANG)),
        M::MustBeAbsent { fact } => format!("{fact}\u{a0}: doit rester vide", fact = fact.get(LANG)),
        M::MustBeBefore { fact, day } => format!("{fact}\u{a0}: avant {day}", fact = fact.get(LANG), day = day.text(LANG)),
        M::MustBeAfter { fact, day } => format!("{fact}\u{a0}: après {day}", fact = fact.get(LANG), day = day.text(LANG)),
        M::MustBeWithinYears { fact, years } => format!("{fact}\u{a0}: moins de {years} {years_2} avant la date de référence de l’appel", fact = fact.get(LANG), years = LANG.count(*years), years_2 = plural(*years, "an", "ans")),
        M::AsOf {} => "la date de référence de l’appel".to_owned(),
        M::ConditionAll { parts } => texts(parts).join("; "),
        M::ConditionAny { parts } => format!("au moins une condition parmi\u{a0}: {parts}", parts = texts(parts).join("; ")),
        M::ConditionNot { part } => format!("le contraire de ({part})", part = part.text(LANG)),
        M::Yes {} => "oui".to_owned(),
        M::No {} => "non".to_owned(),
        M::TestsFor { kind, tests } => format!("ce qui convient à un renseignement de type {kind}\u{a0}: {tests}", kind = LANG.quote(kind), tests = LANG.list(tests)),
        M::TestType { test, fact, kind } => format!("{test} ne convient pas à {fact}, qui est de type {kind}", test = LANG.quote(test), fact = LANG.quote(fact), kind = LANG.quote(kind)),
        M::OnlyTrue { other } => format!("la seule valeur est true; pour le contraire, écrivez {other} = true"),
        M::EmptyList {} => "la liste est vide".to_owned(),
        M::EmptyListHelp {} => "donnez-lui au moins un élément, ou retirez-la".to_owned(),
        M::ChoiceUnknown { value, fact, near } => format!("{value} n’est pas une valeur de {fact}{near}", value = LANG.quote(value), fact = LANG.quote(fact), near = near_hint(near.as_deref())),
        M::FactUnknown { fact, near } => format!("aucun renseignement ne s’appelle {fact}{near}", fact = LANG.quote(fact), near = near_hint(near.as_deref())),
        M::DeclaredFacts { known } => format!("les renseignements déclarés sont {known}", known = LANG.list(known)),
        M::SourceMissing {} => "la grille ne dit pas où elle a été publiée".to_owned(),
        M::SourceMissingHelp {} => "ajoutez source = \"…\", en y disant ce que vous avez ajouté".to_owned(),
        M::IdDuplicate { id, line } => format!("l’identifiant {id} est déjà donné à la ligne {line}", id = LANG.quote(id), line = LANG.count(*line)),
        M::IdDuplicateHelp {} => "un identifiant ne nomme qu’une chose\u{a0}: changez l’un des deux".to_owned(),
        M::FactKeyUseless { key, wanted, kind } => format!("{key} ne sert qu’à un renseignement de type {wanted}, et celui-ci est de type {kind}", key = LANG.quote(key), wanted = LANG.quote(wanted), kind = LANG.quote(kind)),
        M::FactKeyUselessHelp {} => "retirez cette clé, ou changez le type".to_owned(),
        M::ChoiceWithoutValues {} => "un choix doit avoir ses valeurs".to_owned(),
        M::ChoiceWithoutValuesHelp {} => "ajoutez values = { premiere = \"Première valeur\", seconde = \"Seconde valeur\" }".to_owned(),
        M::ValuesClash { value, other } => format!("les valeurs {value} et {other} ont un nom en commun\u{a0}: une cellule pourrait désigner l’une ou l’autre", value = LANG.quote(value), other = LANG.quote(other)),
        M::ValuesClashHelp {} => "donnez à chaque valeur des noms qui ne sont qu’à elle".to_owned(),
        M::ColumnsClash { id, other } => format!("{id} et {other} ont un nom en commun\u{a0}: une colonne pourrait être l’un ou l’autre", id = LANG.quote(id), other = LANG.quote(other)),
        M::ColumnsClashHelp {} => "les identifiants et les noms des renseignements et des critères sont des noms de colonnes\u{a0}: chacun doit être distinct".to_owned(),
        M::WeightNotPositive { weight } => format!("un poids de {weight} ne donne rien\u{a0}: il doit dépasser zéro", weight = LANG.number(weight)),
        M::WeightNotPositiveHelp {} => "donnez-lui un poids, ou faites-en un critère d’exclusion".to_owned(),
        M::WeightsSum { sum, total } => format!("la somme des poids est {sum}, et non {total}", sum = LANG.number(sum), total = LANG.number(total)),
        M::WeightsShort { gap, list } => format!("il manque {gap} ({list}); corrigez les poids, ou déclarez un autre `total` sous `[grid]`", gap = LANG.number(gap), list = texts(list).join("; ")),
        M::WeightsOver { gap, list } => format!("il y a {gap} de trop ({list}); corrigez les poids, ou déclarez un autre `total` sous `[grid]`", gap = LANG.number(gap), list = texts(list).join("; ")),
        M::WeightOf { id, weight } => format!("{id} {weight}", weight = LANG.number(weight)),
        M::TotalWithoutCriteria {} => "il y a un total, mais aucun critère pour le former".to_owned(),
        M::TotalWithoutCriteriaHelp {} => "retirez le total, ou ajoutez des tableaux `[[criterion]]`".to_owned(),
        M::NothingToDo {} => "la grille n’a ni critère d’exclusion ni critère pondéré".to_owned(),
        M::NothingToDoHelp {} => "ajoutez des tableaux [[gate]] ou [[criterion]]".to_owned(),
        M::DecimalsRange { value } => format!("on ne peut afficher {value} décimales\u{a0}: de 0 à 6", value = LANG.count(*value)),
        M::MinimumOnSum {} => "un minimum porte sur une note, et ce critère est une somme de renseignements".to_owned(),
        M::MinimumOnSumHelp {} => "mettez cette exigence dans un critère d’exclusion sur les renseignements".to_owned(),
        M::MinimumOnLowest {} => "sur une échelle où la plus basse est la meilleure, un minimum écarterait les meilleures".to_owned(),
        M::MinimumOnLowestHelp {} => "retirez le minimum; une exigence sur un renseignement va dans un critère d’exclusion".to_owned(),
        M::MinimumVacuous { minimum, low, high } => format!("les notes vont de {low} à {high}\u{a0}: personne ne peut {verb} un minimum de {minimum}", verb = if minimum > high { "atteindre" } else { "manquer" }, low = LANG.number(low), high = LANG.number(high), minimum = LANG.number(minimum)),
        M::MinimumVacuousHelp {} => "le minimum est dans les unités de l’échelle, pas en points du poids".to_owned(),
        M::ScaleMissing {} => "le critère n’a pas d’échelle".to_owned(),
        M::ScaleMissingHelp {} => "par exemple scale = { points = 20, step = 0.5 }".to_owned(),
        M::ScaleBesideSum {} => "chaque partie d’une somme a sa propre échelle\u{a0}: celle du critère ne sert pas".to_owned(),
        M::ScaleBesideSumHelp {} => "retirez cette échelle".to_owned(),
        M::PartsSum { sum, weight } => format!("les parties font {sum}, mais le critère pèse {weight}", sum = LANG.number(sum), weight = LANG.number(weight)),
        M::PartsSumHelp {} => "corrigez les poids des parties, ou celui du critère".to_owned(),
        M::ScaleFactType { fact, kind } => format!("cette échelle ne peut lire {fact}, qui est de type {kind}", fact = LANG.quote(fact), kind = LANG.quote(kind)),
        M::ScaleFactTypeHelp {} => "une échelle lit un nombre, un décompte, ou, si elle a des échelons, un choix; changez l’échelle ou le renseignement".to_owned(),
        M::ScaleLacksValue { value, fact } => format!("l’échelle ne dit pas ce que vaut {value}, une valeur de {fact}", value = LANG.quote(value), fact = LANG.quote(fact)),
        M::ScaleLacksValueHelp {} => "ajoutez un échelon qui porte ce nom".to_owned(),
        M::QuorumZero {} => "un quorum de zéro évaluerait ce que personne n’a noté\u{a0}: il est d’au moins 1".to_owned(),
        M::PassVacuous { pass, total } => format!("les totaux vont de 0 à {total}\u{a0}: personne ne peut {verb} un seuil de {pass}", verb = if pass > total { "atteindre" } else { "manquer" }, total = LANG.number(total), pass = LANG.number(pass)),
        M::PassVacuousHelp {} => "le seuil de passage est en points du total de la grille".to_owned(),
        M::TieKeyTwice { id } => format!("{id} figure déjà dans la liste\u{a0}: il ne peut départager deux fois", id = LANG.quote(id)),
        M::TieKeyUnknown { id, near } => format!("aucun critère ne s’appelle {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::WayNoneHelp {} => "retirez ce choix\u{a0}: ce critère ne se mesure que d’une façon".to_owned(),
        M::WayUnknown { way, criterion, near } => format!("{criterion} n’a pas de façon nommée {way}{near}", criterion = LANG.quote(criterion), way = LANG.quote(way), near = near_hint(near.as_deref())),
        M::AsOfMissing { gate } => format!("le critère d’exclusion {gate} dépend de la date de référence de l’appel, qui n’est pas donnée", gate = LANG.quote(gate.get(LANG))),
        M::AsOfMissingHelp {} => "ajoutez as_of = 2024-02-01 dans [call], ou employez --as-of\u{a0}: l’horloge ne sert jamais".to_owned(),
        M::ListUnused { list, near } => format!("la grille ne compte rien dans une liste nommée {list}{near}", list = LANG.quote(list), near = near_hint(near.as_deref())),
        M::ListUnusedHelp {} => "retirez cette liste\u{a0}: aucun renseignement de la grille ne se compte dans une liste".to_owned(),
        M::HeadingUnknown { heading, near } => format!("aucun fichier de l’appel n’a de colonne {heading}{near}", heading = LANG.quote(heading), near = near_hint(near.as_deref())),
        M::HeadingUnknownHelp {} => "écrivez à gauche l’en-tête tel qu’il est dans le fichier, et à droite le nom que la grille lui donne".to_owned(),
        M::CallGridMissing {} => "rien ne dit quelle grille employer".to_owned(),
        M::CallGridMissingHelp {} => "donnez grid dans call.toml, ou --grid".to_owned(),
        M::CallSubmissionsMissing {} => "rien ne dit où sont les candidatures".to_owned(),
        M::CallSubmissionsMissingHelp {} => "donnez submissions dans call.toml, ou --submissions".to_owned(),
        M::GridUnknown { name, near } => format!("aucune grille fournie ne s’appelle {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref())),
        M::GridUnknownHelp { known } => format!("grilles fournies\u{a0}: {known}; un fichier se nomme avec son extension, .toml", known = LANG.list(known)),
        M::NotGridNorCall {} => "ce fichier n’est ni une grille ni un appel".to_owned(),
        M::NotGridNorCallHelp {} => "une grille commence par [grid], un appel par [call]".to_owned(),
        M::NothingFound {} => "il n’y a ici ni grille ni appel".to_owned(),
        M::NothingFoundHelp {} => "donnez un fichier ou un dossier de grilles, ou le dossier d’un appel avec son call.toml".to_owned(),
        M::NoCallFile { folder } if folder == "." => "il n’y a pas de call.toml ici".to_owned(),
        M::NoCallFile { folder } => format!("le dossier {folder} n’a pas de call.toml", folder = LANG.quote(folder)),
        M::NotAFolder { folder } => format!("{folder} n’est pas un dossier", folder = LANG.quote(folder)),
        M::FolderMissing { folder } => format!("le dossier {folder} n’existe pas", folder = LANG.quote(folder)),
        M::NoCallFileHelp {} => "commencez un appel avec «\u{a0}grille new DOSSIER\u{a0}», ou nommez les fichiers\u{a0}: --grid, --submissions, --marks".to_owned(),

        // ───

        // ── check: submissions and marks ──
        M::ColumnMissing { names, near } => format!("aucune colonne ne s’appelle {names}{near}", names = LANG.choice(&LANG.quote_each(names)), near = near_hint(near.as_deref())),
        M::ColumnMissingHelp { column, found } => format!("les colonnes de ce fichier sont {found}; si l’une d’elles convient, déclarez-la sous `[columns]` de `call.toml`\u{a0}: \"son en-tête\" = \"{column}\"", found = LANG.list(&LANG.quote_each(found))),
        M::ColumnsKept { count, names } => format!("{count} {columns} de la grille, {kept} comme texte\u{a0}: {names}", count = LANG.count(*count), columns = plural(*count, "colonne absente", "colonnes absentes"), kept = plural(*count, "gardée", "gardées"), names = LANG.list(&LANG.quote_each(names))),
        M::CountTwice { fact, list } => format!("{fact} est compté dans la liste {list} et donné aussi dans cette colonne", fact = LANG.quote(fact), list = LANG.quote(list)),
        M::CountTwiceHelp {} => "gardez l’un des deux\u{a0}: retirez la colonne, ou la liste de call.toml".to_owned(),
        M::NoSubmission {} => "il n’y a pas encore de candidature".to_owned(),
        M::SubmissionWithoutId {} => "cette candidature n’a pas d’identifiant".to_owned(),
        M::SubmissionWithoutIdHelp {} => "donnez à chaque candidature son identifiant; il est gardé comme texte, zéros compris".to_owned(),
        M::SubmissionDuplicate { id, line } => format!("la candidature {id} figure déjà à la ligne {line}", id = LANG.quote(id), line = LANG.count(*line)),
        M::SubmissionDuplicateHelp {} => "gardez une des deux lignes, ou donnez à la seconde son propre identifiant".to_owned(),
        M::FactValueUnknown { value, fact, near } => format!("{value} n’est pas une valeur de {fact}{near}", value = LANG.quote(value), fact = LANG.quote(fact.get(LANG)), near = near_hint(near.as_deref())),
        M::CellNotANumber { value, column } => format!("{value} n’est pas un nombre, et la colonne {column} en attend un", value = LANG.quote(value), column = LANG.quote(column)),
        M::CellNotANumberHelp {} => "écrivez des chiffres seulement; laissez la cellule vide s’il n’y a pas de valeur".to_owned(),
        M::CellNotACount { value } => format!("{value} n’est pas un décompte\u{a0}: un nombre entier, zéro ou plus", value = LANG.quote(value)),
        M::NumbersTooLong {} => "ensemble, les nombres de ce fichier demandent plus de 18 chiffres\u{a0}: ils sont refusés plutôt qu’arrondis".to_owned(),
        M::NumberAmbiguous { value } => format!("{value} se lit de deux façons\u{a0}: virgule décimale, ou virgule entre les milliers", value = LANG.quote(value)),
        M::NumberAmbiguousHelp {} => "dites laquelle dans call.toml\u{a0}: [notation] decimal = \"comma\" (ou \"point\"), ou --decimal".to_owned(),
        M::NumberMixed { value } => format!("{value} n’est pas écrit comme les autres nombres de ce fichier", value = LANG.quote(value)),
        M::NumberMixedHelp {} => "écrivez tous les nombres d’un fichier avec le même signe décimal, ou déclarez-le\u{a0}: [notation] decimal".to_owned(),
        M::DateAmbiguous { value } => format!("{value} se lit de deux façons\u{a0}: le jour d’abord, ou le mois", value = LANG.quote(value)),
        M::DateAmbiguousHelp {} => "écrivez 2024-02-01, ou dites laquelle dans call.toml\u{a0}: [notation] dates = \"day-month-year\" (ou \"month-day-year\")".to_owned(),
        M::DateOtherOrder { value } => format!("{value} n’est pas écrit année-mois-jour", value = LANG.quote(value)),
        M::DateOtherOrderHelp { order } => format!("écrivez 2024-02-01, ou dites l’ordre dans call.toml\u{a0}: [notation] dates = \"{order}\""),
        M::DateNoSuchDay { value } => format!("{value} n’est pas un jour qui existe", value = LANG.quote(value)),
        M::DateNoSuchDayHelp {} => "vérifiez le mois et le jour\u{a0}: l’ordre est année-mois-jour".to_owned(),
        M::DateDeclaredHelp { order } => format!("l’appel déclare que ses dates s’écrivent dans l’ordre `{order}`, avec une année de quatre chiffres"),
        M::CellNotADate { value } => format!("{value} n’est pas une date", value = LANG.quote(value)),
        M::CellNotADateHelp {} => "les dates s’écrivent année-mois-jour\u{a0}: 2024-02-01".to_owned(),
        M::ListCellEmpty { column } => format!("cette ligne n’a rien sous {column} et ne compte pas", column = LANG.quote(column)),
        M::SubmissionUnknown { id, near } => format!("aucune candidature ne s’appelle {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::SubmissionUnknownHelp {} => "corrigez l’identifiant ici, ou ajoutez la candidature à son fichier".to_owned(),
        M::CriterionUnknown { criterion, near } => format!("aucun critère de la grille ne s’appelle {criterion}{near}", criterion = LANG.quote(criterion), near = near_hint(near.as_deref())),
        M::MarkOffScale { mark, scale } => format!("la note {mark} sort de son échelle ({scale})", mark = LANG.number(mark), scale = scale.text(LANG)),
        M::MarkOffStep { mark, scale } => format!("la note {mark} tombe entre deux pas de son échelle ({scale})", mark = LANG.number(mark), scale = scale.text(LANG)),
        M::MarkOffScaleHelp {} => "corrigez la note, ou changez l’échelle dans la grille, et sa version avec elle".to_owned(),
        M::MarkWordUnknown { value, near } => format!("{value} n’est ni une note de cette échelle ni un nombre{near}", value = LANG.quote(value), near = near_hint(near.as_deref())),
        M::MarkWordHelp { scale } => format!("notes admises\u{a0}: {scale}", scale = scale.text(LANG)),
        M::MarksTwice { column } => format!("la colonne {column} contient des notes, et l’appel a aussi des fichiers de notes\u{a0}: ils pourraient se contredire", column = LANG.quote(column)),
        M::MarksTwiceHelp {} => "gardez les notes à un seul endroit\u{a0}: retirez cette colonne, ou marks de call.toml".to_owned(),
        M::MarkNotWanted { criterion } => format!("{criterion} tire ses points de renseignements dans cet appel\u{a0}: le comité ne le note pas", criterion = LANG.quote(criterion.get(LANG))),
        M::MarkNotWantedHelp {} => "retirez la note, ou choisissez une autre façon pour ce critère dans call.toml\u{a0}: [ways]".to_owned(),
        M::MarkColumnsMissing {} => "aucune colonne ne porte le nom d’un critère noté".to_owned(),
        M::MarkColumnsMissingHelp { known } => format!("donnez une colonne par critère\u{a0}: {known}; ou trois colonnes, `candidature`, `critère` et `note`", known = texts(known).join(", ")),
        M::MarksColumnUnknown { column, near } => format!("la colonne {column} n’est ni un critère ni une colonne des fichiers de notes; elle ne sert pas{near}", column = LANG.quote(column), near = near_hint(near.as_deref())),
        M::MarkDuplicate { submission, criterion, reviewer, place } => format!("{submission} a déjà une note sur {criterion}{who} ({place})", submission = LANG.quote(submission), who = reviewer.as_ref().map_or_else(String::new, |name| format!(", donnée par {}", LANG.quote(name))), criterion = LANG.quote(criterion.get(LANG)), place = place.text(LANG)),
        M::MarkDuplicateHelp {} => "gardez une des deux; si deux membres du comité les ont données, nommez-les dans une colonne `membre`".to_owned(),
        M::MarkMissing { id, criteria } => format!("il manque une note à {id} sur {criteria}, et la grille en fait une erreur", id = LANG.quote(id), criteria = LANG.list(&LANG.quote_each(&texts(criteria)))),
        M::MarkMissingHelp {} => "complétez les notes, ou déclarez une autre règle dans la grille\u{a0}: [rules] missing".to_owned(),

        // ───

        // ── score and analyse: reasons, notes, explanations ──
        M::ReasonGate { gate, found } => format!("{gate}\u{a0}: {found}", gate = gate.get(LANG), found = texts(found).join("; ")),
        M::ReasonGateSaid { gate, reason, found } => format!("{gate}\u{a0}: {reason} ({found})", gate = gate.get(LANG), reason = reason.get(LANG), found = texts(found).join("; ")),
        M::ReasonMinimum { criterion, minimum, mark } => format!("{criterion}\u{a0}: {mark}, sous le minimum de {minimum}", criterion = criterion.get(LANG), mark = LANG.number(mark), minimum = LANG.number(minimum)),
        M::ReasonPass { total, pass } => format!("total de {total}, sous le seuil de {pass}", total = LANG.number(total), pass = LANG.number(pass)),
        M::FoundFact { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.quote(value)),
        M::FoundCount { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.number(value)),
        M::FoundNothing { fact } => format!("{fact}\u{a0}: non précisé", fact = fact.get(LANG)),
        M::LackMarks { criterion } => format!("pas de note\u{a0}: {criterion}", criterion = criterion.get(LANG)),
        M::LackQuorum { criterion, given, quorum } => format!("{criterion}\u{a0}: {given} {given_2}, quorum de {quorum}", criterion = criterion.get(LANG), given = LANG.count(*given), given_2 = plural(*given, "note", "notes"), quorum = LANG.count(*quorum)),
        M::LackFact { criterion, fact } => format!("{criterion}\u{a0}: renseignement manquant ({fact})", criterion = criterion.get(LANG), fact = fact.get(LANG)),
        M::LackGate { gate, found } => format!("{gate}\u{a0}: indécis ({found})", gate = gate.get(LANG), found = texts(found).join("; ")),
        M::NoteProvisional { unrated } => format!("Le classement est provisoire\u{a0}: {unrated} {unrated_1}.", unrated = LANG.count(*unrated), unrated_1 = plural(*unrated, "candidature n’est pas évaluée et peut encore y entrer", "candidatures ne sont pas évaluées et peuvent encore y entrer")),
        M::NoteUndecided { tied, open } => format!("Indécis entre {tied}\u{a0}: {open} {open_2} pour l’ensemble, et rien dans la grille ne les départage.", tied = LANG.list(tied), open = LANG.count(*open), open_2 = plural(*open, "place", "places")),
        M::NotePlacesLeft { ranked, places } => format!("{places} {places_1} pour {ranked} au classement\u{a0}: il en reste.", places = LANG.count(*places), places_1 = plural(*places, "place", "places"), ranked = LANG.count(*ranked)),
        M::NoteTieBroken { above, below, total, criterion } => format!("{above} et {below} ont le même total, {total}; {criterion} place {above} devant.", total = LANG.number(total), criterion = LANG.quote(criterion.get(LANG))),
        M::NoteTieBrokenAtCut { above, below, total, criterion } => format!("{above} et {below} ont le même total, {total}, de part et d’autre de la ligne de coupe; {criterion} place {above} devant.", total = LANG.number(total), criterion = LANG.quote(criterion.get(LANG))),
        M::NoteTieShared { tied, total, rank } => format!("{tied} partagent le rang {rank} avec un total de {total}; leur ordre dans le tableau ne dit rien.", tied = LANG.list(tied), rank = LANG.count(*rank), total = LANG.number(total)),
        M::NoteShownAlike { above, below, gap } => format!("{above} et {below} s’affichent avec le même total, mais {gap} les sépare\u{a0}: ce n’est pas une égalité.", gap = LANG.number(gap)),
        M::NoteNearAbove { id, bar, margin } => format!("{id} passe de peu\u{a0}: {bar}, dépassé de {margin}.", bar = bar.text(LANG), margin = LANG.number(margin)),
        M::NoteNearExact { id, bar } => format!("{id} passe tout juste\u{a0}: {bar}.", bar = bar.text(LANG)),
        M::NoteNearBelow { id, bar, margin } => format!("{id} est écartée de peu\u{a0}: {bar}, il manque {margin}.", bar = bar.text(LANG), margin = LANG.number(margin)),
        M::BarMinimum { criterion, minimum } => format!("minimum de {minimum} sur {criterion}", minimum = LANG.number(minimum), criterion = LANG.quote(criterion.get(LANG))),
        M::BarPass { pass } => format!("seuil de {pass}", pass = LANG.number(pass)),
        M::NoteCountedLowest { id, criteria } => format!("{id} n’a pas de note sur {criteria}\u{a0}: la grille compte alors la note la plus basse.", criteria = LANG.list(criteria)),
        M::NoteReweighted { id, weight } => format!("{id} manque de notes sur {weight} points de poids; la grille répartit ce poids entre ses autres critères.", weight = LANG.number(weight)),
        M::NoteRoundedLines { ids } => format!("Tels qu’affichés, les points arrondis de {ids} ne font pas le total arrondi; les points exacts, oui.", ids = LANG.list(ids)),
        M::NoteWay { criterion, way } => format!("{criterion} est mesuré selon {way}, au choix de cet appel.", criterion = LANG.quote(criterion.get(LANG)), way = LANG.quote(way)),
        M::NoteMore { more } => format!("… et {more} {more_1}.", more = LANG.count(*more), more_1 = plural(*more, "autre semblable", "autres semblables")),
        M::EdgeAbove { above, below, gap } => format!("{above} devance {below} de {gap}.", gap = LANG.number(gap)),
        M::EdgeChain { above, below, criterion } => format!("{above} et {below} ont le même total; {criterion}, premier critère de départage qui diffère, place {above} devant.", criterion = LANG.quote(criterion.get(LANG))),
        M::EdgeNothing { above, below } => format!("{above} et {below} partagent un rang\u{a0}: rien dans la grille ne les départage."),
        M::EdgeNotRanked { above, above_is, below, below_is } => format!("{above}\u{a0}: {above_is}; {below}\u{a0}: {below_is}. Seules les candidatures classées se devancent.", above_is = above_is.text(LANG), below_is = below_is.text(LANG)),
        M::EdgeShared { rest } => format!("{rest} de l’écart entre les totaux vient du poids des notes manquantes, réparti entre les autres critères.", rest = LANG.number(rest)),
        M::EdgeMost { criterion, difference } => format!("La plus grande différence est sur {criterion}\u{a0}: {difference}.", criterion = LANG.quote(criterion.get(LANG)), difference = LANG.number(difference)),
        M::FoundValue { value } => LANG.quote(value),
        M::FoundEmpty {} => "non précisé".to_owned(),

        // ───

        // ── report: headings, columns, words ──
        // The no-break spaces stand before the colon that the layout of findings adds.
        M::LevelError { code } => format!("erreur[{code}]\u{a0}"),
        M::LevelWarning { code } => format!("avertissement[{code}]\u{a0}"),
        M::LevelNote { code } => format!("remarque[{code}]\u{a0}"),
        M::TheCommandLine {} => "ligne de commande".to_owned(),
        M::LevelHelp {} => "aide\u{a0}".into(),
        M::NoFindings {} => "rien à signaler".into(),
        M::FindingsCount { errors, warnings, notes } => {
            let part = |count: &usize, one: &str, many: &str| {
                (*count > 0).then(|| format!("{} {}", LANG.count(*count), if *count == 1 { one } else { many }))
            };
            let parts = [
                part(errors, "erreur", "erreurs"),
                part(warnings, "avertissement", "avertissements"),
                part(notes, "remarque", "remarques"),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        M::MoreFindings { more, code } if *more == 1 => format!("… et {} autre du même genre ({code})", LANG.count(*more)),
        M::MoreFindings { more, code } => format!("… et {} autres du même genre ({code})", LANG.count(*more)),
        M::FieldOf { label, value } => format!("{label}\u{a0}: {value}"),
        M::TitleRanking { call } => format!("{call} — classement", call = call.get(LANG)),
        M::TitleScreening { call } => format!("{call} — rapport d’exclusion", call = call.get(LANG)),
        M::TitleExplanation { id, title } => format!("{id}\u{a0}: {title}"),
        M::TitleVersus { above, below } => format!("{above} et {below}"),
        M::TitleGrids {} => "Grilles fournies".to_owned(),
        M::SummaryRanking { submitted, ranked, excluded, unrated } => format!("{submitted} {submitted_1}\u{a0}: {ranked} au classement, {excluded} {excluded_4}, {unrated} non {unrated_6}.", submitted = LANG.count(*submitted), submitted_1 = plural(*submitted, "candidature", "candidatures"), ranked = LANG.count(*ranked), excluded = LANG.count(*excluded), excluded_4 = plural(*excluded, "écartée", "écartées"), unrated = LANG.count(*unrated), unrated_6 = plural(*unrated, "évaluée", "évaluées")),
        M::SummaryEligible { submitted, eligible, excluded, unrated } => format!("{submitted} {submitted_1}\u{a0}: {eligible} {eligible_3}, {excluded} {excluded_5}, {unrated} non {unrated_7}.", submitted = LANG.count(*submitted), submitted_1 = plural(*submitted, "candidature", "candidatures"), eligible = LANG.count(*eligible), eligible_3 = plural(*eligible, "admissible", "admissibles"), excluded = LANG.count(*excluded), excluded_5 = plural(*excluded, "écartée", "écartées"), unrated = LANG.count(*unrated), unrated_7 = plural(*unrated, "évaluée", "évaluées")),
        M::SelectedAre { places, ids } => format!("{places} ({places_1} {places_2})\u{a0}: {ids}.", places = plural(*places, "Retenue", "Retenues"), places_1 = LANG.count(*places), places_2 = plural(*places, "place", "places"), ids = LANG.list(ids)),
        M::SelectedNone {} => "Aucune candidature n’est retenue.".to_owned(),
        M::EligibleAre { ids } => format!("Admissibles\u{a0}: {ids}.", ids = LANG.list(ids)),
        M::GridLine { title, version } => format!("Grille\u{a0}: {title}, version {version}", title = title.get(LANG)),
        M::HeadingExcluded {} => "Écartées".to_owned(),
        M::HeadingUnrated {} => "Non évaluées".to_owned(),
        M::HeadingNotes {} => "Remarques".to_owned(),
        M::HeadingReasons {} => "Par motif".to_owned(),
        M::HeadingDetail {} => "Toutes les lignes".to_owned(),
        M::HeadingNotPassed {} => "Ce qui n’est pas respecté".to_owned(),
        M::HeadingBars {} => "Critères d’exclusion et seuils".to_owned(),
        M::HeadingFacts {} => "Renseignements".to_owned(),
        M::HeadingCriteria {} => "Critères".to_owned(),
        M::HeadingGates {} => "Critères d’exclusion".to_owned(),
        M::HeadingRules {} => "Règles".to_owned(),
        M::ColumnRank {} => "Rang".to_owned(),
        M::ColumnId {} => "Nº".to_owned(),
        M::ColumnTitle {} => "Pratique".to_owned(),
        M::ColumnTotal {} => "Total".to_owned(),
        M::ColumnStatus {} => "Résultat".to_owned(),
        M::ColumnDistance {} => "Écart à la coupe".to_owned(),
        M::ColumnReason {} => "Motif".to_owned(),
        M::ColumnLack {} => "Ce qui manque".to_owned(),
        M::ColumnPlace {} => "Où".to_owned(),
        M::ColumnRule {} => "Règle".to_owned(),
        M::ColumnOutcome {} => "Résultat".to_owned(),
        M::ColumnFound {} => "Constaté".to_owned(),
        M::ColumnRequired {} => "Exigence".to_owned(),
        M::ColumnFailed {} => "Écartées".to_owned(),
        M::ColumnUndecided {} => "Indécis".to_owned(),
        M::ColumnPassed {} => "Passent".to_owned(),
        M::ColumnCriterion {} => "Critère".to_owned(),
        M::ColumnWeight {} => "Poids".to_owned(),
        M::ColumnMarks {} => "Notes".to_owned(),
        M::ColumnMark {} => "Note".to_owned(),
        M::ColumnShare {} => "Part".to_owned(),
        M::ColumnPoints {} => "Points".to_owned(),
        M::ColumnDifference {} => "Différence".to_owned(),
        M::ColumnScale {} => "Échelle".to_owned(),
        M::ColumnName {} => "Nom".to_owned(),
        M::ColumnIssuer {} => "Source".to_owned(),
        M::ColumnYear {} => "Année".to_owned(),
        M::ColumnCriteria {} => "Critères".to_owned(),
        M::ColumnGates {} => "Exclusions".to_owned(),
        M::ColumnVersion {} => "Version".to_owned(),
        M::ColumnType {} => "Type".to_owned(),
        M::ColumnFile {} => "Fichier".to_owned(),
        M::ColumnLine {} => "Ligne".to_owned(),
        M::ColumnColumn {} => "Colonne".to_owned(),
        M::ColumnMargin {} => "Marge".to_owned(),
        M::OutOf { weight } => format!("/{weight}", weight = LANG.number(weight)),
        M::StatusIn {} => "retenue".to_owned(),
        M::StatusTied {} => "ex æquo à la coupe".to_owned(),
        M::StatusOut {} => "non retenue".to_owned(),
        M::StatusRanked {} => "classée".to_owned(),
        M::StatusExcluded {} => "écartée".to_owned(),
        M::StatusUnrated {} => "non évaluée".to_owned(),
        M::StatusEligible {} => "admissible".to_owned(),
        M::OutcomePassed {} => "passe".to_owned(),
        M::OutcomeFailed {} => "échoue".to_owned(),
        M::OutcomeUndecided {} => "indécis".to_owned(),
        M::ResultRanked { rank, among, total } => format!("Rang {rank} sur {among}, avec un total de {total}.", rank = LANG.count(*rank), among = LANG.count(*among), total = LANG.number(total)),
        M::ResultRankedShared { rank, among, total } => format!("Rang {rank} sur {among}, partagé, avec un total de {total}.", rank = LANG.count(*rank), among = LANG.count(*among), total = LANG.number(total)),
        M::ResultExcluded { reasons } => format!("Écartée — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultUnrated { reasons } => format!("Non évaluée — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultEligible {} => "Admissible\u{a0}: tous les critères d’exclusion sont respectés.".to_owned(),
        M::ExactTotal { text } => format!("Le total exact est {text}."),
        M::LeftOut { weight, total } => format!("Des notes manquent sur {weight} points de poids; les points ci-dessus sont ramenés à {total} en répartissant ce poids en proportion.", weight = LANG.number(weight), total = LANG.number(total)),
        M::TotalLine {} => "Total".to_owned(),
        M::SharedLine {} => "Poids des notes manquantes, réparti".to_owned(),
        M::MarkBy { reviewer, mark } => format!("{reviewer} {mark}", mark = LANG.number(mark)),
        M::PartMissing { fact } => format!("{fact} non précisé", fact = fact.get(LANG)),
        M::CountedLowestLine {} => "manquante, comptée comme la plus basse".to_owned(),
        M::Place { file, line, column } => format!("{file}:{line}:{column}"),
        M::CannotRank { title } => format!("{title} n’a pas de critère pondéré\u{a0}: cette grille dit qui est admissible et ne classe personne; `grille screen` en donne la liste", title = LANG.quote(title.get(LANG))),
        M::UnknownId { id, near } => format!("aucune candidature ne s’appelle {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::UnknownGrid { name, near } => format!("aucune grille fournie ne s’appelle {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref())),
        M::FolderNotEmpty { folder } => format!("{folder} n’est pas un dossier vide\u{a0}: rien n’a été écrit; choisissez un nouveau dossier", folder = LANG.quote(folder)),
        M::CallStarted { folder, grid } => format!("Un appel selon {grid} est prêt dans {folder}.", grid = LANG.quote(grid.get(LANG)), folder = LANG.quote(folder)),
        M::CallStartedNext { check, rank } => format!("Inscrivez les candidatures et les notes; ensuite, {check} et {rank}."),
        M::FinalRefused { unrated } => format!("{unrated} {unrated_1}\u{a0}: le classement n’est pas définitif", unrated = LANG.count(*unrated), unrated_1 = plural(*unrated, "candidature n’est pas évaluée", "candidatures ne sont pas évaluées")),
        M::InvalidInput { errors } => format!("{errors} {errors_1} à corriger avant tout résultat", errors = LANG.count(*errors), errors_1 = plural(*errors, "erreur", "erreurs")),
        M::FormatNotHere { format } => format!("la forme {format} ne convient pas à ce résultat", format = LANG.quote(format)),
        M::RuleMissing { policy } => format!("Notes manquantes\u{a0}: {policy}", policy = policy.text(LANG)),
        M::RulePass { pass } => format!("Seuil de passage\u{a0}: {pass}", pass = LANG.number(pass)),
        M::RuleTies { criteria } => format!("Départage des ex æquo par {criteria}, ensuite rangs partagés", criteria = LANG.list(&texts(criteria))),
        M::RuleTiesShared {} => "Les ex æquo partagent un rang".to_owned(),
        M::RuleQuorum { quorum } => format!("Quorum\u{a0}: {quorum} {quorum_1} par critère", quorum = LANG.count(*quorum), quorum_1 = plural(*quorum, "note", "notes")),
        M::RuleMean {} => "Les notes du comité se combinent par leur moyenne exacte".to_owned(),
        M::PolicyUnrated {} => "la candidature n’est pas évaluée et le classement est provisoire".to_owned(),
        M::PolicyError {} => "une erreur".to_owned(),
        M::PolicyReweight {} => "le critère est retiré et son poids réparti entre les autres".to_owned(),
        M::PolicyLowest {} => "comptée comme la note la plus basse".to_owned(),
        M::AspectsOf { aspects } => texts(aspects).join("; "),
        M::MinimumOf { minimum } => format!("minimum {minimum}", minimum = LANG.number(minimum)),
        M::WayNamed { way, scale } => format!("ou, selon {way}\u{a0}: {scale}", way = LANG.quote(way), scale = scale.text(LANG)),
        M::SourceLine { source } => format!("Source\u{a0}: {source}", source = source.get(LANG)),
        M::Labelled { what, scale } => format!("{what}\u{a0}: {scale}", what = what.get(LANG), scale = scale.text(LANG)),
        M::SelectedAndUndecided { places, ids, open, tied } => format!("Pour {places} {places_1}\u{a0}: {ids}; indécis entre {tied} pour {open} {open_1}.", places = LANG.count(*places), places_1 = plural(*places, "place", "places"), ids = list_or_nobody(ids), tied = LANG.list(tied), open = LANG.count(*open), open_1 = plural(*open, "place", "places")),
        M::PartPoints { fact, value, points, weight } => format!("{fact}\u{a0}: {value} → {points}/{weight}", fact = fact.get(LANG), value = LANG.number(value), points = LANG.number(points), weight = LANG.number(weight)),
        M::FileNotes { file, notes } => format!("{file}\u{a0}: {notes}", notes = texts(notes).join("; ")),
        M::NewMarks {} => "une ligne par candidature et par membre du comité".to_owned(),
        M::ColumnKey {} => "Clé".to_owned(),
        M::ColumnDefault {} => "Par défaut".to_owned(),
        M::ColumnMeaning {} => "Sens".to_owned(),
        M::NeedRequired {} => "obligatoire".to_owned(),
        M::KindText {} => "texte".to_owned(),
        M::KindLabel {} => "texte, ou { fr, en }".to_owned(),
        M::KindId {} => "identifiant".to_owned(),
        M::KindNumber {} => "nombre exact".to_owned(),
        M::KindWhole {} => "nombre entier".to_owned(),
        M::KindFlag {} => "true ou false".to_owned(),
        M::KindDate {} => "date".to_owned(),
        M::KindWord { words } => LANG.choice(&words.iter().map(|word| plain_or_quoted(word)).collect::<Vec<_>>()),
        M::KindScalar {} => "texte, nombre, date, true ou false".to_owned(),
        M::KindList { of } => format!("liste\u{a0}: {of}", of = of.text(LANG)),
        M::KindOneOrList { of } => format!("un seul ou une liste\u{a0}: {of}", of = of.text(LANG)),
        M::KindMap { of } => format!("nom = {of}", of = of.text(LANG)),
        M::KindTable { name } => format!("tableau\u{a0}: {name}"),
        M::KindVariant { keys } => format!("tableau avec {keys}", keys = LANG.choice(keys)),

        // ───

        // ── cli: usage, help, files ──
        M::UsageValueRefused { value, arg } => {
            format!("valeur refusée pour {arg}\u{a0}: {value}", arg = LANG.quote(arg), value = LANG.quote(value))
        }
        M::UsageValueRefusedBecause { value, arg, reason } => {
            format!(
                "valeur refusée pour {arg}\u{a0}: {value} ({reason})",
                arg = LANG.quote(arg),
                value = LANG.quote(value),
                reason = reason.text(LANG)
            )
        }
        M::UsageValueMissing { arg } => {
            format!("{arg} attend une valeur", arg = LANG.quote(arg))
        }
        M::UsageValuesAllowed { values } => {
            format!("écrivez {values}", values = LANG.choice(values))
        }
        M::UsageOptionUnknown { arg } => {
            format!("option inconnue\u{a0}: {arg}", arg = LANG.quote(arg))
        }
        M::UsageArgumentTooMany { arg } => {
            format!("argument en trop\u{a0}: {arg}", arg = LANG.quote(arg))
        }
        M::UsageCommandUnknown { name } => {
            format!("commande inconnue\u{a0}: {name}", name = LANG.quote(name))
        }
        M::UsageCommandMissing {} => "aucune commande n’est donnée".to_owned(),
        M::UsageCommands { names } => {
            format!("les commandes sont {names}", names = LANG.list(names))
        }
        M::UsageDidYouMean { names } => {
            format!("vouliez-vous écrire {names}?", names = LANG.choice(&LANG.quote_each(names)))
        }
        M::UsageBelongsTo { arg, commands } => {
            format!(
                "{arg} s’écrit après l’une de ces commandes\u{a0}: {commands}",
                arg = LANG.quote(arg),
                commands = LANG.choice(commands)
            )
        }
        M::UsageEqualsNeeded { arg } => {
            format!("un signe d’égalité doit joindre {arg} et sa valeur", arg = LANG.quote(arg))
        }
        M::UsageOneValueTooMany { value, arg } => {
            format!("{arg} ne prend pas la valeur {value}", arg = LANG.quote(arg), value = LANG.quote(value))
        }
        M::UsageTooFewValues { arg, needed, given } => {
            format!(
                "{arg} attend au moins {needed} valeurs, nombre donné\u{a0}: {given}",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageOtherCount { arg, needed, given } => {
            format!(
                "{arg} attend exactement {needed} valeurs, nombre donné\u{a0}: {given}",
                arg = LANG.quote(arg),
                needed = LANG.count(*needed),
                given = LANG.count(*given)
            )
        }
        M::UsageRepeated { arg } => {
            format!("{arg} ne peut être donné qu’une fois", arg = LANG.quote(arg))
        }
        M::UsageConflict { arg, others } => {
            format!("{arg} ne peut accompagner {others}", arg = LANG.quote(arg), others = LANG.list(&LANG.quote_each(others)))
        }
        M::UsageConflictUnnamed {} => "certaines de ces options ne peuvent aller ensemble".to_owned(),
        M::UsageChooseOne {} => "gardez l’un et retirez l’autre".to_owned(),
        M::UsageMissing { args } => {
            format!("il manque {args}", args = LANG.list(&LANG.quote_each(args)))
        }
        M::UsageNotUnicode {} => "un argument contient des octets qui ne sont pas du texte (UTF-8 non valide)".to_owned(),
        M::UsageOther { detail } => format!("la ligne de commande ne peut être comprise\u{a0}: {detail}"),
        M::UsageSeeHelp { command } => {
            format!("{command} montre ce qui peut s’écrire", command = LANG.quote(command))
        }
        M::UsageNotPair {} => "il faut un nom, un signe d’égalité et une valeur, comme nom=valeur".to_owned(),
        M::UsageNotWhole {} => "il faut un nombre entier, comme 12".to_owned(),
        M::UsageNotDate {} => "un jour s’écrit année-mois-jour, comme 2026-01-31".to_owned(),
        M::UsageOneStdin { args } => {
            format!(
                "l’entrée standard (-) ne se lit qu’une fois, or plusieurs options la demandent\u{a0}: {args}",
                args = LANG.list(args)
            )
        }
        M::OutputIsFolder { path } => {
            format!("le résultat ne peut être écrit dans {path}\u{a0}: c’est un dossier", path = LANG.quote(path))
        }
        M::OutputNoFolder { path, folder } => {
            format!(
                "le résultat ne peut être écrit dans {path}\u{a0}: le dossier {folder} n’existe pas",
                path = LANG.quote(path),
                folder = LANG.quote(folder)
            )
        }
        M::OutputIsInput { path } => {
            format!(
                "le résultat ne peut être écrit dans {path}\u{a0}: ce fichier a servi d’entrée et serait perdu",
                path = LANG.quote(path)
            )
        }
        M::OutputReadOnly { path } => {
            format!("le résultat ne peut être écrit dans {path}\u{a0}: le fichier est en lecture seule", path = LANG.quote(path))
        }
        M::OutputFailed { path, reason } => {
            format!(
                "le résultat n’a pu être écrit dans {path}\u{a0}: {reason}",
                path = LANG.quote(path),
                reason = reason.text(LANG)
            )
        }
        M::OutputScreenFailed { reason } => {
            format!("le résultat n’a pu être écrit à la sortie standard\u{a0}: {reason}", reason = reason.text(LANG))
        }
        M::ReasonNotFound {} => "cela n’existe pas".to_owned(),
        M::ReasonDenied {} => "accès refusé".to_owned(),
        M::ReasonFull {} => "il n’y a plus de place".to_owned(),
        M::ReasonReadOnlyPlace {} => "l’emplacement est en lecture seule".to_owned(),
        M::ReasonNotFolder {} => "une partie du chemin n’est pas un dossier".to_owned(),
        M::ReasonNameTooLong {} => "le nom n’est pas de ceux que ce système accepte".to_owned(),
        M::NewReadme { title, grid, marks } => format!("# {title}\n\nUn appel selon la grille {grid}.\n\n1. `submissions.csv`\u{a0}: une ligne par candidature.{marks}\n\nEnsuite, `grille check` dit ce qui ne va pas, et `grille rank` (ou `grille screen`) donne le résultat. `call.toml` contient le nombre de places et les noms des fichiers; `grid.toml` est la copie de la grille pour cet appel\u{a0}: une fois l’appel publié, changez sa version chaque fois que vous la modifiez.\n", title = title.get(LANG), grid = LANG.quote(grid.get(LANG)), marks = marks.as_ref().map_or_else(String::new, |it| format!("\n2. `marks.csv`\u{a0}: {}.", it.text(LANG)))),
        M::CallCommentPlaces {} => "# places = 4            combien de candidatures peuvent être retenues".to_owned(),
        M::CallCommentAsOf {} => "# as_of = 2024-02-01    la date de référence des règles sur les dates".to_owned(),
        M::CheckSummary { grids, calls, found } => {
            let grids_are = format!("{} {}", LANG.count(*grids), plural(*grids, "grille vérifiée", "grilles vérifiées"));
            let calls_are = format!("{} {}", LANG.count(*calls), plural(*calls, "appel vérifié", "appels vérifiés"));
            let what = match (grids, calls) {
                (0, 0) | (1.., 1..) => format!("{grids_are}, {calls_are}"),
                (0, _) => calls_are,
                (_, 0) => grids_are,
            };
            format!("{what}\u{a0}: {found}", found = found.text(LANG))
        }
        M::FolderUnreadable { folder } => format!("{folder} ne peut être lu", folder = LANG.quote(folder)),
        M::FolderCannotBeMade { folder } => format!("{folder} ne peut être créé", folder = LANG.quote(folder)),

        // ───
    }
}

/// A sign such as `,` would be lost among the words of a list.
fn plain_or_quoted(word: &str) -> String {
    if word.chars().any(char::is_alphanumeric) { word.to_owned() } else { LANG.quote(word) }
}

/// A file as a sentence names it.
fn file(name: &str) -> String {
    if name == "-" { "l’entrée standard".to_owned() } else { LANG.quote(name) }
}

fn texts(parts: &[Message]) -> Vec<String> {
    parts.iter().map(|part| part.text(LANG)).collect()
}

/// French counts zero and one as one.
const fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count < 2 { one } else { many }
}

fn near_hint(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; vouliez-vous écrire {}?", LANG.quote(near)))
}

fn step_hint(step: Option<&Exact>) -> String {
    step.map_or_else(String::new, |step| format!(", par pas de {}", LANG.number(step)))
}

fn list_or_nobody(names: &[String]) -> String {
    match names {
        [] => "aucune n’est retenue".to_owned(),
        [one] => format!("{one} est retenue"),
        _ => format!("{} sont retenues", LANG.list(names)),
    }
}
