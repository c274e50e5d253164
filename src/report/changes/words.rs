//! What people call the keys of the grid language. A key that has no word here is called by itself; a test sees to it that every
//! key has one.

use crate::text::{Label, Pair};

/// The word for a section of the grid: one of its elements.
pub(super) fn section(key: &str) -> Label {
    match key {
        "level" => label(Pair { fr: "niveau", en: "level" }),
        "stage" => label(Pair { fr: "étape", en: "stage" }),
        _ => word(key),
    }
}

/// The word for several elements of a section.
pub(super) fn several(key: &str) -> Label {
    let pair = match key {
        "fact" => Pair { fr: "renseignements", en: "facts" },
        "gate" => Pair { fr: "critères d’exclusion", en: "gates" },
        "criterion" => Pair { fr: "critères", en: "criteria" },
        "group" => Pair { fr: "groupes", en: "groups" },
        "total" => Pair { fr: "totaux", en: "totals" },
        "level" => Pair { fr: "niveaux", en: "levels" },
        "stage" => Pair { fr: "étapes", en: "stages" },
        "track" => Pair { fr: "volets", en: "tracks" },
        "validity" => Pair { fr: "durées de validité", en: "validities" },
        "summary" => Pair { fr: "moyennes", en: "means" },
        _ => return word(key),
    };
    label(pair)
}

/// The word for a key.
pub(super) fn word(key: &str) -> Label {
    WORDS.iter().find(|(name, _)| *name == key).map_or_else(|| Label::same(key), |(_, pair)| label(*pair))
}

/// The pass mark, which stands two keys down.
pub(super) fn pass() -> Label {
    label(Pair { fr: "seuil de passage", en: "pass mark" })
}

fn label(pair: Pair) -> Label {
    Label::new(Some(pair.fr.to_owned()), Some(pair.en.to_owned()))
}

macro_rules! words {
    ($($key:literal $fr:literal $en:literal;)*) => {
        const WORDS: &[(&str, Pair)] = &[$(($key, Pair { fr: $fr, en: $en })),*];
    };
}

