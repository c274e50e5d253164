//! The registry of rules: a stable code, a name, a severity and a summary each. What a rule looks at is in `check`; why it
//! matters, with an example, is in its page, `rules/CODE.toml`, which `read::pages` makes sense of.
//!
//! Codes never change meaning: `F` files, `G` grids, `C` calls, `S` submissions, `M` marks.

use super::Severity::{self, Error, Note, Warning};
use super::nearest::{nearest, same_word};
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

        /// The text of the page of each rule, by its code. Without the file of that name nothing is built.
        static PAGES: &[(&str, &str)] = &[ $( ($code, include_str!(concat!("../../rules/", $code, ".toml"))) ),* ];
    };
}

rules! {
    FILE_UNREADABLE "F001" "file-unreadable" Error { fr: "Un fichier manque, est un dossier ou ne peut être lu.", en: "A file is missing, is a folder, or cannot be read." }
    FILE_EMPTY "F002" "file-empty" Error { fr: "Un fichier est vide.", en: "A file is empty." }
    FILE_BINARY "F003" "file-binary" Error { fr: "Un fichier n’est pas du texte.", en: "A file is not text." }
    FILE_TOO_LARGE "F004" "file-too-large" Error { fr: "Un fichier, une liste ou une imbrication dépasse ce que le programme accepte.", en: "A file, a list or a nesting is larger than the program accepts." }
    ENCODING "F005" "encoding" Error { fr: "Le texte d’un fichier ne se décode pas, ou l’encodage déclaré est inconnu.", en: "A file’s text does not decode, or the declared encoding is unknown." }
    READ_AS "F006" "read-as" Note { fr: "Un fichier a été lu dans une autre notation que la notation simple.", en: "A file was read in another notation than the plain one." }
    FILE_KIND "F007" "file-kind" Error { fr: "L’extension d’un nom de fichier ne dit pas comment le lire.", en: "The ending of a file name does not say how to read it." }
    WORKBOOK "F008" "workbook" Error { fr: "Un classeur est endommagé, protégé par un mot de passe, ou n’en est pas un.", en: "A workbook is damaged, protected by a password, or is none." }
    TOML_SYNTAX "F010" "toml-syntax" Error { fr: "Le fichier n’est pas du TOML valide.", en: "The file is not valid TOML." }
    YAML_SYNTAX "F011" "yaml-syntax" Error { fr: "Le fichier n’est pas du YAML acceptable.", en: "The file is not acceptable YAML." }
    DUPLICATE_KEY "F012" "duplicate-key" Error { fr: "Une clé est écrite deux fois.", en: "A key is written twice." }
    CSV_SHAPE "F020" "csv-shape" Error { fr: "Une ligne n’a pas autant de champs que l’en-tête.", en: "A row does not have as many fields as the heading." }
    CSV_QUOTES "F021" "csv-quotes" Error { fr: "Un guillemet ouvert n’est jamais fermé.", en: "A quotation mark is opened and never closed." }
    CSV_DELIMITER "F022" "csv-delimiter" Error { fr: "Le séparateur de champs ne peut être établi.", en: "The field delimiter cannot be told." }
    HEADING_DUPLICATE "F023" "heading-duplicate" Error { fr: "Deux colonnes ont le même nom.", en: "Two columns have the same name." }
    HEADING_EMPTY "F024" "heading-empty" Error { fr: "Une colonne a des valeurs mais pas de nom.", en: "A column has values but no name." }
    TABLE_SHAPE "F025" "table-shape" Error { fr: "Un fichier YAML n’est ni une liste de fiches ni un dictionnaire de fiches.", en: "A YAML file is neither a list of maps nor a map of maps." }
    SHEET "F026" "sheet" Error { fr: "Une feuille d’un classeur n’existe pas ou est vide, ou rien ne dit laquelle lire.", en: "A sheet of a workbook does not exist or is empty, or nothing tells which one is meant." }
    CELL_VALUE "F027" "cell-value" Error { fr: "Une cellule d’un classeur affiche une erreur, ou sa formule n’a pas de résultat.", en: "A cell of a workbook shows an error, or its formula has no result." }
    KEY_UNKNOWN "F030" "key-unknown" Error { fr: "Une clé n’existe pas.", en: "A key does not exist." }
    KEY_MISSING "F031" "key-missing" Error { fr: "Une clé obligatoire manque.", en: "A required key is missing." }
    VALUE_TYPE "F032" "value-type" Error { fr: "Une valeur n’est pas de la bonne sorte.", en: "A value is not of the right kind." }
    VALUE_FORM "F033" "value-form" Error { fr: "Une valeur est de la bonne sorte mais mal formée.", en: "A value is of the right kind but badly formed." }
    VALUE_WORD "F034" "value-word" Error { fr: "Un mot ne figure pas parmi ceux que la clé admet.", en: "A word is not among those the key accepts." }
    VARIANT "F035" "variant" Error { fr: "Une échelle, une condition ou une source n’est d’aucune sorte, ou de deux.", en: "A scale, a condition or a source is of no kind, or of two." }
    LABEL_LANGUAGE "F036" "label-language" Warning { fr: "Un texte manque dans une des deux langues.", en: "A text is missing in one of the two languages." }
    WEIGHTS_SUM "G101" "weights-sum" Error { fr: "La somme des poids n’est pas le total.", en: "The weights do not add up to the total." }
    ID_DUPLICATE "G102" "id-duplicate" Error { fr: "Un identifiant sert deux fois.", en: "An identifier is used twice." }
    WEIGHT_SIGN "G103" "weight-sign" Error { fr: "Un poids ne dépasse pas zéro.", en: "A weight is not above zero." }
    FACT_UNKNOWN "G104" "fact-unknown" Error { fr: "Un renseignement n’est pas déclaré.", en: "A fact is not declared." }
    TEST_TYPE "G105" "test-type" Error { fr: "Une condition ou une échelle ne convient pas au type du renseignement.", en: "A condition or a scale does not suit the type of its fact." }
    CHOICE_UNKNOWN "G106" "choice-unknown" Error { fr: "Une condition nomme une valeur que le choix n’a pas.", en: "A condition names a value that the choice does not have." }
    EMPTY_LIST "G107" "empty-list" Error { fr: "Une liste est vide là où il faut au moins un élément.", en: "A list is empty where at least one element is needed." }
    FACT_KEY "G108" "fact-key" Error { fr: "Une clé ne va pas avec le type du renseignement, ou lui manque.", en: "A key does not go with the type of the fact, or is missing for it." }
    NAMES_CLASH "G109" "names-clash" Error { fr: "Deux colonnes ou deux valeurs auraient le même nom.", en: "Two columns or two values would have the same name." }
    SCALE "G110" "scale" Error { fr: "Une échelle ne tient pas.", en: "A scale does not hold together." }
    SCALE_MISSING "G111" "scale-missing" Error { fr: "Un critère n’a pas d’échelle.", en: "A criterion has no scale." }
    BRACKETS "G112" "brackets" Error { fr: "Un barème par tranches a un trou, une tranche cachée ou un maximum autre que le poids.", en: "A bracket table has a gap, a hidden line or a maximum other than the weight." }
    PARTS_SUM "G113" "parts-sum" Error { fr: "Les parties d’un critère ne font pas son poids.", en: "The parts of a criterion do not add up to its weight." }
    THRESHOLD "G114" "threshold" Error { fr: "Un seuil ne peut être atteint, ou ne peut être manqué.", en: "A threshold cannot be reached, or cannot be missed." }
    TIE_KEY "G115" "tie-key" Error { fr: "La liste qui départage nomme une clé inconnue, répétée ou incomplète.", en: "The tie-break chain names an unknown, repeated or incomplete key." }
    CONTRADICTION "G116" "contradiction" Error { fr: "Une condition ne peut jamais être remplie.", en: "A condition can never hold." }
    NOTHING_TO_DO "G117" "nothing-to-do" Error { fr: "La grille n’a ni critère d’exclusion ni critère pondéré.", en: "The grid has neither a gate nor a criterion." }
    SOURCE_MISSING "G118" "source-missing" Warning { fr: "La grille ne dit pas d’où elle vient.", en: "The grid does not say where it comes from." }
    SUBJECT "G119" "subject" Error { fr: "Une condition porte sur ce qu’elle ne peut examiner.", en: "A condition looks at something that it cannot look at." }
    ITEM_UNKNOWN "G120" "item-unknown" Error { fr: "Un critère, un groupe ou un total nommé n’existe pas.", en: "A criterion, a group or a total that is named does not exist." }
    FORM "G121" "form" Error { fr: "Un total nommé ne tient pas.", en: "A named total does not hold together." }
    GROUP "G122" "group" Error { fr: "Un groupe ne tient pas\u{a0}: il est vide, ou ses poids ne font pas le sien.", en: "A group does not hold together: it is empty, or its weights do not add up to its own." }
    CAP "G123" "cap" Error { fr: "Un plafond n’est jamais atteint, ou passe sous ce qu’un seul critère donne.", en: "A cap is never reached, or is below what one criterion alone gives." }
    LEVELS "G124" "levels" Error { fr: "Un niveau ou un volet ne va à personne.", en: "A level or a track can be nobody’s." }
    TRACKS "G125" "tracks" Error { fr: "Les volets laissent quelqu’un de côté, ou leurs règles ne vont pas ensemble.", en: "The tracks leave somebody out, or their rules do not go together." }
    STAGE "G126" "stage" Error { fr: "Une étape manque ou n’existe pas.", en: "A stage is missing or does not exist." }
    RANK_BY "G127" "rank-by" Error { fr: "Ce qui classe n’existe pas, ou une règle de classement n’a rien à classer.", en: "What ranks does not exist, or a rule of ranking has nothing to rank." }
    TARGET "G128" "target" Error { fr: "Une cible ne peut être atteinte, ou ne peut être manquée.", en: "A target cannot be reached, or cannot be missed." }
    COMBINE "G129" "combine" Error { fr: "La façon de combiner les notes ne tient pas.", en: "The way in which marks combine does not hold together." }
    GATES_CONTRADICT "G130" "gates-contradict" Error { fr: "Personne ne peut satisfaire à la fois à ces critères d’exclusion.", en: "Nobody can pass these gates together." }
    REDUNDANT "G131" "redundant" Warning { fr: "Un critère d’exclusion, un seuil ou une partie de condition n’ajoute rien aux autres.", en: "A gate, a threshold or a part of a condition adds nothing to the others." }
    GATE_IDLE "G132" "gate-idle" Warning { fr: "Un critère d’exclusion n’exclut personne.", en: "A gate excludes nobody." }
    LEVEL_BOUNDS "G133" "level-bounds" Warning { fr: "Entre deux niveaux, il y a un trou, ou une valeur est aux deux.", en: "Between two levels there is a gap, or a value belongs to both." }
    CRITERION_IDLE "G134" "criterion-idle" Warning { fr: "Un critère ne départage personne\u{a0}: il donne à tous les mêmes points.", en: "A criterion tells nobody apart: it gives everyone the same points." }
    TIE_IDLE "G135" "tie-idle" Warning { fr: "Une clé ne peut départager les ex æquo.", en: "A tie-break key cannot separate those who are tied." }
    POLICY_IMPLICIT "G136" "policy-implicit" Note { fr: "La grille laisse une règle à sa valeur par défaut.", en: "The grid leaves a policy to its default." }
    LABELS_ALIKE "G137" "labels-alike" Warning { fr: "Deux éléments de même sorte portent le même nom.", en: "Two things of one kind bear the same name." }
    ASPECT_REPEATED "G138" "aspect-repeated" Warning { fr: "Un aspect figure deux fois.", en: "An aspect stands twice." }
    FACT_UNUSED "G139" "fact-unused" Note { fr: "Rien n’emploie un renseignement déclaré.", en: "Nothing uses a declared fact." }
    STAGE_EMPTY "G140" "stage-empty" Warning { fr: "Rien n’est examiné à une étape.", en: "Nothing is looked at in a stage." }
    VALUE_TWICE "G141" "value-twice" Warning { fr: "Une liste nomme deux fois la même valeur.", en: "A list names the same value twice." }
    CHOICE_SINGLE "G142" "choice-single" Warning { fr: "Un choix n’a qu’une valeur.", en: "A choice has one value only." }
    QUORUM_SETTLES "G143" "quorum-settles" Warning { fr: "Le quorum rend sans effet une autre règle du comité.", en: "The quorum leaves another rule of the panel nothing to do." }
    LEVELS_ORDER "G144" "levels-order" Warning { fr: "Les échelons d’une échelle ne vont ni en montant ni en descendant.", en: "The levels of a scale neither rise nor fall." }
    CALL_INCOMPLETE "C201" "call-incomplete" Error { fr: "L’appel ne dit pas quelle grille employer, où sont les candidatures, ou n’est pas un appel.", en: "The call does not say which grid to use or where the submissions are, or is not a call." }
    GRID_UNKNOWN "C202" "grid-unknown" Error { fr: "L’appel nomme une grille qui n’est pas fournie.", en: "The call names a grid that is not shipped." }
    WAY_UNKNOWN "C203" "way-unknown" Error { fr: "L’appel choisit pour un critère une façon qui n’existe pas.", en: "The call picks for a criterion a way that does not exist." }
    AS_OF_MISSING "C204" "as-of-missing" Error { fr: "Une règle a besoin de la date de référence de l’appel.", en: "A rule needs the call’s reference date." }
    LIST_UNUSED "C205" "list-unused" Error { fr: "L’appel nomme une liste où la grille ne compte rien.", en: "The call names a list in which the grid counts nothing." }
    COLUMN_MAP "C206" "column-map" Error { fr: "Un en-tête déclaré n’existe dans aucun fichier.", en: "A mapped heading is in no file." }
    CUTOFF "C207" "cutoff" Error { fr: "La ligne de coupe de l’appel ne tient pas.", en: "The call’s cut-line does not hold together." }
    PREVIOUS "C208" "previous" Error { fr: "La ronde précédente ne donne pas de résultat.", en: "The round before gives no result." }
    ROUNDS "C209" "rounds" Warning { fr: "Une candidature apparaît ou disparaît d’une ronde à l’autre.", en: "A submission appears or disappears between two rounds." }
    PANEL "C210" "panel" Error { fr: "Le comité de l’appel ne tient pas.", en: "The call’s panel does not hold together." }
    CONFLICT_IDLE "C211" "conflict-idle" Warning { fr: "Un conflit d’intérêts ne touche aucune candidature.", en: "A conflict of interest is about no submission." }
    ASSIGNMENT_GAP "C212" "assignment-gap" Warning { fr: "Un membre du comité n’a rien à noter.", en: "A reviewer has nothing to mark." }
    QUORUM_UNREACHABLE "C213" "quorum-unreachable" Warning { fr: "Les récusations ou les attributions empêchent d’atteindre le quorum.", en: "Recusals or assignments put the quorum out of reach." }
    WORDS "C214" "words" Error { fr: "Un mot ou un nombre déclaré pour les notes ne tient pas.", en: "A word or a number declared for marks does not hold together." }
    SCENARIO_ITEM "C215" "scenario-item" Error { fr: "Un scénario nomme un critère ou un groupe que la grille n’a pas.", en: "A scenario names a criterion or a group that the grid does not have." }
    SCENARIO_WEIGHTS "C216" "scenario-weights" Error { fr: "Un scénario demande des poids qui ne peuvent être.", en: "A scenario asks for weights that cannot be." }
    SCENARIO "C217" "scenario" Error { fr: "Un scénario ne change rien, porte l’identifiant d’un autre ou demande ce que la grille ne permet pas.", en: "A scenario changes nothing, has the identifier of another, or asks for what the grid does not allow." }
    GRID_CHANGED "C218" "grid-changed" Error { fr: "La grille a changé depuis que l’appel l’a figée.", en: "The grid has changed since the call pinned it." }
    PIN "C219" "pin" Error { fr: "Ce que l’appel dit de la grille qu’il a figée ne tient pas.", en: "What the call says of the grid that it pinned does not hold together." }
    SETTING_UNUSED "C220" "setting-unused" Warning { fr: "Une exception de grille.toml n’excuse rien.", en: "An exception of grille.toml excuses nothing." }
    GRID_CLASH "C221" "grid-clash" Warning { fr: "Deux grilles différentes ont le même identifiant et la même version.", en: "Two different grids have the same identifier and the same version." }
    SETTING "C222" "setting" Error { fr: "Un réglage de grille.toml ne tient pas.", en: "A setting of grille.toml does not hold." }
    COLUMN_TARGET "C230" "column-target" Warning { fr: "Un en-tête reçoit un nom que rien ne porte.", en: "A heading is given a name that nothing bears." }
    WEIGHT_IN_EFFECT "C231" "weight-in-effect" Note { fr: "Un critère départage bien plus, ou bien moins, que son poids ne le dit.", en: "A criterion decides far more, or far less, than its weight says." }
    PLACES_IDLE "C232" "places-idle" Note { fr: "Il y a au moins autant de places que de candidatures.", en: "There are at least as many places as submissions." }
    COLUMN_MISSING "S301" "column-missing" Error { fr: "Une colonne nécessaire manque.", en: "A needed column is missing." }
    ID_EMPTY "S302" "id-empty" Error { fr: "Une candidature n’a pas d’identifiant.", en: "A submission has no identifier." }
    SUBMISSION_DUPLICATE "S303" "submission-duplicate" Error { fr: "Une candidature figure deux fois.", en: "A submission stands twice." }
    FACT_VALUE "S304" "fact-value" Error { fr: "Un renseignement a une valeur qui n’est pas admise.", en: "A fact has a value that is not accepted." }
    NUMBER "S305" "number" Error { fr: "Une cellule n’est pas le nombre attendu.", en: "A cell is not the number it should be." }
    NUMBER_AMBIGUOUS "S306" "number-ambiguous" Error { fr: "Un nombre se lit de deux façons.", en: "A number can be read in two ways." }
    NUMBER_MIXED "S307" "number-mixed" Error { fr: "Un fichier emploie deux signes décimaux.", en: "A file uses two decimal signs." }
    DATE "S308" "date" Error { fr: "Une cellule n’est pas une date.", en: "A cell is not a date." }
    DATE_AMBIGUOUS "S309" "date-ambiguous" Error { fr: "Une date se lit de deux façons.", en: "A date can be read in two ways." }
    COUNT_TWICE "S310" "count-twice" Error { fr: "Un décompte vient à la fois d’une liste et d’une colonne.", en: "A count comes from both a list and a column." }
    LIST_ORPHAN "S311" "list-orphan" Error { fr: "Une ligne d’une liste parle d’une candidature inconnue.", en: "A row of a list is about an unknown submission." }
    LIST_EMPTY_CELL "S312" "list-empty-cell" Warning { fr: "Une ligne d’une liste ne compte pas, faute de valeur.", en: "A row of a list counts for nothing, for want of a value." }
    COLUMNS_KEPT "S313" "columns-kept" Note { fr: "Des colonnes inconnues sont gardées comme textes.", en: "Unknown columns are kept as texts." }
    NO_SUBMISSION "S314" "no-submission" Note { fr: "Le fichier n’a pas encore de candidature.", en: "The file has no submission yet." }
    COST_MISSING "S315" "cost-missing" Error { fr: "Une candidature n’a pas le coût que le budget doit couvrir.", en: "A submission does not have the cost that the budget must cover." }
    FACT_EMPTY "S316" "fact-empty" Warning { fr: "Un renseignement nécessaire n’est donné pour aucune candidature.", en: "A needed fact is given for no submission." }
    HEADING_REPEATED "S317" "heading-repeated" Error { fr: "Une ligne répète l’en-tête.", en: "A row repeats the heading." }
    UNRATED "S318" "unrated" Note { fr: "Des candidatures notées en partie ne sont pas encore évaluées.", en: "Some submissions are not rated yet, while others are marked." }
    MARK_ORPHAN "M401" "mark-orphan" Error { fr: "Une note est donnée à une candidature inconnue.", en: "A mark is given to an unknown submission." }
    MARK_CRITERION "M402" "mark-criterion" Error { fr: "Une note est donnée sur un critère inconnu.", en: "A mark is given on an unknown criterion." }
    MARK_OFF_SCALE "M403" "mark-off-scale" Error { fr: "Une note sort de son échelle.", en: "A mark is off its scale." }
    MARK_OFF_STEP "M404" "mark-off-step" Error { fr: "Une note tombe entre deux pas.", en: "A mark falls between two steps." }
    MARK_WORD "M405" "mark-word" Error { fr: "Une note est un mot que l’échelle ne connaît pas.", en: "A mark is a word that the scale does not know." }
    MARK_DUPLICATE "M406" "mark-duplicate" Error { fr: "Un membre note deux fois le même critère d’une candidature.", en: "A reviewer marks the same criterion of a submission twice." }
    MARKS_TWICE "M407" "marks-twice" Error { fr: "Des notes figurent à la fois avec les candidatures et dans leurs propres fichiers.", en: "Marks stand both with the submissions and in files of their own." }
    MARK_NOT_WANTED "M408" "mark-not-wanted" Error { fr: "Une note porte sur un critère que des renseignements mesurent.", en: "A mark is on a criterion that facts measure." }
    MARKS_COLUMN "M409" "marks-column" Warning { fr: "Une colonne d’un fichier de notes ne sert pas.", en: "A column of a mark file is not used." }
    MARK_MISSING "M410" "mark-missing" Error { fr: "Une note manque, et la grille en fait une erreur.", en: "A mark is missing, and the grid calls that an error." }
    MARK_NOT_APPLICABLE "M411" "mark-not-applicable" Error { fr: "Une note dit «\u{a0}sans objet\u{a0}», et la grille ne l’admet pas.", en: "A mark says “not applicable”, which the grid does not accept." }
    MARK_IN_CONFLICT "M412" "mark-in-conflict" Warning { fr: "Un membre note une candidature malgré un conflit d’intérêts.", en: "A reviewer in conflict marks a submission." }
    MARK_STRANGER "M413" "mark-stranger" Error { fr: "Une note vient de quelqu’un qui n’est pas du comité.", en: "A mark is given by someone who is not on the panel." }
    MARK_UNASSIGNED "M414" "mark-unassigned" Error { fr: "Un membre note ce qui ne lui est pas attribué.", en: "A reviewer marks what is not assigned to them." }
    MARK_OUT_OF_TERM "M415" "mark-out-of-term" Warning { fr: "Un membre qui ne siège pas à la date de référence a noté.", en: "A reviewer who does not sit on the reference date has marked." }
    MARK_OUT_OF_BAND "M416" "mark-out-of-band" Error { fr: "Un vote s’écarte trop du consensus.", en: "A vote departs too far from the consensus." }
    REVIEWER_FLAT "M417" "reviewer-flat" Warning { fr: "Un membre donne les mêmes notes à toutes les candidatures.", en: "A reviewer gives every submission the same marks." }
    CRITERION_FLAT "M418" "criterion-flat" Note { fr: "Un membre donne à toutes la même note sur un critère que d’autres départagent.", en: "A reviewer gives all the same mark on a criterion on which others tell them apart." }
    MARKS_TO_COME "M419" "marks-to-come" Note { fr: "Un membre qui a commencé n’a pas noté tout ce qui lui revient.", en: "A reviewer who has begun has not marked everything that is theirs." }
}

impl Rule {
    /// The text of its page.
    pub fn page(&self) -> &'static str {
        PAGES.iter().find(|(code, _)| *code == self.code).map_or("", |(_, page)| page)
    }
}

/// The rule of that code or name, in any case.
pub fn named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| same_word(rule.code, name) || same_word(rule.name, name)).copied()
}

/// The code or the name most like a word that is neither.
pub fn nearest_to(word: &str) -> Option<String> {
    nearest(word, RULES.iter().flat_map(|rule| [rule.name, rule.code]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_found_by_code_and_by_name() {
        for rule in RULES {
            assert_eq!(named(&rule.code.to_lowercase()).map(|found| found.code), Some(rule.code));
            assert_eq!(named(&rule.name.to_uppercase()).map(|found| found.code), Some(rule.code));
            assert!(!rule.page().is_empty(), "{}", rule.code);
        }
        assert!(named("G1").is_none() && named("").is_none());
    }

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
