//! French: what a re-weighting changes.

use super::{LANG, near_hint, plural, texts};
use crate::number::Exact;
use crate::text::message::Compare as M;
use crate::text::{Label, Message};

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleCompare { call } => format!("Ce qui change\u{a0}: {}", call.get(LANG)),
        M::TheScenariosFile {} => "scenarios.toml".to_owned(),
        M::UsageNotWeight {} => "il faut un critère ou un groupe, un signe d’égalité et un nombre, comme clarity=20 ou clarity=17.5".to_owned(),
        M::CompareNothing {} => "il n’y a rien à comparer\u{a0}: donnez --set CRITÈRE=POIDS, --drop CRITÈRE, --missing, --panel ou --grid, ou un fichier de scénarios avec --scenarios (dans le dossier d’appel, scenarios.toml est lu de lui-même)".to_owned(),
        M::CompareTwice { arg } => format!("{arg} est donné deux fois, et un scénario n’en admet qu’un\u{a0}: avec --each, chaque --set, --drop, --missing, --panel et --grid est un scénario à part", arg = LANG.quote(arg)),
        M::CompareStdin {} => "une autre grille fait relire tout l’appel, et l’entrée standard (-) ne se lit qu’une fois\u{a0}: enregistrez ce fichier sur disque".to_owned(),
        M::CompareNoCriteria { title } => format!("{} n’a aucun critère pondéré\u{a0}: il n’y a rien à peser autrement", LANG.quote(title.get(LANG))),
        M::ScenarioItemUnknown { id, grid, near } => format!("{grid} n’a ni critère ni groupe {id}{near}", grid = LANG.quote(grid.get(LANG)), id = LANG.quote(id), near = near_hint(near.as_deref())),
        M::ScenarioTwice { id } => format!("deux scénarios s’appellent {}", LANG.quote(id)),
        M::ScenarioTwiceHelp {} => "donnez à chacun un identifiant à lui".to_owned(),
        M::ScenarioEmpty { id } => format!("le scénario {} ne change rien", LANG.quote(id)),
        M::ScenarioEmptyHelp {} => "donnez-lui set, drop, missing, panel ou grid; fix seul ne fait que garder ce que rien ne bouge".to_owned(),
        M::RefusedNegative { id, weight } => format!("{id} pèserait {weight}", id = LANG.quote(id), weight = LANG.number(weight)),
        M::RefusedNegativeHelp {} => "donnez un poids de zéro ou plus".to_owned(),
        M::RefusedTwice { id } => format!("le poids de {} est donné deux fois", LANG.quote(id)),
        M::RefusedTwiceHelp {} => "gardez l’un des deux; avec --each, chacun est un scénario à part".to_owned(),
        M::RefusedContrary { id } => format!("{} ne peut à la fois recevoir un poids, garder le sien ou ne plus compter", LANG.quote(id)),
        M::RefusedContraryHelp {} => "n’en gardez qu’un de set, fix et drop".to_owned(),
        M::RefusedAside { id } => format!("{} ne compte pour rien dans cette grille\u{a0}: aucun poids ne peut bouger", LANG.quote(id)),
        M::RefusedAsideHelp {} => "nommez un critère ou un groupe pondéré, un boni ou un malus".to_owned(),
        M::RefusedDropped { id, group } => format!("{id} est dans {group}, dont il ne reste rien", id = LANG.quote(id), group = LANG.quote(group)),
        M::RefusedDroppedHelp {} => "ce qui ne compte plus emporte ce qu’il contient\u{a0}: retirez-en moins, ou n’en demandez rien d’autre".to_owned(),
        M::RefusedNothingLeft {} => "plus aucun critère pondéré ne compterait".to_owned(),
        M::RefusedNothingLeftHelp {} => "laissez-en un au moins".to_owned(),
        M::RefusedSum { group, track, sum, held } => format!("{}les poids feraient {sum} sur {held}", place(group.as_ref(), track.as_ref()), sum = LANG.number(sum), held = LANG.number(held)),
        M::RefusedSumHelp {} => "laissez-en un libre, qui prendra la différence, ou donnez-les tous de sorte que le compte y soit".to_owned(),
        M::RefusedOverHelp {} => "les autres pèseraient moins que rien\u{a0}: donnez moins, ou libérez-en un qui garde son poids".to_owned(),
        M::RefusedWeightless { group, track, rest } => format!("{}ceux qui pourraient bouger ne pèsent rien et auraient {rest} points à se partager\u{a0}: zéro n’a pas de proportions à garder", place(group.as_ref(), track.as_ref()), rest = LANG.number(rest)),
        M::RefusedWeightlessHelp {} => "donnez-leur aussi des poids".to_owned(),
        M::RefusedEmptyMean { group, track } => format!("{}plus rien ne pèserait dans la moyenne", place(group.as_ref(), track.as_ref())),
        M::RefusedEmptyMeanHelp {} => "laissez un poids à l’un d’eux, ou retirez le groupe".to_owned(),
        M::RefusedRankSum {} => "cette grille additionne les rangs que donnent les membres\u{a0}: leurs notes ne sont pas combinées, et aucune autre façon de les combiner ne s’applique".to_owned(),
        M::RefusedRankSumHelp {} => "comparez avec une autre grille (--grid) qui combine les notes".to_owned(),
        M::RefusedOtherGrid { id } => format!("scénario {}\u{a0}: l’appel ne tient pas avec sa grille", LANG.quote(id)),
        M::RefusedOtherGridHelp {} => "les constats qui suivent disent pourquoi; une grille à comparer prend les mêmes candidatures, listes et notes".to_owned(),
        M::ScenarioSet { item, weight } => format!("{} à {weight}", LANG.quote(item.get(LANG)), weight = LANG.number(weight)),
        M::ScenarioFix { item } => format!("{} inchangé", LANG.quote(item.get(LANG))),
        M::ScenarioDrop { item } => format!("{} retiré", LANG.quote(item.get(LANG))),
        M::ScenarioUnrated {} => "les notes absentes laissant les candidatures non évaluées".to_owned(),
        M::ScenarioReweight {} => "le poids des notes absentes partagé".to_owned(),
        M::ScenarioLowest {} => "les notes absentes comptées au plus bas".to_owned(),
        M::ScenarioPanel { policy } => format!("les notes ramenées à {}", policy.text(LANG)),
        M::ScenarioGrid { grid } => format!("la grille {}", LANG.quote(grid.get(LANG))),
        M::ScenarioParts { parts } => LANG.list(&texts(parts)),
        M::WithScenario { what } => format!("Avec {}", what.text(LANG)),
        M::InScenario { label } => format!("Dans le scénario {}", LANG.quote(label.get(LANG))),
        M::InScenarioWith { label, what } => format!("{label}\u{a0}: {what}", label = label.get(LANG), what = what.text(LANG)),
        M::ScenarioOutcome { with, changes } => format!("{}, {}.", with.text(LANG), LANG.list(&texts(changes))),
        M::ChangeEnters { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "entre", "entrent")),
        M::ChangeLeaves { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "sort", "sortent")),
        M::ChangeUndecided { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "reste à départager à la ligne de coupe", "restent à départager à la ligne de coupe")),
        M::ChangeExcluded { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "est écartée", "sont écartées")),
        M::ChangeUnrated { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "n’est plus évaluée", "ne sont plus évaluées")),
        M::ChangeRanked { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "est maintenant classée", "sont maintenant classées")),
        M::ChangeFirst { ids } => format!("{} {}", LANG.list(ids), plural(ids.len(), "arrive première", "se partagent le premier rang")),
        M::ChangeNobody {} => "les mêmes candidatures sont retenues".to_owned(),
        M::ChangeMoves { count } => format!("{} {} de rang", LANG.count(*count), plural(*count, "candidature change", "candidatures changent")),
        M::ChangeNoMove {} => "aucune ne change de rang".to_owned(),
        M::AlsoMoves { count } => format!("{} {} de rang", LANG.count(*count), plural(*count, "change", "changent")),
        M::AsItStands { selected } => format!("Avec la grille de l’appel, {}", lower(&selected.text(LANG))),
        M::HeadingWeights {} => "Poids".to_owned(),
        M::HeadingWeightsTrack { track } => format!("Poids\u{a0}: {}", track.get(LANG)),
        M::ColumnGridNow {} => "Grille".to_owned(),
        M::ColumnScenario {} => "Scénario".to_owned(),
        M::ColumnScenarioNumber { number } => format!("({})", LANG.count(*number)),
        M::ScenarioNumbered { number, what } => format!("({}) {}", LANG.count(*number), what.text(LANG)),
        M::WeightSet { weight } => format!("{} donné", LANG.number(weight)),
        M::WeightKept { weight } => format!("{} gardé", LANG.number(weight)),
        M::WeightDropped {} => "retiré".to_owned(),
        M::WeightAside {} => "non pondéré".to_owned(),
        M::WeightsProportion {} => "Les poids marqués «\u{a0}donné\u{a0}» sont tels quels; ce qui est à côté garde ses proportions, et la somme reste la même.".to_owned(),
        M::WeightsKept {} => "Les poids marqués «\u{a0}gardé\u{a0}» n’ont pas bougé.".to_owned(),
        M::WeightsDroppedShare {} => "Le poids de ce qui est retiré va à ce qui est à côté, en proportion.".to_owned(),
        M::KeptThresholds {} => "Les seuils, plafonds et minimums en points restent tels qu’ils sont publiés\u{a0}: ce sont des points des anciens poids.".to_owned(),
        M::KeptTotals { totals } => format!("Les totaux nommés gardent les poids qu’ils donnent eux-mêmes\u{a0}: {}.", LANG.list(&texts(totals))),
        M::KeptRelative { groups } => format!("Dans un groupe dont on fait la moyenne, les poids sont relatifs\u{a0}: l’un est donné, les autres restent ({}).", LANG.list(&texts(groups))),
        M::KeptWithDropped {} => "Ce qui est retiré n’a plus de minimum et ne départage plus personne; les conditions et les totaux nommés qui le regardent le regardent encore.".to_owned(),
        M::KeptMissing { criteria } => format!("Ce que veut dire une note absente reste comme la grille le dit pour ces seuls critères\u{a0}: {}.", LANG.list(&texts(criteria))),
        M::KeptCombine { criteria } => format!("La façon de combiner les notes reste comme la grille le dit pour ces seuls critères\u{a0}: {}.", LANG.list(&texts(criteria))),
        M::HeadingRanksBeside {} => "Rangs côte à côte".to_owned(),
        M::RankHere { rank, tied, moved, mark } => beside(*rank, [tied, moved, mark]),
        M::MovedUp { by } => format!(" ↑{}", LANG.count(*by)),
        M::MovedDown { by } => format!(" ↓{}", LANG.count(*by)),
        M::MarkTied {} => "=".to_owned(),
        M::MarkIn {} => " ✓".to_owned(),
        M::MarkAtCut {} => " ~".to_owned(),
        M::MeansRanksBeside {} => "✓ retenue; ~ à départager à la ligne de coupe; = rang partagé; ↑ et ↓, de combien de rangs, parmi celles qui sont classées des deux côtés.".to_owned(),
        M::MoreRanks { count } => format!("… et {} autres qui bougent moins ou pas du tout\u{a0}: --format csv les donne toutes.", LANG.count(*count)),
        M::ColumnOnGrid { what } => format!("{} (grille)", what.text(LANG)),
        M::ColumnOnScenario { what } => format!("{} (scénario)", what.text(LANG)),
        M::ColumnFromCommon {} => "Passe de".to_owned(),
        M::ColumnToCommon {} => "À".to_owned(),
        M::ChangeNoRanks {} => "rien n’est classé et aucun niveau ne change".to_owned(),
        M::ChangeLevel { ids } => format!("{} {} de niveau", LANG.list(ids), plural(ids.len(), "change", "changent")),
        M::HeadingAlike {} => "À quel point les classements se ressemblent".to_owned(),
        M::ColumnTauB {} => "τ-b de Kendall".to_owned(),
        M::ColumnCommon {} => "Retenues communes".to_owned(),
        M::ColumnJaccard {} => "Jaccard".to_owned(),
        M::CommonOf { common, of } => format!("{} sur {}", LANG.count(*common), LANG.count(*of)),
        M::MeansAlike {} => "Le τ-b compare l’ordre des candidatures classées des deux côtés\u{a0}: 1, le même ordre; −1, l’ordre contraire; 0, aucun lien. L’indice de Jaccard est la part des candidatures retenues des deux côtés parmi celles qui le sont d’un côté ou de l’autre; celles qui restent à départager ne sont pas comptées comme retenues.".to_owned(),
        M::HeadingWhyCross {} => "Pourquoi\u{a0}: qui franchit la ligne".to_owned(),
        M::CrossFrom { above, below, before, after } => format!("{above} face à {below}\u{a0}: {before} avec la grille, {after} avec le scénario", before = gap(before), after = gap(after)),
        M::CrossMost { from, criterion, change } => format!("{from}. C’est {criterion} qui y fait le plus\u{a0}: {change}.", from = from.text(LANG), criterion = LANG.quote(criterion.get(LANG)), change = signed(change)),
        M::CrossPlain { from } => format!("{}.", from.text(LANG)),
        M::CrossTied { from } => format!("{} Leurs résultats sont alors égaux\u{a0}: c’est ce qui départage les ex æquo qui décide.", from.text(LANG)),
        M::GoneBecause { id, reasons } => format!("{id}\u{a0}: {}", LANG.list(&texts(reasons))),
        M::HeadingGone {} => "Pourquoi\u{a0}: qui n’est plus classé".to_owned(),
        M::ColumnGapNow {} => "Avec la grille".to_owned(),
        M::ColumnGapThen {} => "Avec le scénario".to_owned(),
        M::ColumnChange {} => "Changement".to_owned(),
        M::MeansCross { above, below } => format!("Points de {above} moins ceux de {below}."),
        M::MoreCrossings { count } => format!("… et {} autres\u{a0}: --format json en donne davantage.", LANG.count(*count)),
    }
}

