//! French: how far the decision holds, exactly.

use super::{LANG, near_hint, texts};
use crate::number::Exact;
use crate::text::Message;
use crate::text::message::Robustness as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleRobustness { call } => format!("Jusqu’où tient la décision\u{a0}: {}", call.get(LANG)),
        M::EventOvertakes { above, below } => format!("{above} dépasse {below}"),
        M::EventFails { id, bar } => format!("{id} n’atteint plus un seuil\u{a0}: {}", bar.text(LANG)),
        M::EventPasses { id, bar } => format!("{id} n’est plus exclue ({})", bar.text(LANG)),
        M::WeightMove { points, from, to } => format!("{}\u{a0}: {} → {}", LANG.number(points), LANG.list(&texts(from)), LANG.list(&texts(to))),
        M::MovedPart { name, points } => format!("{} ({})", name.text(LANG), LANG.number(points)),
        M::SetMoveSwap { points, from, to, above, below } => format!("En déplaçant un peu plus de {}, on remplace {below} par {above}\u{a0}: aucun changement de poids plus petit ne change la sélection.", moved(points, from, to)),
        M::SetMoveFails { points, from, to, id, bar } => format!("En déplaçant un peu plus de {}, on écarte {id}, qui n’atteint alors plus un seuil ({})\u{a0}: aucun changement de poids plus petit ne change la sélection.", moved(points, from, to), bar.text(LANG)),
        M::SetMovePasses { points, from, to, id, bar } => format!("En déplaçant {}, on fait entrer {id}, qui atteint alors un seuil ({})\u{a0}: aucun changement de poids plus petit ne change la sélection.", moved(points, from, to), bar.text(LANG)),
        M::SetMoveNone {} => "Aucune pondération, si différente soit-elle, ne change la sélection.".to_owned(),
        M::SetLevel { above, below } => format!("{above} et {below} ont le même total, et seule la règle de départage retient {below}\u{a0}: le moindre poids déplacé en faveur de {above} la remplace."),
        M::SetUndecided { ids } => format!("La sélection reste en suspens\u{a0}: {} partagent le rang qui chevauche la ligne de coupe. Aucun poids n’a à bouger pour qu’elle change (une distance de 0).", LANG.list(ids)),
        M::SetNobody {} => "Aucune candidature n’est classée\u{a0}: il n’y a pas de sélection que des poids pourraient changer.".to_owned(),
        M::WinnerMove { id, points, event } => format!("La première place de {id} change dès qu’on déplace un peu plus de {} de poids\u{a0}: {}.", points_of(points), event.text(LANG)),
        M::WinnerAlways { id } => format!("{id} est en tête quels que soient les poids."),
        M::BentIntro {} => "Les réponses exactes sur les poids ne s’appliquent pas à cet appel\u{a0}:".to_owned(),
        M::BentSimulated {} => "Ce qui suit est donc trouvé par simulation, avec toutes les règles de la grille.".to_owned(),
        M::BentNoRanks {} => "la grille ne classe rien".to_owned(),
        M::BentNoTotal {} => "les poids de la grille ne forment pas de total".to_owned(),
        M::BentRankedBy { total } => format!("c’est «\u{a0}{}\u{a0}» qui classe, et non le total des poids", total.get(LANG)),
        M::BentRankSum {} => "les rangs donnés par chaque membre sont additionnés, et un rang ne varie pas en proportion des poids".to_owned(),
        M::BentTotals {} => "les totaux des membres sont combinés, et les poids changent lesquels comptent".to_owned(),
        M::BentRounded {} => "la grille arrondit des points ou des totaux en chemin, si bien qu’ils sautent".to_owned(),
        M::BentCappedTotal {} => "le total est plafonné".to_owned(),
        M::BentCappedGroup { group } => format!("les points de «\u{a0}{}\u{a0}» sont plafonnés", group.get(LANG)),
        M::BentTracks {} => "des volets ont leurs propres poids".to_owned(),
        M::BentLeftOut { ids } => format!("des critères ne comptent pas pour {}, et les autres se partagent leur poids", LANG.list(ids)),
        M::BentBar { bar } => format!("une condition ou un seuil porte sur des points autrement que par «\u{a0}au moins tant\u{a0}» à la dernière étape\u{a0}: {}", bar.text(LANG)),
        M::BentPool {} => "le meilleur prix est cherché parmi ceux qui atteignent un seuil de points".to_owned(),
        M::BentBudget {} => "c’est l’argent qui trace la ligne de coupe, si bien que la sélection dépend du coût des candidatures suivantes".to_owned(),
        M::BentAdjusted { ids } => format!("les totaux de {} ne sont pas la somme de leurs lignes", LANG.list(ids)),
        M::HeadingOneWeight {} => "Un poids à la fois".to_owned(),
        M::OneWeightHow {} => "Entre quels poids la sélection tient, quand un critère ou un groupe change de poids et que ses voisins gardent leurs proportions. En points du total; les bornes sont arrondies vers l’intérieur, et il y a égalité à la borne même.".to_owned(),
        M::OneWeightTied {} => "La sélection reste en suspens, si bien qu’aucun intervalle ne la garde; ceux de la première place et de l’ordre complet suivent.".to_owned(),
        M::OneWeightNone {} => "Aucun critère n’a de voisin qui puisse lui céder du poids, ou en prendre.".to_owned(),
        M::PublishedWeight {} => "poids publié".to_owned(),
        M::ColumnSelectionStays {} => "Sélection inchangée".to_owned(),
        M::ColumnFirstStays {} => "Première place inchangée".to_owned(),
        M::ColumnOrderStays {} => "Ordre inchangé".to_owned(),
        M::ColumnBelowIt {} => "Avec moins de poids".to_owned(),
        M::ColumnAboveIt {} => "Avec plus de poids".to_owned(),
        M::WeightBetween { low, high } => format!("{} à {}", LANG.number(low), LANG.number(high)),
        M::AnyWeight {} => "tout poids".to_owned(),
        M::NothingChanges {} => "rien ne change".to_owned(),
        M::HeadingNeighbours {} => "Rangs voisins".to_owned(),
        M::NeighboursHow {} => "Le plus petit changement de poids qui met à égalité deux candidatures de rangs voisins\u{a0}: ce que des critères perdent et que d’autres gagnent, arrondi vers le haut.".to_owned(),
        M::ColumnHigher {} => "Devant".to_owned(),
        M::ColumnLower {} => "Derrière".to_owned(),
        M::ColumnAhead {} => "Écart".to_owned(),
        M::ColumnPointsMoved {} => "Points à déplacer".to_owned(),
        M::ColumnMoved {} => "D’où et vers où".to_owned(),
        M::NoWeights {} => "aucune pondération".to_owned(),
        M::HeadingPossible {} => "Ce que peuvent changer des poids admissibles".to_owned(),
        M::PossibleHow { region } => format!("{}. Un rang partagé compte comme le meilleur de ceux qu’il prend.", region.text(LANG)),
        M::RegionAll {} => "Pour toutes les pondérations\u{a0}: n’importe quelle part du total pour chaque critère".to_owned(),
        M::RegionBetween { bounds } => format!("Pour les pondérations avec {}", LANG.list(&texts(bounds))),
        M::RegionBand { percent } => format!("Pour les pondérations où chaque poids s’écarte d’au plus {}\u{a0}% du poids publié", LANG.number(percent)),
        M::RegionBound { name, low, high } => format!("{} entre {} et {}", name.text(LANG), LANG.number(low), LANG.number(high)),
        M::RegionOrder { order } => format!("Pour les pondérations qui gardent un ordre d’importance\u{a0}: {}", texts(order).join(" ≥ ")),
        M::ColumnBestRank {} => "Meilleur rang".to_owned(),
        M::ColumnWorstRank {} => "Pire rang".to_owned(),
        M::ColumnAlwaysAbove {} => "Toujours devant".to_owned(),
        M::ColumnAlwaysBelow {} => "Toujours derrière".to_owned(),
        M::RankBetween { low, high } => format!("{low} à {high}"),
        M::NotKnown {} => "inconnu".to_owned(),
        M::PossibleBounds { nodes } => format!("«\u{a0}2 à 4\u{a0}» est un encadrement prouvé, et «\u{a0}inconnu\u{a0}» ce qui n’a pu être tranché, en {} pas de recherche par question; --nodes en accorde plus.", LANG.count(*nodes)),
        M::PossibleSkipped { candidates } => format!("Les meilleurs et pires rangs de {} candidatures demandent une longue recherche, faite seulement si --nodes la demande.", LANG.count(*candidates)),
        M::CoreAre { ids } => format!("Retenues quels que soient les poids admissibles\u{a0}: {}.", LANG.list(ids)),
        M::NeverAre { ids } => format!("Jamais retenues, quels que soient les poids admissibles\u{a0}: {}.", LANG.list(ids)),
        M::ContestedAre { ids } => format!("Retenues ou non, selon les poids\u{a0}: {}.", LANG.list(ids)),
        M::GateMinMove { least, points } => format!("il suffit de déplacer {} pour changer la sélection; --min-move en exige au moins {}", points_of(points), LANG.number(least)),
        M::GateMinMoveUnknown { least } => format!("le plus petit déplacement qui change la sélection n’est pas connu pour cet appel\u{a0}: --min-move {} ne peut donc être garanti", LANG.number(least)),
        M::GateTie { ids } => format!("la ligne de coupe passe par une égalité entre {}, ce que --no-cut-line-tie refuse", LANG.list(ids)),
        M::GateMinSelected { id, percent, least } => format!("{id} est retenue dans {}\u{a0}% des tirages; --min-selected en exige au moins {}\u{a0}%", LANG.number(percent), LANG.number(least)),
        M::RobustnessNoRanks {} => "la grille ne classe rien\u{a0}: il n’y a pas de décision dont on puisse dire la solidité".to_owned(),
        M::RegionUnknown { name, near } => format!("«\u{a0}{name}\u{a0}» n’est pas un critère pondéré de cette grille{}", near_hint(near.as_deref())),
        M::RegionTwice { name } => format!("«\u{a0}{name}\u{a0}» figure deux fois dans l’ordre d’importance"),
        M::RegionEmpty { total, low, high } => format!("aucun poids ne respecte ces bornes\u{a0}: elles permettent de {} à {} points en tout, et la somme des poids est de {}", LANG.number(low), LANG.number(high), LANG.number(total)),
        M::RegionBent {} => "une région de poids admissibles suppose des totaux proportionnels aux poids".to_owned(),
        M::UsageBand { value } => format!("«\u{a0}{value}\u{a0}» n’est pas une bande\u{a0}: écrivez une part de chaque poids, de 0% à 100%, comme 20%"),
        M::UsageRange { value } => format!("«\u{a0}{value}\u{a0}» n’est pas un intervalle\u{a0}: écrivez un critère et deux poids, comme feasibility=10..30"),
        M::UsageOrder { value } => format!("«\u{a0}{value}\u{a0}» n’est pas un ordre d’importance\u{a0}: écrivez des critères, le plus lourd d’abord, comme a,b=c,d, ou le mot published"),
        M::UsagePoints { value } => format!("«\u{a0}{value}\u{a0}» n’est pas un nombre de points\u{a0}: écrivez un nombre supérieur à zéro, comme 2.5"),
        M::UsageProbability { value } => format!("«\u{a0}{value}\u{a0}» n’est pas une probabilité\u{a0}: écrivez 90% ou 0.9"),
        M::UsageManyDraws { most } => format!("un nombre entier de 1 à {} est attendu", LANG.count(*most)),
        M::RegionLevel { names } => LANG.list(&texts(names)),
        M::EventLevels { above, below } => format!("{above} rejoint {below}"),
        M::SetMoveLevel { points, from, to, above, below } => format!("Aucune pondération ne change la sélection\u{a0}: en déplaçant {}, sans rien laisser ailleurs, {above} ne fait que rejoindre {below}.", moved(points, from, to)),
        M::SettledByRule {} => "déjà à égalité\u{a0}: la règle de départage les sépare".to_owned(),
        M::RegionHolds { region } => format!("{}, la sélection ne change jamais.", region.text(LANG)),
        M::RegionDepends { region, ids } => format!("{}, la sélection peut changer; les poids y décident de {}.", region.text(LANG), LANG.list(ids)),
        M::Always {} => "toujours".to_owned(),
        M::Depends {} => "selon les poids".to_owned(),
        M::Never {} => "jamais".to_owned(),
        M::ColumnSelection {} => "Retenue".to_owned(),
        M::GateMinSelectedUnknown { least } => format!("rien n’a pu être tiré\u{a0}: --min-selected {}\u{a0}% ne peut donc être garanti", LANG.number(least)),
        M::NothingDrawn { why } => format!("Rien n’a pu être tiré\u{a0}: {}.", why.text(LANG)),
        M::ColumnInDraws {} => "Retenue aux tirages".to_owned(),
        M::ChartSelected {} => "retenue".to_owned(),
        M::ChartUndecided {} => "en suspens".to_owned(),
    }
}

/// Points of weight, with where they come from and go: « à » before a name needs no elision, as « de » would.
fn moved(points: &Exact, from: &[Message], to: &[Message]) -> String {
    let given = if *points < Exact::whole(2) { "donné" } else { "donnés" };
    format!("{} de poids, pris à {} et {given} à {}", points_of(points), LANG.list(&texts(from)), LANG.list(&texts(to)))
}

/// A number of points, with its unit; the plural begins at two.
fn points_of(points: &Exact) -> String {
    let unit = if *points < Exact::whole(2) { "point" } else { "points" };
    format!("{} {unit}", LANG.number(points))
}
