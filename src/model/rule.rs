//! The registry of rules: a stable code, a name, a severity and a summary each. What a rule looks at is in `check`.
//!
//! Codes never change meaning: `F` files, `G` grids, `C` calls, `S` submissions, `M` marks.

use super::Severity::{self, Error, Note};
use crate::text::Pair;

/// One rule of the linter.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable code, such as `G101`.
    pub code: &'static str,
    /// Stable name, such as `weights-sum`.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it checks, in one line.
    pub summary: Pair,
}

macro_rules! rules {
    ($( $CONST:ident $code:literal $name:literal $severity:ident { fr: $fr:literal, en: $en:literal } )*) => {
        $( #[doc = $en] pub static $CONST: Rule =
            Rule { code: $code, name: $name, severity: $severity, summary: Pair { fr: $fr, en: $en } }; )*
        /// Every rule, in the order of the codes.
        pub static RULES: &[&Rule] = &[ $( &$CONST ),* ];
    };
}

rules! {
    FILE_UNREADABLE "F001" "file-unreadable" Error { fr: "Un fichier manque, est un dossier ou ne peut être lu.", en: "A file is missing, is a folder, or cannot be read." }
    FILE_EMPTY "F002" "file-empty" Error { fr: "Un fichier est vide.", en: "A file is empty." }
    FILE_BINARY "F003" "file-binary" Error { fr: "Un fichier n’est pas du texte.", en: "A file is not text." }
    FILE_TOO_LARGE "F004" "file-too-large" Error { fr: "Un fichier, une liste ou une imbrication dépasse ce que le programme accepte.", en: "A file, a list or a nesting is larger than the program accepts." }
    ENCODING "F005" "encoding" Error { fr: "Le texte d’un fichier ne se décode pas, ou l’encodage déclaré est inconnu.", en: "A file’s text does not decode, or the declared encoding is unknown." }
    READ_AS "F006" "read-as" Note { fr: "Un fichier a été lu dans une autre notation que la notation simple.", en: "A file was read in another notation than the plain one." }
    FILE_KIND "F007" "file-kind" Error { fr: "La terminaison d’un nom de fichier ne dit pas comment le lire.", en: "The ending of a file name does not say how to read it." }
    TOML_SYNTAX "F010" "toml-syntax" Error { fr: "Le fichier n’est pas du TOML valide.", en: "The file is not valid TOML." }
    YAML_SYNTAX "F011" "yaml-syntax" Error { fr: "Le fichier n’est pas du YAML acceptable.", en: "The file is not acceptable YAML." }
    DUPLICATE_KEY "F012" "duplicate-key" Error { fr: "Une clé est écrite deux fois.", en: "A key is written twice." }
    CSV_SHAPE "F020" "csv-shape" Error { fr: "Une ligne n’a pas autant de champs que l’en-tête.", en: "A row does not have as many fields as the heading." }
    CSV_QUOTES "F021" "csv-quotes" Error { fr: "Un guillemet ouvert n’est jamais fermé.", en: "A quotation mark is opened and never closed." }
    CSV_DELIMITER "F022" "csv-delimiter" Error { fr: "Le séparateur de champs ne peut être établi.", en: "The field delimiter cannot be told." }
    HEADING_DUPLICATE "F023" "heading-duplicate" Error { fr: "Deux colonnes ont le même nom.", en: "Two columns have the same name." }
    HEADING_EMPTY "F024" "heading-empty" Error { fr: "Une colonne a des valeurs mais pas de nom.", en: "A column has values but no name." }
    TABLE_SHAPE "F025" "table-shape" Error { fr: "Un fichier YAML n’est ni une liste de fiches ni un dictionnaire de fiches.", en: "A YAML file is neither a list of maps nor a map of maps." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_ordered() {
        for pair in RULES.windows(2) {
            let order = |rule: &Rule| ("FGCSM".find(&rule.code[..1]), rule.code);
            assert!(order(pair[0]) < order(pair[1]), "{} before {}", pair[0].code, pair[1].code);
        }
        for rule in RULES {
            assert_eq!(RULES.iter().filter(|other| other.name == rule.name).count(), 1, "{}", rule.name);
            assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.name);
        }
    }
}
