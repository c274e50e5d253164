//! The French catalogue, as a Québec committee writes.

use super::{Lang, Message};
use Message as M;

const LANG: Lang = Lang::Fr;

/// The sentence in French.
pub(super) fn sentence(message: &Message) -> String {
    match message {
        // ── composition ──
        M::Verbatim { text } => text.clone(),
        M::Text { label } => label.get(LANG).to_owned(),
        M::Number { value } => LANG.number(value),
        M::Day { date } => date.to_string(),

        // ── read: how files were read, and what is wrong with their form ──
        M::FileMissing { name } => format!("{} n’existe pas.", LANG.quote(name)),
        M::FileIsFolder { name } => format!("{} est un dossier, pas un fichier.", LANG.quote(name)),
        M::FileIsSpecial { name } => format!("{} est un périphérique ou un tube, pas un fichier.", LANG.quote(name)),
        M::FileForbidden { name } => format!("Vous n’avez pas le droit de lire {}.", LANG.quote(name)),
        M::FileUnreadable { name, detail } => format!("{} ne peut être lu ({detail}).", LANG.quote(name)),
        M::FileEmpty { name } => format!("{} est vide.", LANG.quote(name)),
        M::FileTooLarge { name, mebibytes } => format!("{} dépasse {} Mio, le maximum qui est lu.", LANG.quote(name), LANG.count(*mebibytes)),
        M::FileBinary { name } => format!("{} n’est pas un fichier de texte.", LANG.quote(name)),
        M::FileIsWorkbook { name } => format!("{} semble être un classeur, pas un fichier de texte.", LANG.quote(name)),
        M::FileIsPdf { name } => format!("{} est un document PDF, pas un fichier de texte.", LANG.quote(name)),
        M::FileIsArchive { name } => format!("{} est un fichier compressé, pas un fichier de texte.", LANG.quote(name)),
        M::FileIsImage { name } => format!("{} est une image, pas un fichier de texte.", LANG.quote(name)),
        M::FileKindUnknown { name } => format!("La terminaison de {} ne dit pas comment le lire.", LANG.quote(name)),
        M::HelpFileMissing {} => "Vérifiez le nom et le dossier; les noms sont relatifs au dossier de l’appel.".to_owned(),
        M::HelpFileIsFolder {} => "Nommez un fichier de ce dossier, ou un motif comme `marks/*.csv`.".to_owned(),
        M::HelpFileIsSpecial {} => "Copiez son contenu dans un fichier, ou donnez-le sur l’entrée standard avec `-`.".to_owned(),
        M::HelpFileForbidden {} => "Changez les permissions du fichier, ou copiez-le dans un de vos dossiers.".to_owned(),
        M::HelpFileUnreadable {} => "Vérifiez que le fichier s’ouvre dans un autre programme, puis réessayez.".to_owned(),
        M::HelpFileEmpty {} => "Remplissez-le, ou retirez-le de l’appel.".to_owned(),
        M::HelpFileTooLarge {} => "Divisez le fichier, ou n’en gardez que les colonnes dont l’appel se sert.".to_owned(),
        M::HelpFileBinary {} => "Donnez un fichier de texte\u{a0}: CSV ou YAML pour les tableaux, TOML pour les grilles et les appels.".to_owned(),
        M::HelpFileIsWorkbook {} => "Enregistrez la feuille en «\u{a0}CSV UTF-8\u{a0}» dans le tableur, et nommez ce fichier.".to_owned(),
        M::HelpFileIsArchive {} => "Décompressez-le, et nommez le fichier qu’il contient.".to_owned(),
        M::HelpFileKindUnknown { endings } => format!("Renommez-le avec une des terminaisons qui sont lues\u{a0}: {}.", LANG.choice(endings)),
        M::EncodingUnknown { label } => format!("{} n’est pas un encodage de caractères connu.", LANG.quote(label)),
        M::EncodingMalformed { encoding } => format!("Ce caractère ne se décode pas en {encoding}."),
        M::HelpEncodingUnknown {} => "Utilisez un nom du Web, comme `utf-8`, `windows-1252`, `macintosh` ou `utf-16`.".to_owned(),
        M::HelpEncodingMalformed {} => "Enregistrez le fichier en UTF-8, ou déclarez son encodage\u{a0}: `encoding` sous `[notation]` de `call.toml`, ou `--encoding`.".to_owned(),
        M::ReadAsEncoding { encoding } => format!("Lu en {encoding}, pas en UTF-8."),
        M::ReadAsMarked { encoding } => format!("Lu en {encoding}, comme le dit sa marque d’ordre des octets."),
        M::ReadAsDelimiter { delimiter } => format!("Les champs sont séparés par {}.", LANG.quote(delimiter)),
        M::ReadAsBlankRows { count } => format!("Lignes sans aucune valeur qui ont été laissées de côté\u{a0}: {}.", LANG.count(*count)),
        M::ReadAsEmptyColumns { count } => format!("Colonnes sans nom ni valeur qui ont été laissées de côté\u{a0}: {}.", LANG.count(*count)),
        M::ReadAsDecimalComma { example } => format!("Les nombres sont lus avec une virgule décimale, comme dans {}.", LANG.quote(example)),
        M::ReadAsGrouped { example } => format!("Les groupes de trois chiffres sont lus comme des milliers, comme dans {}.", LANG.quote(example)),
        M::MoreOfTheSame { name, count, code } => format!("{} a d’autres constats de la règle {code} qui ne sont pas énumérés\u{a0}: {}.", LANG.quote(name), LANG.count(*count)),
        M::CsvTooFewFields { expected, found } => format!("Il manque des champs à cette ligne\u{a0}: {}, alors que l’en-tête en a {}.", LANG.count(*found), LANG.count(*expected)),
        M::CsvTooManyFields { expected, found } => format!("Cette ligne a trop de champs\u{a0}: {}, alors que l’en-tête en a {}.", LANG.count(*found), LANG.count(*expected)),
        M::CsvDecimalComma { expected, found, number } => format!("Cette ligne a {} champs alors que l’en-tête en a {}\u{a0}: {} semble être une virgule décimale dans un fichier séparé par des virgules.", LANG.count(*found), LANG.count(*expected), LANG.quote(number)),
        M::CsvUnclosedQuote {} => "Ce guillemet n’est jamais fermé; le reste du fichier n’a pas été lu.".to_owned(),
        M::CsvDelimiter { candidates } => format!("Le séparateur de champs ne peut être établi\u{a0}: les lignes concordent aussi bien avec l’en-tête pour chacun de ceux-ci\u{a0}: {}.", LANG.choice(candidates)),
        M::HelpCsvTooFewFields { delimiter } => format!("Écrivez tous les champs, même vides, chacun après un {}.", LANG.quote(delimiter)),
        M::HelpCsvTooManyFields { delimiter } => format!("Mettez entre guillemets droits (\"…\") un texte qui contient {}, ou retirez les champs en trop.", LANG.quote(delimiter)),
        M::HelpCsvDecimalComma { number } => format!("Mettez le nombre entre guillemets droits (\"{number}\"), ou séparez les champs par `;`."),
        M::HelpCsvUnclosedQuote {} => "Fermez-le par `\"`; à l’intérieur d’un champ entre guillemets, écrivez `\"\"` pour un guillemet.".to_owned(),
        M::HelpCsvDelimiter {} => "Déclarez-le\u{a0}: `delimiter = \";\"` sous `[notation]` de `call.toml`, ou `--delimiter`.".to_owned(),
        M::HeadingDuplicate { name, first, second } => format!("La colonne {} a le même nom que la colonne {}\u{a0}: {}.", LANG.count(*second), LANG.count(*first), LANG.quote(name)),
        M::HeadingEmpty { column, value } => format!("La colonne {} n’a pas de nom, mais a des valeurs comme {}.", LANG.count(*column), LANG.quote(value)),
        M::HelpHeadingDuplicate {} => "Renommez une des deux colonnes, ou retirez-la.".to_owned(),
        M::HelpHeadingEmpty {} => "Donnez un nom à la colonne, ou videz-la.".to_owned(),
        M::DuplicateKey { key } => format!("La clé {} est écrite une seconde fois.", LANG.quote(key)),
        M::DuplicateKeyAt { key, line } => format!("La clé {} est déjà à la ligne {line}.", LANG.quote(key)),
        M::HelpDuplicateKey {} => "Gardez une des deux.".to_owned(),
        M::TooDeep { most } => format!("Des listes et des tables sont imbriquées sur plus de {} niveaux.", LANG.count(*most)),
        M::HelpTooDeep {} => "Simplifiez le fichier\u{a0}: rien de ce que lit ce programme n’en demande autant.".to_owned(),
        M::TomlUnclosedText { text } => format!("Ce texte commence par un guillemet et ne se termine jamais\u{a0}: {}.", LANG.quote(text)),
        M::TomlMissingEquals { text } => format!("Cette ligne n’a pas de `=`\u{a0}: {}.", LANG.quote(text)),
        M::TomlMissingValue {} => "Il n’y a pas de valeur après `=`.".to_owned(),
        M::TomlMissingKey {} => "Il n’y a pas de clé avant `=`.".to_owned(),
        M::TomlDecimalComma { written } => format!("{} a une virgule décimale; TOML écrit les décimales avec un point.", LANG.quote(written)),
        M::TomlUnquoted { text } => format!("{} est un texte sans guillemets.", LANG.quote(text)),
        M::TomlCurlyQuotes { text } => format!("{} a des guillemets typographiques; TOML ne connaît que les guillemets droits.", LANG.quote(text)),
        M::TomlUnclosed { bracket } => format!("Ce {} n’est jamais fermé.", LANG.quote(bracket)),
        M::TomlMissingComma {} => "Il manque une virgule ici.".to_owned(),
        M::TomlBackslash {} => "Une barre oblique inverse commence un caractère spécial dans un texte, et celui-ci n’en est pas un.".to_owned(),
        M::TomlBareKey { key } => format!("La clé {} demande des guillemets\u{a0}: elle a d’autres caractères que des lettres sans accent, des chiffres, `-` et `_`.", LANG.quote(key)),
        M::TomlFlag { text } => format!("{} n’est ni `true` ni `false`.", LANG.quote(text)),
        M::TomlDate { text } => format!("{} n’est pas une date qui existe.", LANG.quote(text)),
        M::TomlNumber { text } => format!("{} n’est pas écrit comme un nombre de TOML.", LANG.quote(text)),
        M::TomlNotFinite { text } => format!("{} n’est pas un nombre avec lequel on peut compter.", LANG.quote(text)),
        M::TomlOther { detail } => format!("Ceci n’est pas du TOML valide ({detail})."),
        M::HelpTomlUnclosedText {} => "Fermez-le par le même guillemet, sur la même ligne à moins qu’il soit triplé.".to_owned(),
        M::HelpTomlMissingEquals {} => "Écrivez une clé, `=` et une valeur\u{a0}: `weight = 20`.".to_owned(),
        M::HelpTomlMissingValue {} => "Écrivez une valeur à la suite, ou retirez la ligne.".to_owned(),
        M::HelpTomlDecimalComma { fixed } => format!("Écrivez {}.", LANG.quote(fixed)),
        M::HelpTomlQuotes {} => "Mettez un texte entre guillemets droits\u{a0}: \"…\".".to_owned(),
        M::HelpTomlUnclosed {} => "Fermez-le là où se termine la liste ou la table.".to_owned(),
        M::HelpTomlMissingComma {} => "Écrivez `,` entre les valeurs d’une liste, et entre les clés de `{ … }`.".to_owned(),
        M::HelpTomlBackslash {} => "Écrivez `\\\\`, ou mettez le texte entre apostrophes droites, où la barre oblique inverse est un caractère ordinaire.".to_owned(),
        M::HelpTomlBareKey { quoted } => format!("Écrivez `{quoted}`."),
        M::HelpTomlFlag {} => "Écrivez `true` ou `false`, en minuscules et sans guillemets.".to_owned(),
        M::HelpTomlDate {} => "Écrivez une date sous la forme année-mois-jour\u{a0}: `2026-02-01`.".to_owned(),
        M::HelpTomlNumber {} => "Écrivez des chiffres et un point, comme `0.5` ou `12`; mettez un texte entre guillemets droits.".to_owned(),
        M::HelpTomlOther {} => "Comparez ligne par ligne avec une grille fournie\u{a0}: `grille grids` les énumère.".to_owned(),
        M::YamlSeveralDocuments {} => "Le fichier a plusieurs documents; un seul peut être lu.".to_owned(),
        M::YamlMergeKey {} => "La clé de fusion `<<` n’est pas lue.".to_owned(),
        M::YamlComplexKey {} => "Une clé est une liste ou un dictionnaire.".to_owned(),
        M::YamlAliasLoop {} => "Cet alias se trouve à l’intérieur de ce qu’il nomme.".to_owned(),
        M::YamlUnknownAlias {} => "Cet alias ne nomme rien de ce qui le précède.".to_owned(),
        M::YamlTooManyCopies { most } => format!("Les alias de ce fichier répètent plus de {} valeurs.", LANG.count(*most)),
        M::YamlTooManyValues { most } => format!("Ce fichier a plus de {} valeurs.", LANG.count(*most)),
        M::YamlTag { tag } => format!("L’étiquette {} n’est pas une de celles de YAML.", LANG.quote(tag)),
        M::YamlTab {} => "Une tabulation indente cette ligne ou en sépare les parties.".to_owned(),
        M::YamlUnclosedQuote {} => "Un guillemet est ouvert et n’est jamais fermé.".to_owned(),
        M::YamlUnclosedBracket {} => "Un crochet ou une accolade n’est jamais fermé, ou l’est par un autre signe.".to_owned(),
        M::YamlIndentation { detail } => format!("L’indentation ne s’accorde pas avec ce qui précède ({detail})."),
        M::YamlColon {} => "Un deux-points se trouve là où aucune clé ne peut commencer.".to_owned(),
        M::YamlOther { detail } => format!("Ceci n’est pas du YAML acceptable ({detail})."),
        M::YamlNotATable {} => "Le fichier n’est ni une liste de fiches ni un dictionnaire de fiches.".to_owned(),
        M::YamlNotARow {} => "Ceci est une valeur isolée là où une fiche était attendue.".to_owned(),
        M::YamlIdTwice {} => "L’identifiant est donné deux fois\u{a0}: par le nom de la fiche et par sa clé `id`.".to_owned(),
        M::YamlEmptyKey {} => "Une clé n’a pas de nom.".to_owned(),
        M::YamlNestedCell {} => "Une liste ou un dictionnaire se trouve là où une seule valeur était attendue.".to_owned(),
        M::HelpYamlSeveralDocuments {} => "Gardez un seul document, ou faites-en un fichier chacun.".to_owned(),
        M::HelpYamlMergeKey {} => "Écrivez les clés au long.".to_owned(),
        M::HelpYamlComplexKey {} => "Écrivez un seul mot ou un seul texte avant le deux-points.".to_owned(),
        M::HelpYamlAlias {} => "Écrivez la valeur au long, ou mettez l’ancre `&nom` sur une valeur qui précède.".to_owned(),
        M::HelpYamlTag {} => "Retirez l’étiquette.".to_owned(),
        M::HelpYamlTab {} => "Indentez avec des espaces.".to_owned(),
        M::HelpYamlUnclosedQuote {} => "Fermez-le par le même signe; une apostrophe à l’intérieur d’un texte entre apostrophes s’écrit deux fois.".to_owned(),
        M::HelpYamlUnclosedBracket {} => "Fermez chaque `[` par `]` et chaque `{` par `}`, ou mettez entre guillemets un texte qui commence par un de ces signes.".to_owned(),
        M::HelpYamlIndentation {} => "Alignez les clés d’une même fiche, et les tirets d’une même liste.".to_owned(),
        M::HelpYamlColon {} => "Mettez entre guillemets un texte qui contient un deux-points.".to_owned(),
        M::HelpYamlOther {} => "Comparez avec les fichiers d’exemple, ou utilisez le CSV.".to_owned(),
        M::HelpYamlNotATable {} => "Écrivez une liste de fiches (`- id: P1`), ou un dictionnaire de fiches par identifiant (`P1: { … }`).".to_owned(),
        M::HelpYamlIdTwice {} => "Retirez la clé `id`.".to_owned(),
        M::HelpYamlNestedCell {} => "Écrivez une seule valeur par colonne.".to_owned(),
        M::PatternMalformed { pattern, detail } => format!("Le motif {} est mal formé ({detail}).", LANG.quote(pattern)),
        M::PatternMatchesNothing { pattern } => format!("Le motif {} ne correspond à aucun fichier.", LANG.quote(pattern)),
        M::PatternMatchesTooMany { pattern, most } => format!("Le motif {} correspond à plus de {} fichiers.", LANG.quote(pattern), LANG.count(*most)),
        M::HelpPattern {} => "`*` remplace des caractères d’un nom, `?` un seul, `**` des dossiers; les motifs sont relatifs au dossier de l’appel.".to_owned(),
        // ───

        // ── check: grids and calls ──

        // ───

        // ── check: submissions and marks ──

        // ───

        // ── score and analyse: reasons, notes, explanations ──

        // ───

        // ── report: headings, columns, words ──

        // ───

        // ── cli: usage, help, files ──

        // ───
    }
}
