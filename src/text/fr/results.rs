//! French: reasons, notes, explanations.

use super::{LANG, plural, texts};
use crate::text::message::Results as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ReasonGate { gate, found } => format!("{gate}\u{a0}: {found}", gate = gate.get(LANG), found = texts(found).join("; ")),
        M::ReasonGateSaid { gate, reason, found } => format!(
            "{gate}\u{a0}: {reason} ({found})",
            gate = gate.get(LANG),
            reason = reason.get(LANG),
            found = texts(found).join("; ")
        ),
        M::ReasonMinimum { criterion, minimum, mark } => format!(
            "{criterion}\u{a0}: {mark}, sous le minimum de {minimum}",
            criterion = criterion.get(LANG),
            mark = LANG.number(mark),
            minimum = LANG.number(minimum)
        ),
        M::ReasonPass { total, pass } => {
            format!("total de {total}, sous le seuil de {pass}", total = LANG.number(total), pass = LANG.number(pass))
        }
        M::FoundFact { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.quote(value)),
        M::FoundCount { fact, value } => format!("{fact} = {value}", fact = fact.get(LANG), value = LANG.number(value)),
        M::FoundNothing { fact } => format!("{fact}\u{a0}: non précisé", fact = fact.get(LANG)),
        M::LackFact { criterion, fact } => {
            format!("{criterion}\u{a0}: renseignement manquant ({fact})", criterion = criterion.get(LANG), fact = fact.get(LANG))
        }
        M::LackGate { gate, found } => {
            format!("{gate}\u{a0}: indécis ({found})", gate = gate.get(LANG), found = texts(found).join("; "))
        }
        M::NoteProvisional { unrated } => format!(
            "Le classement est provisoire\u{a0}: {unrated} {unrated_1}.",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(
                *unrated,
                "candidature n’est pas évaluée et peut encore y entrer",
                "candidatures ne sont pas évaluées et peuvent encore y entrer"
            )
        ),
        M::NoteUndecided { tied, open } => format!(
            "Indécis entre {tied}\u{a0}: {open} {open_2} pour l’ensemble, et rien dans la grille ne les départage.",
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_2 = plural(*open, "place", "places")
        ),
        M::NotePlacesLeft { ranked, places } => format!(
            "{places} {places_1} pour {ranked} au classement\u{a0}: toutes ne seront pas prises.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ranked = LANG.count(*ranked)
        ),
        M::NoteTieBroken { above, below, total, criterion } => format!(
            "{above} et {below} ont le même total, {total}; {criterion} place {above} devant.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieBrokenAtCut { above, below, total, criterion } => format!(
            "{above} et {below} ont le même total, {total}, de part et d’autre de la ligne de coupe; {criterion} place {above} devant.",
            total = LANG.number(total),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteTieShared { tied, total, rank } => format!(
            "{tied} partagent le rang {rank} avec un total de {total}; leur ordre dans le tableau ne dit rien.",
            tied = LANG.list(tied),
            rank = LANG.count(*rank),
            total = LANG.number(total)
        ),
        M::NoteShownAlike { above, below, gap } => format!(
            "{above} et {below} s’affichent avec le même total, mais {gap} les sépare\u{a0}: ce n’est pas une égalité.",
            gap = LANG.number(gap)
        ),
        M::NoteNearAbove { id, bar, margin } => {
            format!("{id} passe de peu\u{a0}: {bar}, dépassé de {margin}.", bar = bar.text(LANG), margin = LANG.number(margin))
        }
        M::NoteNearExact { id, bar } => format!("{id} passe tout juste\u{a0}: {bar}.", bar = bar.text(LANG)),
        M::NoteNearBelow { id, bar, margin } => format!(
            "{id} est écartée de peu\u{a0}: {bar}, il manque {margin}.",
            bar = bar.text(LANG),
            margin = LANG.number(margin)
        ),
        M::BarMinimum { criterion, minimum } => format!(
            "minimum de {minimum} sur {criterion}",
            minimum = LANG.number(minimum),
            criterion = LANG.quote(criterion.get(LANG))
        ),
        M::BarPass { pass } => format!("seuil de {pass}", pass = LANG.number(pass)),
        M::NoteCountedLowest { id, criteria } => format!(
            "{id} n’a pas de note sur {criteria}\u{a0}: la grille compte alors la note la plus basse.",
            criteria = LANG.list(&texts(criteria))
        ),
        M::NoteReweighted { id, weight } => format!(
            "{id} manque de notes sur {weight} points de poids; la grille répartit ce poids entre ses autres critères.",
            weight = LANG.number(weight)
        ),
        M::NoteRoundedLines { ids } => format!(
            "{ids}\u{a0}: tels qu’affichés, les points arrondis ne font pas le total arrondi; les points exacts, oui.",
            ids = LANG.list(ids)
        ),
        M::NoteWay { criterion, way } => format!(
            "{criterion} est mesuré selon {way}, au choix de cet appel.",
            criterion = LANG.quote(criterion.get(LANG)),
            way = LANG.quote(way)
        ),
        M::NoteMore { more } => format!(
            "… et {more} {more_1}.",
            more = LANG.count(*more),
            more_1 = plural(*more, "autre semblable", "autres semblables")
        ),
        M::EdgeAbove { above, below, gap } => format!("{above} devance {below} de {gap}.", gap = LANG.number(gap)),
        M::EdgeChain { above, below, criterion } => format!(
            "{above} et {below} ont le même total; {criterion}, premier critère de départage qui diffère, place {above} devant.",
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::EdgeNothing { above, below } => {
            format!("{above} et {below} partagent un rang\u{a0}: rien dans la grille ne les départage.")
        }
        M::EdgeNotRanked { above, above_is, below, below_is } => format!(
            "{above}\u{a0}: {above_is}; {below}\u{a0}: {below_is}. Seules les candidatures classées se devancent.",
            above_is = above_is.text(LANG),
            below_is = below_is.text(LANG)
        ),
        M::EdgeShared { rest } => format!(
            "{rest} de l’écart entre les totaux vient de ce qui sépare les lignes des totaux\u{a0}: poids réparti, plafonds et arrondis.",
            rest = LANG.number(rest)
        ),
        M::EdgeMost { criterion, difference } => format!(
            "La plus grande différence est sur {criterion}\u{a0}: {difference}.",
            criterion = LANG.quote(criterion.get(LANG)),
            difference = LANG.number(difference)
        ),
        M::FoundValue { value } => LANG.quote(value),
        M::FoundEmpty {} => "non précisé".to_owned(),
        M::ReasonGroup { group, minimum, points } => format!(
            "{group}\u{a0}: {points}, sous le minimum de {minimum}",
            group = group.get(LANG),
            points = LANG.number(points),
            minimum = LANG.number(minimum)
        ),
        M::ReasonBelow { total, value, least } => format!(
            "{total}\u{a0}: {value}, sous le seuil de {least}",
            total = total.get(LANG),
            value = LANG.number(value),
            least = LANG.number(least)
        ),
        M::ReasonAbove { total, value, most } => format!(
            "{total}\u{a0}: {value}, au-dessus de la limite de {most}",
            total = total.get(LANG),
            value = LANG.number(value),
            most = LANG.number(most)
        ),
        M::ReasonCarried { round, reasons } => {
            format!("{round}\u{a0}: {reasons}", round = round.get(LANG), reasons = texts(reasons).join("; "))
        }
        M::ReasonAtStage { stage, reason } => format!("{stage} — {reason}", stage = stage.get(LANG), reason = reason.text(LANG)),
        M::NotSelectedBefore {} => "non retenue".to_owned(),
        M::UnratedBefore { reasons } => format!("non évaluée ({reasons})", reasons = texts(reasons).join("; ")),
        M::LackTrack {} => "aucun volet ne lui revient\u{a0}: il manque les renseignements qui le disent".to_owned(),
        M::LackTotal { total } => format!(
            "{total}\u{a0}: calcul impossible, faute d’une valeur ou parce qu’il faudrait diviser par zéro",
            total = total.get(LANG)
        ),
        M::LackReviewer { reviewer } => format!("{reviewer} ne l’a pas notée en entier, et l’ordre de chaque membre compte"),
        M::LackNothingApplies {} => "tout est sans objet\u{a0}: il ne reste aucun critère à noter".to_owned(),
        M::BarGroup { group, minimum } => {
            format!("au moins {minimum} pour {group}", minimum = LANG.number(minimum), group = LANG.quote(group.get(LANG)))
        }
        M::BarAtLeast { total, least } => {
            format!("au moins {least} pour {total}", least = LANG.number(least), total = LANG.quote(total.get(LANG)))
        }
        M::BarAtMost { total, most } => {
            format!("au plus {most} pour {total}", most = LANG.number(most), total = LANG.quote(total.get(LANG)))
        }
        M::BarBetween { total, least, most } => format!(
            "de {least} à {most} pour {total}",
            least = LANG.number(least),
            most = LANG.number(most),
            total = LANG.quote(total.get(LANG))
        ),
        M::BarCarried { round } => format!("retenue à la ronde précédente ({round})", round = round.get(LANG)),
        M::BarRateable {} => "peut être cotée".to_owned(),
        M::FoundScored { what, value } => format!("{what}\u{a0}: {value}", what = what.text(LANG), value = value.text(LANG)),
        M::NoteLeft { left } => format!("Il reste {left} du budget.", left = LANG.number(left)),
        M::NoteNotApplicable { id, criteria } => {
            format!("{id}, critères sans objet retirés du résultat\u{a0}: {criteria}.", criteria = LANG.list(&texts(criteria)))
        }
        M::NoteCompared { criterion, best } => format!(
            "{criterion} se compare à {best}, la meilleure valeur de celles qui ont passé tous les critères d’exclusion et tous les minimums.",
            criterion = LANG.quote(criterion.get(LANG)),
            best = LANG.number(best)
        ),
        M::Ratio { over, by } => format!("{over} ÷ {by}", over = over.get(LANG), by = by.get(LANG)),
        M::NoteIncomplete { unrated } => format!(
            "{unrated} {noun}.",
            unrated = LANG.count(*unrated),
            noun = plural(*unrated, "candidature n’est pas encore évaluée", "candidatures ne sont pas encore évaluées")
        ),
        M::GoneSince {} => "retenue alors, et absente des candidatures d’ici".to_owned(),
        M::NoteScoreBroken { above, below, what, score, criterion } => format!(
            "{above} et {below} sont à égalité ({what}\u{a0}: {score}); {criterion} place {above} devant.",
            what = what.text(LANG),
            score = LANG.number(score),
            criterion = LANG.quote(&criterion.text(LANG))
        ),
        M::NoteScoreShared { tied, what, score, rank } => format!(
            "{tied} partagent le rang {rank} ({what}\u{a0}: {score}); leur ordre dans le tableau ne dit rien.",
            tied = LANG.list(tied),
            rank = LANG.count(*rank),
            what = what.text(LANG),
            score = LANG.number(score)
        ),
        M::WentOn {} => "a poursuivi".to_owned(),
        M::NewHere {} => "n’y était pas".to_owned(),
        M::NoteBetweenLevels { criterion, ids } => format!(
            "{criterion}\u{a0}: les notes de {ids} donnent ensemble une note qui n’est à aucun échelon, alors qu’une condition en demande un exactement; un arrondi des notes, déclaré dans la grille, peut la ramener à un échelon.",
            criterion = LANG.quote(criterion.get(LANG)),
            ids = LANG.list(ids)
        ),
        M::EdgeNoRanks { above, above_is, below, below_is } => format!(
            "Cette grille ne classe rien. {above}\u{a0}: {above_is}; {below}\u{a0}: {below_is}.",
            above_is = above_is.text(LANG),
            below_is = below_is.text(LANG)
        ),
        M::EdgeApart { above, above_rank, above_track, below, below_rank, below_track } => format!(
            "{above} a le rang {above_rank} du volet {above_track}, {below} le rang {below_rank} du volet {below_track}\u{a0}: ces volets sont classés à part, et aucune des deux ne devance l’autre.",
            above_rank = LANG.count(*above_rank),
            above_track = LANG.quote(above_track.get(LANG)),
            below_rank = LANG.count(*below_rank),
            below_track = LANG.quote(below_track.get(LANG))
        ),
        M::NoteUnpaid { tied, left } => format!(
            "Indécis entre {tied}\u{a0}: les {left} qui restent ne suffisent pas pour l’ensemble, et rien dans la grille ne les départage.",
            tied = LANG.list(tied),
            left = LANG.number(left)
        ),
    }
}
