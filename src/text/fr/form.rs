//! French: what keys must be; scales and conditions in words.

use super::{LANG, near_hint, plural, step_hint, texts};
use crate::text::message::Form as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TheGridFile {} => "le fichier de la grille".to_owned(),
        M::TheCallFile {} => "call.toml".to_owned(),
        M::ThisTable {} => "ce tableau".to_owned(),
        M::KeyUnknown { key, table, near } => format!(
            "clé inconnue dans {table}\u{a0}: {key}{near}",
            key = LANG.quote(key),
            table = table.text(LANG),
            near = near_hint(near.as_deref())
        ),
        M::KnownKeys { known } => format!("les clés permises ici sont {known}", known = LANG.list(known)),
        M::KeyMissing { key, table } => {
            format!("la clé {key} manque dans {table}", key = LANG.quote(key), table = table.text(LANG))
        }
        M::KeyMissingHelp { written, doc } => format!("ajoutez `{written}`\u{a0}: {doc}", doc = doc.get(LANG)),
        M::KnownValues { known } => format!("valeurs admises\u{a0}: {known}", known = LANG.list(&LANG.quote_each(known))),
        M::KnownChoices { known } => format!("valeurs admises\u{a0}: {known}", known = texts(known).join(", ")),
        M::ChoiceLine { id, label } => format!("{id} ({label})", label = label.get(LANG)),
        M::WantsTable { table } => {
            format!("{table} doit être un tableau\u{a0}: {{ clé = valeur, … }}", table = LANG.quote(table))
        }
        M::WantsThisTable { table } => {
            format!("{table} doit être un tableau\u{a0}: {{ clé = valeur, … }}", table = table.text(LANG))
        }
        M::WantsText { key } => format!("{key} doit être un texte entre guillemets droits", key = LANG.quote(key)),
        M::WantsLabel { key } => format!("{key} doit être un texte, ou {{ fr = \"…\", en = \"…\" }}", key = LANG.quote(key)),
        M::WantsFlag { key } => format!("{key} doit être true ou false, sans guillemets", key = LANG.quote(key)),
        M::WantsList { key } => format!("{key} doit être une liste\u{a0}: [ …, … ]", key = LANG.quote(key)),
        M::WantsScalar { key } => format!("{key} doit être une seule valeur, ni une liste ni un tableau", key = LANG.quote(key)),
        M::WantsNumber { value } => format!("{value} n’est pas un nombre", value = LANG.quote(value)),
        M::WantsNumberFor { key, value } => {
            format!("{key} doit être un nombre, et {value} n’en est pas un", key = LANG.quote(key), value = LANG.quote(value))
        }
        M::WantsNumberHelp {} => "écrivez le nombre sans guillemets, avec un point avant les décimales\u{a0}: 12.5".to_owned(),
        M::WantsWhole { key, value } => format!(
            "{key} doit être un nombre entier, zéro ou plus; trouvé\u{a0}: {value}",
            key = LANG.quote(key),
            value = LANG.number(value)
        ),
        M::WantsDate { value } => format!("{value} n’est pas une date comme 2024-02-01", value = LANG.quote(value)),
        M::WantsYears { value } => format!("{value} n’est pas un nombre d’années entre 1 et 1000", value = LANG.quote(value)),
        M::WantsYesNo { value } => format!("{value} n’est ni oui ni non", value = LANG.quote(value)),
        M::WantsTwoBounds {} => "il faut une liste d’exactement deux bornes\u{a0}: [basse, haute]".to_owned(),
        M::BoundsReversed {} => {
            "la borne inférieure dépasse la borne supérieure\u{a0}: rien ne peut être entre les deux".to_owned()
        }
        M::BoundsReversedHelp {} => "écrivez la plus basse en premier".to_owned(),
        M::NumberTooLong { value } => {
            format!("{value} a plus de 18 chiffres\u{a0}: il est refusé plutôt qu’arrondi", value = LANG.quote(value))
        }
        M::NumberTooLongHelp {} => "gardez au plus 18 chiffres, décimales comprises".to_owned(),
        M::TextEmpty { key } => format!("{key} est un texte vide", key = LANG.quote(key)),
        M::IdForm { id } => format!(
            "{id} n’est pas un identifiant\u{a0}: minuscules sans accents, chiffres et traits d’union, en commençant par une lettre",
            id = LANG.quote(id)
        ),
        M::IdFormHelp { suggestion } => format!("par exemple {suggestion}", suggestion = LANG.quote(suggestion)),
        M::WordUnknown { key, value, near } => format!(
            "{value} n’est pas une valeur de {key}{near}",
            value = LANG.quote(value),
            key = LANG.quote(key),
            near = near_hint(near.as_deref())
        ),
        M::LanguageUnknown { key } => {
            format!("{key} n’est pas une langue du programme\u{a0}: un texte a fr et en", key = LANG.quote(key))
        }
        M::LabelLanguage { key, language } => format!(
            "{key} n’a pas de texte en {language}\u{a0}: qui lit dans cette langue verra l’autre",
            key = LANG.quote(key),
            language = LANG.quote(language)
        ),
        M::VariantTwice { key, first, second } => format!(
            "{key} a {first} et {second}\u{a0}: un seul des deux est possible",
            key = LANG.quote(key),
            first = LANG.quote(first),
            second = LANG.quote(second)
        ),
        M::VariantNone { key, near } => {
            format!("{key} ne dit pas de quelle sorte il s’agit{near}", key = LANG.quote(key), near = near_hint(near.as_deref()))
        }
        M::ScalePoints { points, step } => {
            format!("de 0 à {points}{step}", points = LANG.number(points), step = step_hint(step.as_ref()))
        }
        M::ScaleRange { min, max, step } => {
            format!("de {min} à {max}{step}", min = LANG.number(min), max = LANG.number(max), step = step_hint(step.as_ref()))
        }
        M::ScaleRangeLowest { min, max, step } => format!(
            "de {min} à {max}{step}, la plus basse étant la meilleure",
            min = LANG.number(min),
            max = LANG.number(max),
            step = step_hint(step.as_ref())
        ),
        M::ScaleLevels { levels } => format!("un échelon parmi {levels}", levels = texts(levels).join(", ")),
        M::LevelLine { level, value } => format!("{level} ({value})", level = level.get(LANG), value = LANG.number(value)),
        M::ScaleYesNo { yes, no } => format!("oui ({yes}) ou non ({no})", yes = LANG.number(yes), no = LANG.number(no)),
        M::ScaleBrackets { lines } => format!("par tranches\u{a0}: {lines}", lines = texts(lines).join("; ")),
        M::BracketLine { bound, points } => {
            format!("{bound} et plus → {points}", bound = LANG.number(bound), points = LANG.number(points))
        }
        M::BracketRest { points } => format!("sinon → {points}", points = LANG.number(points)),
        M::ScaleNotPositive { value } => format!("{value} doit être plus grand que zéro", value = LANG.number(value)),
        M::StepMissesTop { step, min, max } => format!(
            "par pas de {step} à partir de {min}, aucune note ne tombe sur {max}",
            step = LANG.number(step),
            min = LANG.number(min),
            max = LANG.number(max)
        ),
        M::StepMissesTopHelp {} => "choisissez un pas qui divise la distance entre les deux bornes".to_owned(),
        M::ScaleBounds { min, max } => format!(
            "l’échelle va de {min} à {max}\u{a0}: la note la plus haute doit dépasser la plus basse",
            min = LANG.number(min),
            max = LANG.number(max)
        ),
        M::ScaleBoundsHelp {} => {
            "si la note la plus basse est la meilleure, gardez min sous max et ajoutez best = \"lowest\"".to_owned()
        }
        M::LevelNegative { level } => format!("l’échelon {level} vaut moins que zéro", level = LANG.quote(level)),
        M::LevelAmbiguous { level, other } => format!(
            "les échelons {level} et {other} ont un nom en commun\u{a0}: une note pourrait désigner l’un ou l’autre",
            level = LANG.quote(level),
            other = LANG.quote(other)
        ),
        M::LevelsTooFew {} => "une échelle à échelons en compte au moins deux, dont un vaut plus que zéro".to_owned(),
        M::LevelsTooFewHelp {} => {
            "écrivez levels = { eleve = { value = 2, label = \"Élevé\" }, faible = { value = 0, label = \"Faible\" } }".to_owned()
        }
        M::YesIsNo { value } => format!("oui et non valent tous deux {value}", value = LANG.number(value)),
        M::BracketNegative { points } => {
            format!("une tranche ne peut valoir {points}\u{a0}: zéro au moins", points = LANG.number(points))
        }
        M::BracketOrder { bound, above } => format!(
            "la borne {bound} vient après {above} et ne serait jamais atteinte\u{a0}: les bornes doivent décroître",
            bound = LANG.number(bound),
            above = LANG.number(above)
        ),
        M::BracketOrderHelp {} => "écrivez les tranches de la borne la plus haute à la plus basse".to_owned(),
        M::BracketGap { value } => format!("rien ne dit ce que vaut {value}", value = LANG.number(value)),
        M::BracketGapHelp {} => "terminez par une ligne pour tout le reste\u{a0}: { points = 0 }".to_owned(),
        M::BracketsWorthless {} => "aucune tranche ne donne de points".to_owned(),
        M::BracketsBest { best, weight } => format!(
            "au mieux, on y obtient {best} points, mais le poids est de {weight}",
            best = LANG.number(best),
            weight = LANG.number(weight)
        ),
        M::BracketsBestHelp {} => {
            "les points écrits dans une échelle ou un tableau sont des points du poids\u{a0}: le meilleur résultat les donne tous"
                .to_owned()
        }
        M::BracketsNeedFact {} => "cette échelle est pour un renseignement, et ce critère est noté par le comité".to_owned(),
        M::BracketsNeedFactHelp {} => "ajoutez from = { fact = \"…\" }, ou donnez une échelle de points".to_owned(),
        M::MustBeOneOf { fact, values } => {
            format!("{fact}\u{a0}: {values}", fact = fact.text(LANG), values = LANG.choice(&texts(values)))
        }
        M::MustBeNoneOf { fact, values } => {
            format!("{fact}\u{a0}: tout sauf {values}", fact = fact.text(LANG), values = LANG.choice(&texts(values)))
        }
        M::MustBeAtLeast { fact, bound } => {
            format!("{fact}\u{a0}: {bound} ou plus", fact = fact.text(LANG), bound = bound.text(LANG))
        }
        M::MustBeAtMost { fact, bound } => {
            format!("{fact}\u{a0}: {bound} ou moins", fact = fact.text(LANG), bound = bound.text(LANG))
        }
        M::MustBeBetween { fact, low, high } => {
            format!("{fact}\u{a0}: de {low} à {high}", fact = fact.text(LANG), low = low.text(LANG), high = high.text(LANG))
        }
        M::MustBePresent { fact } => format!("{fact}\u{a0}: doit être précisé", fact = fact.text(LANG)),
        M::MustBeAbsent { fact } => format!("{fact}\u{a0}: doit rester vide", fact = fact.text(LANG)),
        M::MustBeBefore { fact, day } => format!("{fact}\u{a0}: avant {day}", fact = fact.text(LANG), day = day.text(LANG)),
        M::MustBeAfter { fact, day } => format!("{fact}\u{a0}: après {day}", fact = fact.text(LANG), day = day.text(LANG)),
        M::MustBeWithinYears { fact, years } => format!(
            "{fact}\u{a0}: moins de {years} {years_2} avant la date de référence de l’appel",
            fact = fact.text(LANG),
            years = LANG.count(*years),
            years_2 = plural(*years, "an", "ans")
        ),
        M::AsOf {} => "la date de référence de l’appel".to_owned(),
        M::ConditionAll { parts } => texts(parts).join("; "),
        M::ConditionAny { parts } => format!("au moins une condition parmi\u{a0}: {parts}", parts = texts(parts).join("; ")),
        M::ConditionNot { part } => format!("le contraire de ({part})", part = part.text(LANG)),
        M::Yes {} => "oui".to_owned(),
        M::No {} => "non".to_owned(),
    }
}
