//! French: draws.

use super::{LANG, plural, texts};
use crate::number::Exact;
use crate::text::message::Simulation as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::HeadingSimulation {} => "Par simulation".to_owned(),
        M::SimulationWeights { draws, region, seed } => format!("{draws} pondérations ont été tirées {region} (graine {seed}).", draws = LANG.count(*draws), region = region.text(LANG), seed = LANG.count(*seed)),
        M::SimulationPanel { draws, reviewers, seed } => format!("On a reformé {draws} comités en tirant {reviewers} membres au hasard parmi ceux-ci, le même pouvant revenir (graine {seed}); les poids restent ceux qui sont publiés.", draws = LANG.count(*draws), reviewers = LANG.count(*reviewers), seed = LANG.count(*seed)),
        M::SimulationBoth { draws, region, reviewers, seed } => format!("{draws} fois, on a tiré une pondération {region}, et un comité de {reviewers} membres parmi ceux-ci, le même pouvant revenir (graine {seed}).", draws = LANG.count(*draws), region = region.text(LANG), reviewers = LANG.count(*reviewers), seed = LANG.count(*seed)),
        M::DrawnFromAll {} => "parmi toutes celles qui sont possibles, aussi probables les unes que les autres".to_owned(),
        M::DrawnBetween {} => "entre les bornes de chaque critère, toutes aussi probables les unes que les autres".to_owned(),
        M::DrawnInOrder { blocks } => format!("dans cet ordre d’importance, toutes aussi probables les unes que les autres\u{a0}: {}", texts(blocks).join(", puis ")),
        M::RegionBlock { criteria } => LANG.list(criteria),
        M::RegionFree { criteria } => format!("{} n’importe où", LANG.list(criteria)),
        M::SimulationError { points } => format!("Les parts sont à {points} {unit} près, au plus, celles que donneraient des tirages sans fin, 19 fois sur 20.", points = LANG.fixed(points, 2), unit = if *points < Exact::whole(2) { "point" } else { "points" }),
        M::SimulationSame { same } => format!("L’ensemble publié est retenu dans {} des tirages.", percent(same)),
        M::SimulationAlways {} => "L’ensemble publié est retenu dans tous les tirages.".to_owned(),
        M::SimulationNever {} => "L’ensemble publié n’est retenu dans aucun tirage.".to_owned(),
        M::SimulationContested { parts } => format!("Pas toujours du même côté de la ligne de coupe; part des tirages où elles sont retenues\u{a0}: {}.", LANG.list(&texts(parts))),
        M::SimulationFirst { parts } => format!("Au premier rang, en part des tirages\u{a0}: {}.", LANG.list(&texts(parts))),
        M::SimulationNobody {} => "Aucune candidature n’est classée, dans aucun tirage.".to_owned(),
        M::InShare { id, share } => format!("{id} ({})", percent(share)),
        M::SharePercent { share } => percent(share),
        M::ColumnUnrankedShare {} => "Non classée".to_owned(),
        M::ColumnExpectedRank {} => "Rang moyen".to_owned(),
        M::ColumnFrequentRanks {} => "Rangs les plus fréquents".to_owned(),
        M::RankShare { rank, share } => format!("{rank}\u{a0}: {share}", rank = LANG.count(*rank), share = percent(share)),
        M::MeansSimulated {} => "Retenue, en suspens, non classée\u{a0}: la part des tirages. Rang moyen\u{a0}: sur les tirages où il y a un rang. Une part de 100,0\u{a0}% ou de 0,0\u{a0}% dit qu’aucun tirage ou presque ne diffère, et non qu’aucun ne le pourrait.".to_owned(),
        M::MeansRanks {} => "Les parts sont celles des tirages; le rang moyen, sur ceux où il y a un rang. Une part de 100,0\u{a0}% ou de 0,0\u{a0}% dit qu’aucun tirage ou presque ne diffère, et non qu’aucun ne le pourrait.".to_owned(),
        M::HeadingSets {} => "Les ensembles retenus le plus souvent".to_owned(),
        M::MeansSets { distinct } => format!("{distinct} {w} dans au moins un tirage; à côté de chacun, qui entre dans l’ensemble publié et qui en sort.", distinct = LANG.count(*distinct), w = plural(*distinct, "ensemble est retenu", "ensembles différents sont retenus")),
        M::ColumnDraws {} => "Tirages".to_owned(),
        M::SetPublished {} => "l’ensemble publié".to_owned(),
        M::HeadingCentral {} => "Qui vient au premier rang, et avec quels poids".to_owned(),
        M::MeansCentral {} => "La moyenne des poids avec lesquels une candidature vient au premier rang, seule ou non\u{a0}: ce qu’il faut trouver important pour l’y placer.".to_owned(),
        M::CentralWide { criteria } => format!("Les poids moyens des {criteria} critères sont dans les formes de données\u{a0}: --format csv ou json.", criteria = LANG.count(*criteria)),
        M::ColumnFirstShare {} => "Première".to_owned(),
        M::WeightsPublished {} => "publiés".to_owned(),
        M::HeadingPairs {} => "Qui devance qui".to_owned(),
        M::MeansAhead {} => "La part des tirages où la candidature de la ligne devance celle de la colonne; qui n’est pas classée vient derrière.".to_owned(),
        M::ColumnAheadOf {} => "Devance".to_owned(),
        M::ColumnCentral { criterion } => format!("Poids moyen\u{a0}: {}", criterion.get(LANG)),
        M::ColumnRankNumber { rank } => format!("Rang {}", LANG.count(*rank)),
        M::UndrawnNoRanks {} => "la grille ne classe rien\u{a0}: il n’y a pas de décision sur des rangs à simuler".to_owned(),
        M::UndrawnNoTotal {} => "les poids de la grille ne font pas de total\u{a0}: il n’y a rien à tirer".to_owned(),
        M::UndrawnTracks {} => "des volets ont leurs propres poids\u{a0}: il n’y a pas une seule pondération à tirer".to_owned(),
        M::UndrawnCapped { group } => format!("le groupe {} est plafonné au-dessous de ce qu’il contient, et la grille ne dit pas ce qu’il pèserait avec d’autres poids", LANG.quote(group.get(LANG))),
        M::UndrawnOneCriterion {} => "moins de deux critères ont un poids\u{a0}: il n’y a rien à déplacer".to_owned(),
        M::UndrawnImpossible {} => "aucune pondération ne respecte ces bornes en donnant le total".to_owned(),
        M::UndrawnNarrow {} => "si peu de pondérations respectent ces bornes que moins d’un essai sur 10\u{a0}000 en trouve; des bornes plus larges se laissent tirer".to_owned(),
        M::UndrawnFine {} => "les bornes ont plus de décimales que les poids tirés\u{a0}: donnez-les avec moins de décimales".to_owned(),
        M::UndrawnReviewers {} => "moins de deux membres ont donné des notes\u{a0}: il n’y a pas de comité à reformer".to_owned(),
    }
}

/// A share of a hundred, with one decimal.
fn percent(share: &Exact) -> String {
    format!("{}\u{a0}%", LANG.fixed(share, 1))
}