/// Où le compte doit y être, devant une phrase.
fn place(group: Option<&Label>, track: Option<&Label>) -> String {
    let group = group.map(|group| format!("dans {}, ", LANG.quote(group.get(LANG)))).unwrap_or_default();
    let track = track.map(|track| format!("sur le volet {}, ", LANG.quote(track.get(LANG)))).unwrap_or_default();
    format!("{track}{group}")
}

fn gap(points: &Exact) -> String {
    let size = short(&points.abs());
    match (points.is_zero(), points.is_negative()) {
        (true, _) => format!("à égalité ({size})"),
        (_, true) => format!("{size} de retard"),
        _ => format!("{size} d’avance"),
    }
}

fn signed(points: &Exact) -> String {
    let sign = if points.is_negative() || points.is_zero() { "" } else { "+" };
    format!("{sign}{}", short(points))
}

fn beside(rank: usize, parts: [&Option<Box<Message>>; 3]) -> String {
    let parts = parts.into_iter().flatten().map(|part| part.text(LANG));
    std::iter::once(LANG.count(rank)).chain(parts).collect()
}

/// Two decimals are enough, unless they would hide that there is something.
fn short(points: &Exact) -> String {
    let has_more = points.decimals().is_none_or(|decimals| decimals > 2);
    if has_more && !points.rounded(2).is_zero() { LANG.fixed(points, 2) } else { LANG.number(points) }
}

/// A sentence that goes on after a comma.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