words! {
    "above" "au-dessus de" "above";
    "absent" "absence" "absent";
    "abstained" "abstention" "abstention";
    "adjusted_price" "prix ajusté" "adjusted price";
    "after" "après" "after";
    "all" "toutes ces conditions" "all of";
    "among" "parmi" "among";
    "any" "une de ces conditions" "any of";
    "apart" "écart" "apart";
    "aspects" "aspects" "aspects";
    "at_least" "minimum" "minimum";
    "at_most" "plafond" "maximum";
    "band" "écart admis" "band";
    "before" "avant" "before";
    "below" "au-dessous de" "below";
    "below_target" "sous la cible" "below target";
    "best" "ce qui l’emporte" "best";
    "between" "entre" "between";
    "brackets" "tranches" "brackets";
    "budget" "budget" "budget";
    "by" "ventilation" "by";
    "cases" "cas" "cases";
    "columns" "colonnes" "columns";
    "columns_from" "bornes des colonnes" "columns from";
    "combine" "combinaison des notes" "combining";
    "consensus" "consensus" "consensus";
    "cost" "coût" "cost";
    "cost_per_point" "coût par point" "cost per point";
    "count" "décompte" "count";
    "criterion" "critère" "criterion";
    "decimals" "décimales affichées" "decimals shown";
    "distinct" "valeurs distinctes de" "distinct";
    "down_to" "jusqu’à" "down to";
    "equals" "égal à" "equals";
    "every" "chaque" "every";
    "fact" "renseignement" "fact";
    "family" "famille" "family";
    "first" "premières valeurs" "first";
    "floor" "plancher" "floor";
    "from" "source" "source";
    "full" "tous les points à" "full at";
    "gate" "critère d’exclusion" "gate";
    "grid" "grille" "grid";
    "group" "groupe" "group";
    "groups" "groupes" "groups";
    "highest" "plus haut de" "highest of";
    "id" "identifiant" "identifier";
    "in" "dans le groupe" "in group";
    "issuer" "éditeur" "issuer";
    "k" "facteur k" "factor k";
    "label" "nom" "name";
    "less" "retrait" "less";
    "level" "échelon" "level";
    "levels" "échelons" "levels";
    "list" "liste" "list";
    "lowest" "plus bas de" "lowest of";
    "marks" "notes" "marks";
    "max" "maximum" "maximum";
    "mean" "moyenne" "mean";
    "min" "minimum" "minimum";
    "minimum" "minimum" "minimum";
    "minimums" "minimums" "minimums";
    "missing" "note manquante" "missing mark";
    "no" "non" "no";
    "none" "aucun point à" "none at";
    "none_of" "aucune de ces valeurs" "none of";
    "not" "négation de" "not";
    "not_applicable" "note «\u{a0}sans objet\u{a0}»" "mark “not applicable”";
    "of" "calcul" "formula";
    "one_of" "valeurs admises" "one of";
    "only" "lignes retenues" "only";
    "out_of" "ramené à" "out of";
    "panel" "comité" "panel";
    "pass" "seuil de passage" "pass mark";
    "per" "par" "per";
    "places" "places" "places";
    "points" "points" "points";
    "present" "présence" "present";
    "product" "produit" "product";
    "quality" "qualité" "quality";
    "quorum" "quorum" "quorum";
    "rank_by" "ce qui classe" "ranked by";
    "ranks" "rangs après une égalité" "ranks after a tie";
    "rateable" "peut être cotée" "rateable";
    "ratio" "rapport" "ratio";
    "reason" "motif" "reason";
    "relative_to" "par rapport à" "relative to";
    "require" "exigence" "requirement";
    "reviewers" "nombre de membres" "reviewers";
    "role" "rôle" "role";
    "round" "arrondi" "rounding";
    "rows" "lignes" "rows";
    "rows_from" "bornes des lignes" "rows from";
    "rules" "règles" "rules";
    "scale" "échelle" "scale";
    "score" "calcul" "score";
    "short" "nom court" "short name";
    "source" "source" "source";
    "span" "étendue" "span";
    "stage" "étape" "stage";
    "starts_at" "départ" "starts at";
    "step" "pas" "step";
    "sum" "somme" "sum";
    "summary" "moyenne" "mean";
    "table" "tableau" "table";
    "target" "cible" "target";
    "tied_ranks" "rangs à égalité" "tied ranks";
    "ties" "ce qui départage" "ties broken by";
    "title" "titre" "title";
    "total" "total" "total";
    "totals" "totaux" "totals";
    "track" "volet" "track";
    "tracks" "volets" "tracks";
    "trim" "part retirée" "trim";
    "type" "type" "type";
    "validity" "durée de validité" "validity";
    "value" "valeur" "value";
    "values" "valeurs" "values";
    "version" "version" "version";
    "ways" "façon" "way";
    "weight" "poids" "weight";
    "weights" "poids" "weights";
    "when" "condition" "condition";
    "within_years" "dans les années" "within years";
    "year" "année" "year";
    "years" "années" "years";
    "yes" "oui" "yes";
    "zero" "zéro à" "zero at";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::GRID_FILE;
    use crate::model::keys::{Kind, Shape};
    use std::collections::BTreeSet;

    fn keys(shape: &'static Shape, seen: &mut BTreeSet<&'static str>, found: &mut BTreeSet<&'static str>) {
        if !seen.insert(shape.name) {
            return;
        }
        for key in shape.keys {
            found.insert(key.name);
            within(key.kind, seen, found);
        }
    }

    fn within(kind: Kind, seen: &mut BTreeSet<&'static str>, found: &mut BTreeSet<&'static str>) {
        match kind {
            Kind::List(inner) | Kind::OneOrList(inner) | Kind::Map(inner) => within(*inner, seen, found),
            Kind::Table(shape) => keys(shape, seen, found),
            Kind::Variant(shapes) | Kind::IdOr(shapes) => shapes.iter().for_each(|shape| keys(shape, seen, found)),
            _ => {}
        }
    }

    #[test]
    fn every_key_of_the_grid_language_has_a_word_and_every_word_a_key() {
        let mut found = BTreeSet::new();
        keys(&GRID_FILE, &mut BTreeSet::new(), &mut found);
        let known: Vec<&str> = WORDS.iter().map(|(key, _)| *key).collect();
        assert_eq!(known, found.into_iter().collect::<Vec<_>>(), "in the order of the alphabet");
    }
}
