//! French: headings, columns, words.

use super::{LANG, list_or_nobody, near_hint, plain_or_quoted, plural, texts};
use crate::number::Exact;
use crate::text::message::Report as M;

/// The sentence.
#[expect(clippy::match_same_arms, reason = "one arm a sentence: two that read alike today need not tomorrow")]
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
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
        M::SummaryRanking { submitted, ranked, excluded, unrated } => format!(
            "{submitted} {submitted_1}\u{a0}: {ranked} au classement, {excluded} {excluded_4}, {unrated} non {unrated_6}.",
            submitted = LANG.count(*submitted),
            submitted_1 = plural(*submitted, "candidature", "candidatures"),
            ranked = LANG.count(*ranked),
            excluded = LANG.count(*excluded),
            excluded_4 = plural(*excluded, "écartée", "écartées"),
            unrated = LANG.count(*unrated),
            unrated_6 = plural(*unrated, "évaluée", "évaluées")
        ),
        M::SummaryEligible { submitted, eligible, excluded, unrated } => format!(
            "{submitted} {submitted_1}\u{a0}: {eligible} {eligible_3}, {excluded} {excluded_5}, {unrated} non {unrated_7}.",
            submitted = LANG.count(*submitted),
            submitted_1 = plural(*submitted, "candidature", "candidatures"),
            eligible = LANG.count(*eligible),
            eligible_3 = plural(*eligible, "admissible", "admissibles"),
            excluded = LANG.count(*excluded),
            excluded_5 = plural(*excluded, "écartée", "écartées"),
            unrated = LANG.count(*unrated),
            unrated_7 = plural(*unrated, "évaluée", "évaluées")
        ),
        M::SelectedAre { places, ids } => format!(
            "{places} ({places_1} {places_2})\u{a0}: {ids}.",
            places = plural(*places, "Retenue", "Retenues"),
            places_1 = LANG.count(*places),
            places_2 = plural(*places, "place", "places"),
            ids = LANG.list(ids)
        ),
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
        M::ResultRanked { rank, among, total } => format!(
            "Rang {rank} sur {among}, avec un total de {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultRankedShared { rank, among, total } => format!(
            "Rang {rank} sur {among}, partagé, avec un total de {total}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            total = LANG.number(total)
        ),
        M::ResultExcluded { reasons } => format!("Écartée — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultUnrated { reasons } => format!("Non évaluée — {reasons}", reasons = texts(reasons).join("; ")),
        M::ResultEligible {} => "Admissible\u{a0}: tous les critères d’exclusion sont respectés.".to_owned(),
        M::ExactTotal { total } => format!("Le total exact est {}.", exactly(total)),
        M::LeftOut { weight, total } => format!(
            "Des notes manquent sur {weight} points de poids; les points ci-dessus sont ramenés à {total} en répartissant ce poids en proportion.",
            weight = LANG.number(weight),
            total = LANG.number(total)
        ),
        M::TotalLine {} => "Total".to_owned(),
        M::MarkBy { reviewer, mark } => format!("{reviewer} {mark}", mark = mark.text(LANG)),
        M::PartMissing { fact } => format!("{fact}\u{a0}: non précisé", fact = fact.text(LANG)),
        M::CountedLowestLine {} => "manquante, comptée comme la plus basse".to_owned(),
        M::Place { file, spot } => format!("{file}:{spot}"),
        M::CannotRank { title } => format!(
            "{title} n’a pas de critère pondéré\u{a0}: cette grille dit qui est admissible et ne classe personne; `grille screen` en donne la liste",
            title = LANG.quote(title.get(LANG))
        ),
        M::UnknownId { id, near } => {
            format!("aucune candidature ne s’appelle {id}{near}", id = LANG.quote(id), near = near_hint(near.as_deref()))
        }
        M::UnknownGrid { name, near } => {
            format!("aucune grille fournie ne s’appelle {name}{near}", name = LANG.quote(name), near = near_hint(near.as_deref()))
        }
        M::FolderNotEmpty { folder } => format!(
            "{folder} n’est pas un dossier vide\u{a0}: rien n’a été écrit; choisissez un nouveau dossier",
            folder = LANG.quote(folder)
        ),
        M::CallStarted { folder, grid } => format!(
            "Un appel selon {grid} est prêt dans {folder}.",
            grid = LANG.quote(grid.get(LANG)),
            folder = LANG.quote(folder)
        ),
        M::CallStartedNext { check, rank } => format!("Inscrivez les candidatures et les notes; ensuite, {check} et {rank}."),
        M::FinalRefused { unrated } => format!(
            "{unrated} {unrated_1}\u{a0}: le classement n’est pas définitif",
            unrated = LANG.count(*unrated),
            unrated_1 = plural(*unrated, "candidature n’est pas évaluée", "candidatures ne sont pas évaluées")
        ),
        M::InvalidInput { errors } => format!(
            "{errors} {errors_1} à corriger avant tout résultat",
            errors = LANG.count(*errors),
            errors_1 = plural(*errors, "erreur", "erreurs")
        ),
        M::FormatNotHere { format } => format!("la forme {format} ne convient pas à ce résultat", format = LANG.quote(format)),
        M::RuleMissing { policy } => format!("Notes manquantes\u{a0}: {policy}", policy = policy.text(LANG)),
        M::RulePass { pass } => format!("Seuil de passage\u{a0}: {pass}", pass = LANG.number(pass)),
        M::RuleTies { criteria } => {
            format!("Départage des ex æquo par {criteria}, ensuite rangs partagés", criteria = LANG.list(&texts(criteria)))
        }
        M::RuleTiesShared {} => "Les ex æquo partagent un rang".to_owned(),
        M::RuleQuorum { quorum } => format!(
            "Quorum\u{a0}: {quorum} {quorum_1} par critère",
            quorum = LANG.count(*quorum),
            quorum_1 = plural(*quorum, "note", "notes")
        ),
        M::PolicyUnrated {} => "la candidature n’est pas évaluée et le classement est provisoire".to_owned(),
        M::PolicyError {} => "une erreur".to_owned(),
        M::PolicyReweight {} => "le critère est retiré et son poids réparti entre les autres".to_owned(),
        M::PolicyLowest {} => "comptée comme la note la plus basse".to_owned(),
        M::AspectsOf { aspects } => texts(aspects).join("; "),
        M::MinimumOf { minimum } => format!("minimum {minimum}", minimum = LANG.number(minimum)),
        M::WayNamed { way, scale } => format!("ou, selon {way}\u{a0}: {scale}", way = LANG.quote(way), scale = scale.text(LANG)),
        M::SourceLine { source } => format!("Source\u{a0}: {source}", source = source.get(LANG)),
        M::Labelled { what, scale } => format!("{what}\u{a0}: {scale}", what = what.get(LANG), scale = scale.text(LANG)),
        M::SelectedAndUndecided { places, ids, open, tied } => format!(
            "Pour {places} {places_1}\u{a0}: {ids}; indécis entre {tied} pour {open} {open_1}.",
            places = LANG.count(*places),
            places_1 = plural(*places, "place", "places"),
            ids = list_or_nobody(ids),
            tied = LANG.list(tied),
            open = LANG.count(*open),
            open_1 = plural(*open, "place", "places")
        ),
        M::PartPoints { fact, value, points, weight } => format!(
            "{fact}\u{a0}: {value} → {points}/{weight}",
            fact = fact.text(LANG),
            value = LANG.number(value),
            points = LANG.number(points),
            weight = LANG.number(weight)
        ),
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
        M::KindIdOr { keys } => format!("identifiant, ou tableau avec {keys}", keys = LANG.choice(keys)),
        M::NeedOneOf {} => "une de celles-ci".to_owned(),
        M::KindVariant { keys } => format!("tableau avec {keys}", keys = LANG.choice(keys)),
        M::TitleProfile { call } => format!("{call} — résultats", call = call.get(LANG)),
        M::SummaryProfile { submitted, rated, excluded, unrated } => format!(
            "{submitted} {noun}\u{a0}: {rated} {evaluated}, {excluded} {out}, {unrated} {not}.",
            submitted = LANG.count(*submitted),
            noun = plural(*submitted, "candidature", "candidatures"),
            rated = LANG.count(*rated),
            evaluated = plural(*rated, "évaluée", "évaluées"),
            excluded = LANG.count(*excluded),
            out = plural(*excluded, "écartée", "écartées"),
            unrated = LANG.count(*unrated),
            not = plural(*unrated, "non évaluée", "non évaluées")
        ),
        M::SelectedWithin { ids } => format!("Retenues dans les limites du budget\u{a0}: {ids}.", ids = LANG.list(ids)),
        M::LevelHas { level, ids } => format!("{level}\u{a0}: {ids}", level = level.text(LANG), ids = LANG.list(ids)),
        M::ClassNone {} => "aucun niveau".to_owned(),
        M::ClassUndecided {} => "indécis".to_owned(),
        M::HeadingTrack { track } => track.get(LANG).to_owned(),
        M::HeadingLeftBefore {} => "Seulement à la ronde précédente".to_owned(),
        M::HeadingValidity {} => "Validité".to_owned(),
        M::HeadingSummaries {} => "Ensemble".to_owned(),
        M::HeadingGaps {} => "Écarts aux cibles".to_owned(),
        M::NoGaps {} => "Toutes les cibles sont atteintes.".to_owned(),
        M::HeadingLevels {} => "Niveaux".to_owned(),
        M::HeadingTotals {} => "Totaux".to_owned(),
        M::HeadingTracks {} => "Volets".to_owned(),
        M::HeadingStages {} => "Étapes".to_owned(),
        M::ColumnLevel {} => "Niveau".to_owned(),
        M::ColumnTrack {} => "Volet".to_owned(),
        M::ColumnStage {} => "Étape".to_owned(),
        M::ColumnRankSum {} => "Somme des rangs".to_owned(),
        M::ColumnAdjustments {} => "Ajustements".to_owned(),
        M::ColumnTarget {} => "Cible".to_owned(),
        M::ColumnGap {} => "Écart".to_owned(),
        M::ColumnFrom {} => "Depuis".to_owned(),
        M::ColumnUntil {} => "Prend fin".to_owned(),
        M::ColumnState {} => "État".to_owned(),
        M::ColumnFamily {} => "Famille".to_owned(),
        M::ColumnHow {} => "Comment il se calcule".to_owned(),
        M::ColumnWhen {} => "Ce qu’il faut".to_owned(),
        M::ColumnWhat {} => "Ce qui change".to_owned(),
        M::StateValid {} => "valide".to_owned(),
        M::StateExpired {} => "expirée".to_owned(),
        M::StateNotYet {} => "pas encore".to_owned(),
        M::StateUnknown {} => "sans date de référence".to_owned(),
        M::SummaryLine { label, mean, count } => format!(
            "{label}\u{a0}: {mean} ({count} {noun})",
            label = label.get(LANG),
            mean = LANG.number(mean),
            count = LANG.count(*count),
            noun = plural(*count, "candidature", "candidatures")
        ),
        M::SummaryOf { label, value, mean, count } => format!(
            "{label}, {value}\u{a0}: {mean} ({count} {noun})",
            label = label.get(LANG),
            value = value.text(LANG),
            mean = LANG.number(mean),
            count = LANG.count(*count),
            noun = plural(*count, "candidature", "candidatures")
        ),
        M::NotSaid {} => "non précisé".to_owned(),
        M::OutcomeNotReached {} => "non atteint".to_owned(),
        M::AdjustShared {} => "Poids retiré et réparti".to_owned(),
        M::AdjustCapped {} => "Au-delà du plafond".to_owned(),
        M::AdjustRounded {} => "Arrondi déclaré".to_owned(),
        M::BetweenLine {} => "Poids réparti, plafonds et arrondis".to_owned(),
        M::SubtotalLine { group } => format!("Sous-total\u{a0}: {group}", group = group.get(LANG)),
        M::Indented { what } => {
            let (deep, what) = what.within();
            format!("{dots}{what}", dots = "· ".repeat(deep + 1), what = what.text(LANG))
        }
        M::NotReachedLine {} => "non examiné\u{a0}: arrêtée à une étape précédente".to_owned(),
        M::LeftOutLine {} => "sans note\u{a0}: son poids est réparti".to_owned(),
        M::NotApplicableMark {} => "s.\u{a0}o.".to_owned(),
        M::ResultProfile {} => "Évaluée; cette grille ne classe pas.".to_owned(),
        M::ResultLevel { level } => format!("Niveau\u{a0}: {level}.", level = level.text(LANG)),
        M::ResultScored { rank, among, what, score } => format!(
            "Rang {rank} sur {among}\u{a0}: {what} {score}.",
            rank = LANG.count(*rank),
            among = LANG.count(*among),
            what = what.text(LANG),
            score = LANG.number(score)
        ),
        M::TrackIs { track } => format!("Volet\u{a0}: {track}", track = track.get(LANG)),
        M::TotalIs { total, value, how } => {
            format!("{total}\u{a0}: {value} = {how}", total = total.get(LANG), value = LANG.number(value), how = how.text(LANG))
        }
        M::ValidUntil { label, from, ends, state } => format!(
            "{label}\u{a0}: du {from}{until} — {state}",
            label = label.get(LANG),
            until = ends.map_or_else(String::new, |ends| format!(" au {ends}")),
            state = state.text(LANG)
        ),
        M::AllTheRest {} => "tout le reste".to_owned(),
        M::FamilySelection {} => "Choix de pratiques et de projets".to_owned(),
        M::FamilyFunding {} => "Financement".to_owned(),
        M::FamilyProcurement {} => "Marchés publics".to_owned(),
        M::FamilyAppraisal {} => "Appréciation et certification".to_owned(),
        M::FamilyMaturity {} => "Maturité et autoévaluation".to_owned(),
        M::FamilyEvaluation {} => "Évaluation de résultats".to_owned(),
        M::FamilyOther {} => "Autres".to_owned(),
        M::RuleRankBy { what, best } => {
            format!("Ce qui classe\u{a0}: {what}, {best} d’abord", what = what.text(LANG), best = best.text(LANG))
        }
        M::RuleRanksNothing {} => "Rien n’est classé\u{a0}: chaque candidature a ses résultats".to_owned(),
        M::BestHighest {} => "le plus haut".to_owned(),
        M::BestLowest {} => "le plus bas".to_owned(),
        M::RuleRankSum { tied } => format!(
            "Notes de plusieurs membres\u{a0}: les totaux de chacun deviennent des rangs, qui s’additionnent; les ex æquo prennent {tied}",
            tied = tied.text(LANG)
        ),
        M::TiedMean {} => "la moyenne de leurs rangs".to_owned(),
        M::TiedLowest {} => "le meilleur de leurs rangs".to_owned(),
        M::RuleNotApplicable { policy } => format!("Notes «\u{a0}sans objet\u{a0}»\u{a0}: {policy}", policy = policy.text(LANG)),
        M::PolicyLeaveOut {} => "retirées du résultat du groupe, dont le maximum est ajusté".to_owned(),
        M::PolicyShareOut {} => "leur poids est réparti entre tous les autres critères".to_owned(),
        M::RuleRound { steps } => {
            format!("Arrondis déclarés, à la hausse à mi-chemin\u{a0}: {steps}", steps = LANG.list(&texts(steps)))
        }
        M::RoundMarks { decimals } => format!("notes à {decimals} décimales", decimals = LANG.count(*decimals)),
        M::RoundPoints { decimals } => format!("points à {decimals} décimales", decimals = LANG.count(*decimals)),
        M::RoundGroups { decimals } => format!("groupes à {decimals} décimales", decimals = LANG.count(*decimals)),
        M::RoundTotals { decimals } => format!("totaux à {decimals} décimales", decimals = LANG.count(*decimals)),
        M::RuleCap { cap } => format!("Le total compte pour {cap} au plus", cap = LANG.number(cap)),
        M::RuleApart {} => "Chaque volet est classé à part".to_owned(),
        M::RuleCost { cost } => format!("Un budget paie\u{a0}: {cost}", cost = cost.get(LANG)),
        M::RuleDense {} => "Après un rang partagé, le suivant\u{a0}: 1-2-2-3".to_owned(),
        M::CapOf { cap } => format!("{cap} au plus", cap = LANG.number(cap)),
        M::GroupMean {} => "moyenne de ce qui s’y trouve".to_owned(),
        M::GroupAdds {} => "somme de ce qui s’y trouve".to_owned(),
        M::TargetOf { target } => format!("cible\u{a0}: {target}", target = LANG.number(target)),
        M::RoleBonus {} => "bonus".to_owned(),
        M::RoleMalus {} => "retiré du total".to_owned(),
        M::RoleAside {} => "ne compte pas".to_owned(),
        M::AtStage { stage } => format!("étape\u{a0}: {stage}", stage = stage.get(LANG)),
        M::TrackWeight { item, weight } => {
            format!("poids de {item}\u{a0}: {weight}", item = LANG.quote(item.get(LANG)), weight = LANG.number(weight))
        }
        M::TrackPlaces { places } => {
            format!("{places} {noun}", places = LANG.count(*places), noun = plural(*places, "place", "places"))
        }
        M::ValidFor { label, years, fact } => format!(
            "{label}\u{a0}: {years} {noun} à partir de {fact}",
            label = label.get(LANG),
            years = LANG.count(*years),
            noun = plural(*years, "an", "ans"),
            fact = LANG.quote(fact.get(LANG))
        ),
        M::FirstValues { fact, values } => {
            format!("{fact}\u{a0}: d’abord {values}", fact = fact.get(LANG), values = texts(values).join(", "))
        }
        M::WithBest { what, best } => format!("{what} ({best} d’abord)", what = what.text(LANG), best = best.text(LANG)),
        M::PartOf { what, weight } => format!("{what} → {weight}", what = what.text(LANG), weight = LANG.number(weight)),
        M::PartOn { what, scale } => format!("{what}\u{a0}: {scale}", what = what.text(LANG), scale = scale.text(LANG)),
        M::ColumnNotReached {} => "Non atteint".to_owned(),
        M::LeftOutWaived { weight } => {
            format!("Sans objet\u{a0}: {weight} points de poids, répartis comme la grille le dit.", weight = LANG.number(weight))
        }
        M::NoMarkLine {} => "sans note".to_owned(),
        M::SummaryRateable { submitted, rated, not_rateable, excluded, unrated } => format!(
            "{submitted} {noun}\u{a0}: {rated} {evaluated}, {not_rateable} hors cote, {excluded} {out}, {unrated} {not}.",
            submitted = LANG.count(*submitted),
            noun = plural(*submitted, "candidature", "candidatures"),
            rated = LANG.count(*rated),
            evaluated = plural(*rated, "évaluée", "évaluées"),
            not_rateable = LANG.count(*not_rateable),
            excluded = LANG.count(*excluded),
            out = plural(*excluded, "écartée", "écartées"),
            unrated = LANG.count(*unrated),
            not = plural(*unrated, "non évaluée", "non évaluées")
        ),
        M::StatusRated {} => "évaluée".to_owned(),
        M::TrackBudget { budget } => format!("budget de {budget}", budget = LANG.number(budget)),
        M::SelectedAndUnpaid { ids, tied, left } => format!(
            "Retenues dans les limites du budget\u{a0}: {ids}; indécis entre {tied}, pour qui il reste {left}.",
            ids = list_or_nobody(ids),
            tied = LANG.list(tied),
            left = LANG.number(left)
        ),
        M::PartUncompared { fact, value } => {
            format!("{fact}\u{a0}: {value}, sans comparaison", fact = fact.text(LANG), value = LANG.number(value))
        }
        M::KindWholeOr { words } => format!("nombre entier, ou {words}", words = LANG.choice(&LANG.quote_each(words))),
    }
}

/// All its decimals where they end, else the fraction.
fn exactly(value: &Exact) -> String {
    value.decimals().map_or_else(|| value.to_exact_text(), |decimals| LANG.fixed(value, decimals))
}
