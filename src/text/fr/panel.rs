//! French: how reviewers combine, and what a call says of its panel.

use super::{LANG, near_hint, plural, texts};
use crate::number::Exact;
use crate::text::Message;
use crate::text::message::Panel as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::CombineMean {} => "leur moyenne exacte".to_owned(),
        M::CombineMedian {} => "leur médiane".to_owned(),
        M::CombineTrimmed { share } => format!("leur moyenne sans une part de {share} à chaque bout", share = LANG.number(share)),
        M::CombineExtremes {} => "leur moyenne, sans une des plus hautes ni une des plus basses".to_owned(),
        M::CombineTwoClosest {} => "la moyenne des deux notes les plus proches".to_owned(),
        M::CombineMajority {} => "celle que donnent plus de la moitié des voix".to_owned(),
        M::CombineDiscuss {} => "aucune note encore\u{a0}: un autre membre ou une discussion".to_owned(),
        M::RuleCombine { policy } => format!("Les notes du comité se combinent par {policy}", policy = policy.text(LANG)),
        M::RuleCombineTotals { policy } => {
            format!("Le total de chaque membre est calculé, et les totaux se combinent par {policy}", policy = policy.text(LANG))
        }
        M::RuleCase { marks, apart, policy } => {
            let apart = apart.as_ref().map_or_else(String::new, |apart| {
                format!(" à plus de {}\u{a0}% de l’échelle l’une de l’autre", LANG.number(apart))
            });
            format!("Avec {marks}{apart}\u{a0}: {policy}", marks = marks.text(LANG), policy = policy.text(LANG))
        }
        M::MarksExactly { count } => {
            format!("{count} {count_1}", count = LANG.count(*count), count_1 = plural(*count, "note", "notes"))
        }
        M::MarksAtLeast { count } => format!("{count} notes ou plus", count = LANG.count(*count)),
        M::MarksAtMost { count } => {
            format!("au plus {count} {count_1}", count = LANG.count(*count), count_1 = plural(*count, "note", "notes"))
        }
        M::MarksBetween { least, most } => {
            format!("{least} à {most} notes", least = LANG.count(*least), most = LANG.count(*most))
        }
        M::QuorumMajority {} => "Quorum\u{a0}: plus de la moitié de ceux qui peuvent noter".to_owned(),
        M::QuorumAll {} => "Quorum\u{a0}: tous ceux qui peuvent noter".to_owned(),
        M::QuorumReviewers { quorum } => {
            format!("Pour qu’une candidature soit évaluée, membres\u{a0}: {quorum}", quorum = quorum.text(LANG))
        }
        M::QuorumNumber { count } => format!("au moins {count}", count = LANG.count(*count)),
        M::QuorumHalf {} => "plus de la moitié de ceux qui peuvent noter".to_owned(),
        M::QuorumEveryone {} => "tous ceux qui peuvent noter".to_owned(),
        M::RuleAbstainedExcuse {} => "Qui s’abstient ne compte pas parmi ceux qui peuvent noter".to_owned(),
        M::RuleAbstainedLowest {} => "Une abstention compte comme la note la plus basse".to_owned(),
        M::RuleOneMissingLowest {} => "La note qu’un membre n’a pas donnée compte comme la plus basse".to_owned(),
        M::RuleConsensusReplaces {} => "La note de consensus, là où elle est donnée, remplace les autres".to_owned(),
        M::RuleConsensusBounds { band } => format!(
            "Les votes s’écartent d’au plus {band} du consensus ou, sans lui, de la moyenne des membres responsables",
            band = LANG.number(band)
        ),
        M::RuleRankMean { tied } => format!(
            "Les totaux de chaque membre deviennent des rangs, dont la moyenne la plus petite l’emporte; à égalité, {tied}",
            tied = tied.text(LANG)
        ),
        M::TrimMissing {} => "«\u{a0}trimmed\u{a0}» demande la part à retirer".to_owned(),
        M::TrimRange { share } => {
            format!("une part de {share} à chaque bout ne laisse rien, ou ne retire rien", share = LANG.number(share))
        }
        M::TrimHelp {} => "écrivez trim = 0.1 pour une note sur dix à chaque bout; c’est plus que 0 et moins que 0.5".to_owned(),
        M::PanelKeyUseless { key } => format!("{key} est sans effet à côté des autres clés de ce comité", key = LANG.quote(key)),
        M::PanelKeyUselessHelp { key } => {
            format!("retirez {key}, ou voyez dans la référence avec quoi elle va", key = LANG.quote(key))
        }
        M::CombineNever {} => "avec «\u{a0}discuss\u{a0}» seul, personne n’est jamais évalué".to_owned(),
        M::CombineNeverHelp {} => "dites dans `cases` pour combien de notes, ou pour quel écart, il y en a une".to_owned(),
        M::BandNegative {} => "un écart ne peut être sous zéro".to_owned(),
        M::BandMissing {} => "«\u{a0}bounds\u{a0}» demande un écart".to_owned(),
        M::BandHelp {} => "écrivez band = 0.5 pour des votes à un demi-point ou moins du consensus".to_owned(),
        M::ApartRange { share } => {
            format!("{share} n’est pas une part de l’échelle que des notes puissent dépasser", share = LANG.number(share))
        }
        M::ApartRangeHelp {} => {
            "écrivez apart = 0.3 pour des notes séparées de plus de 30\u{a0}% de l’échelle; c’est de 0 à moins de 1".to_owned()
        }
        M::CaseHidden {} => "un cas précédent convient partout où convient celui-ci".to_owned(),
        M::CaseHiddenHelp {} => "mettez-le avant le plus large, ou retirez-le".to_owned(),
        M::CaseNever {} => "aucun nombre de notes ne convient à ce cas".to_owned(),
        M::CaseNeverHelp {} => "at_least ne dépasse pas at_most, et les deux sont d’au moins 1".to_owned(),
        M::CaseTwoSizes {} => "ce cas donne deux fois le nombre de notes".to_owned(),
        M::CaseTwoSizesHelp {} => "écrivez `marks` seule, ou `at_least` et `at_most`".to_owned(),
        M::CaseAlways {} => "ce cas convient toujours".to_owned(),
        M::CaseAlwaysHelp {} => {
            "donnez-lui `marks`, `at_least`, `at_most` ou `apart`, ou écrivez son `combine` pour tout le comité".to_owned()
        }
        M::PanelWithoutReviewers {} => "l’appel a des conflits d’intérêts ou des attributions, et aucun membre".to_owned(),
        M::PanelWithoutReviewersHelp {} => "nommez chacun\u{a0}: [[reviewer]] id = \"…\"".to_owned(),
        M::ReviewerTwice { name } => format!("le membre {name} est nommé deux fois", name = LANG.quote(name)),
        M::ReviewerTwiceHelp {} => {
            "un identifiant ou un nom ne désigne qu’une personne\u{a0}: retirez l’un, ou distinguez-les".to_owned()
        }
        M::ReviewerUnknown { name, near } => format!(
            "aucun membre de l’appel ne s’appelle {name}{near}",
            name = LANG.quote(name),
            near = near_hint(near.as_deref())
        ),
        M::VotesNegative { votes } => {
            format!("{votes} voix\u{a0}: personne ne vote contre sa propre note", votes = LANG.number(votes))
        }
        M::VotesHelp {} => "écrivez 0 pour qui ne donne qu’un avis, 1 pour une voix".to_owned(),
        M::VotesUnweighed { votes, combine } => format!(
            "la grille combine par {combine}, où chacun a une voix ou aucune, et ce membre en a {votes}",
            combine = LANG.quote(combine),
            votes = LANG.number(votes)
        ),
        M::VotesUnweighedHelp {} => "écrivez votes = 1; moyennes, majorités et rangs admettent plusieurs voix".to_owned(),
        M::PartUnknown { part } => format!("la grille ne connaît pas de {part}", part = LANG.quote(part)),
        M::PartUnknownHelp {} => {
            "un consensus demande `consensus` sous [rules.panel] dans la grille; les `lead`, consensus = \"bounds\"".to_owned()
        }
        M::TermBackward { from, until } => {
            format!("le mandat prend fin le {until}, avant de commencer le {from}")
        }
        M::TermHelp {} => "corrigez l’un des deux jours".to_owned(),
        M::ConflictAboutNothing {} => "ce conflit d’intérêts ne dit pas avec quoi".to_owned(),
        M::ConflictAboutNothingHelp {} => "écrivez `submission` seule, ou `fact` avec `is`".to_owned(),
        M::ConflictFactUnknown { fact, near } => format!(
            "ni renseignement ni colonne des candidatures ne s’appelle {fact}{near}",
            fact = LANG.quote(fact),
            near = near_hint(near.as_deref())
        ),
        M::ConflictIdle { value, near } => format!(
            "aucune candidature n’a la valeur {value}{near}",
            value = LANG.quote(value),
            near = near_hint(near.as_deref())
        ),
        M::ConflictIdleHelp {} => "vérifiez la valeur; si personne de là n’a soumis, il n’y a rien à faire".to_owned(),
        M::ReviewerUnassigned { name } => format!("{name} n’a rien à noter"),
        M::ReviewerUnassignedHelp {} => "dès qu’il y a une attribution, qui n’en a pas ne note rien\u{a0}: ajoutez la sienne, ou retirez le membre".to_owned(),
        M::QuorumUnreachable { id, criterion, able, quorum } => format!(
            "{id}\u{a0}: {able_1} noter {criterion}, et le quorum est de {quorum}",
            id = id,
            able_1 = if *able < 2 {
                format!("{} membre peut", LANG.count(*able))
            } else {
                format!("{} membres peuvent", LANG.count(*able))
            },
            criterion = criterion.get(LANG),
            quorum = LANG.count(*quorum)
        ),
        M::QuorumUnreachableWhole { id, able, quorum } => format!(
            "{id}\u{a0}: {able_1} la noter, et il en faut {quorum}",
            id = id,
            able_1 = if *able < 2 {
                format!("{} membre peut", LANG.count(*able))
            } else {
                format!("{} membres peuvent", LANG.count(*able))
            },
            quorum = LANG.count(*quorum)
        ),
        M::QuorumUnreachableHelp {} => "attribuez-la à d’autres membres; en l’état, aucune note ne la rendra évaluée".to_owned(),
        M::WordIsNumber { word } => format!("{word} se lit comme un nombre, et un nombre est une note", word = LANG.quote(word)),
        M::WordIsNumberHelp {} => "là où un fichier écrit un nombre pour autre chose, dites-le sous [[sentinel]]".to_owned(),
        M::SentinelIdle { files, near } => format!(
            "aucun fichier de notes ne s’appelle {files}{near}",
            files = LANG.quote(files),
            near = near_hint(near.as_deref())
        ),
        M::SentinelIdleHelp {} => {
            "écrivez le nom tel que les résultats le montrent, à partir du dossier de l’appel; `*` est permis".to_owned()
        }
        M::ReadAsSentinel { value, means, count } => format!("{value} est lu comme {means}, comme le dit l’appel\u{a0}: {count} fois", value = LANG.number(value), means = means.text(LANG), count = LANG.count(*count)),
        M::MarkInConflict { name, id, count } => format!(
            "{name} est en conflit d’intérêts avec {id} et lui donne {count} {count_1}, qui ne {count_2} pas",
            name = name,
            id = id,
            count = LANG.count(*count),
            count_1 = plural(*count, "note", "notes"),
            count_2 = plural(*count, "compte", "comptent")
        ),
        M::MarkInConflictHelp {} => "retirez les notes, ou le conflit d’intérêts s’il n’a plus lieu d’être".to_owned(),
        M::MarkUnassigned { name, id } => format!("{name} note ici {id}, qui ne lui est pas attribuée"),
        M::MarkUnassignedHelp {} => "ajoutez l’attribution, ou retirez la note".to_owned(),
        M::MarkOutOfTerm { name, count } => format!(
            "{name} ne siège pas à la date de référence; {count} de ses notes {count_1} tout de même",
            name = name,
            count = LANG.count(*count),
            count_1 = plural(*count, "compte", "comptent")
        ),
        M::MarkOutOfTermHelp {} => "si elles ne doivent pas compter, retirez-les".to_owned(),
        M::VoteOutOfBand { mark, consensus, band } => format!(
            "{mark} s’écarte de plus de {band} du consensus, {consensus}",
            mark = LANG.number(mark),
            band = LANG.number(band),
            consensus = LANG.number(consensus)
        ),
        M::VoteOutOfBandHelp {} => "corrigez le vote, ou le consensus".to_owned(),
        M::LackMarksOf { criteria, given, quorum, then } => {
            let about = LANG.list(&texts(criteria));
            let what = if *given == 0 && *quorum == 1 {
                format!("pas de note\u{a0}: {about}")
            } else {
                format!(
                    "{about}\u{a0}: {given} {}, quorum de {quorum}",
                    plural(*given, "note", "notes"),
                    given = LANG.count(*given),
                    quorum = LANG.count(*quorum)
                )
            };
            format!("{what}{}", after(then))
        }
        M::LackReviewersOf { done, given, quorum, then } => {
            let done = done.text(LANG);
            format!(
                "{done} {given} {}, quorum de {quorum}{}",
                plural(*given, "membre", "membres"),
                after(then),
                given = LANG.count(*given),
                quorum = LANG.count(*quorum)
            )
        }
        M::WaitingFor { names } => format!("on attend {names}", names = LANG.list(names)),
        M::OnlyMay { able } => format!(
            "seulement {able} {able_1} noter",
            able = LANG.count(*able),
            able_1 = plural(*able, "membre peut", "membres peuvent")
        ),
        M::MarkedBy {} => "notée par".to_owned(),
        M::MarkedWholeBy {} => "notée en entier par".to_owned(),
        M::LackDiscuss { what, gap, width } => format!("{what}\u{a0}: notes distantes de {gap} sur {width}, à discuter ou à faire noter par une autre personne", what = what.text(LANG), gap = LANG.number(gap), width = LANG.number(width)),
        M::LackMajority { what } => format!("{what}\u{a0}: aucune note n’a plus de la moitié des voix", what = what.text(LANG)),
        M::LackConsensus { criterion } => format!(
            "{criterion}\u{a0}: pas encore de consensus, ni de notes des membres responsables",
            criterion = criterion.get(LANG)
        ),
        M::AdjustCombined {} => "Totaux combinés, et non les notes".to_owned(),
        M::MarkAbstained {} => "s’abstient".to_owned(),
        M::MarkRecused {} => "en conflit".to_owned(),
        M::MarkAwaited {} => "manque".to_owned(),
        M::MarkUncounted { mark } => format!("{mark} (ne compte pas)", mark = mark.text(LANG)),
        M::MarksApart { gap } => format!("écart de {gap}", gap = LANG.number(gap)),
        M::TitlePanel { call } => format!("{call} — rapport sur le comité", call = call.get(LANG)),
        M::SummaryPanel { reviewers, submissions, answered, asked } => format!("{reviewers} {r}, {submissions} {s}\u{a0}: {answered} des {asked} réponses attendues sont là.", reviewers = LANG.count(*reviewers), submissions = LANG.count(*submissions), answered = LANG.count(*answered), asked = LANG.count(*asked), r = plural(*reviewers, "membre", "membres"), s = plural(*submissions, "candidature", "candidatures")),
        M::AllAnswered {} => "Tout le monde a tout répondu.".to_owned(),
        M::LateReviewer { name, count, on } => format!("{name}\u{a0}: {count} {c}, sur {on}", count = LANG.count(*count), on = LANG.list(on), c = plural(*count, "réponse manque", "réponses manquent")),
        M::HeadingLate {} => "Réponses manquantes".to_owned(),
        M::HeadingDiscuss {} => "À discuter d’abord".to_owned(),
        M::DiscussNothing {} => "Rien n’appelle de discussion\u{a0}: aucune candidature n’est des deux côtés de la ligne de coupe.".to_owned(),
        M::DiscussUnsettled { reasons } => texts(reasons).join("; "),
        M::DiscussAcross { above, below, line } => format!("{above} {a} au-dessus de la ligne de coupe ({line}), {below} au-dessous", above = LANG.count(*above), below = LANG.count(*below), line = LANG.fixed(line, 2), a = plural(*above, "membre la met", "membres la mettent")),
        M::DiscussApart { limit } => format!("ses totaux sont distants de {limit} ou plus", limit = LANG.number(limit)),
        M::RangeBy { low, low_by, high, high_by } => format!("de {low} ({low_by}) à {high} ({high_by})", low = LANG.fixed(low, 2), low_by = low_by.text(LANG), high = LANG.fixed(high, 2), high_by = high_by.text(LANG)),
        M::HeadingInfluence {} => "Le résultat sans chaque membre".to_owned(),
        M::InfluenceNone {} => {
            "Aucun membre ne décide seul par ses notes\u{a0}: sans celles de l’un ou de l’autre, les candidatures retenues restent les mêmes.".to_owned()
        }
        M::InfluenceSome { names } => format!("Sans les notes d’une seule de ces personnes, d’autres candidatures seraient retenues\u{a0}: {names}.", names = LANG.list(names)),
        M::InfluenceNoCut {} => "L’appel n’a pas de ligne de coupe\u{a0}: seuls les rangs peuvent changer.".to_owned(),
        M::ColumnWithout {} => "Sans".to_owned(),
        M::ColumnEnters {} => "Entrent".to_owned(),
        M::ColumnLeaves {} => "Sortent".to_owned(),
        M::ColumnOpened {} => "En suspens".to_owned(),
        M::ColumnMoves {} => "Rangs changés".to_owned(),
        M::ColumnWidest {} => "Plus grand écart".to_owned(),
        M::MoveOf { id, from, to } => format!("{id}\u{a0}: {from} → {to}", from = LANG.count(*from), to = LANG.count(*to)),
        M::BecomesUnrated { ids } => format!("non évaluées\u{a0}: {ids}", ids = LANG.list(ids)),
        M::HeadingAgreement {} => "Accord entre les membres".to_owned(),
        M::ColumnOn {} => "Sur".to_owned(),
        M::ColumnCompared {} => "Comparées".to_owned(),
        M::ColumnAlpha {} => "Alpha".to_owned(),
        M::ColumnSingle {} => "CCI(2,1)".to_owned(),
        M::ColumnAverage {} => "CCI(2,k)".to_owned(),
        M::ColumnConcordance {} => "W".to_owned(),
        M::ColumnPairs {} => "Tau-b".to_owned(),
        M::ComparedUnits { submissions, complete } => format!("{submissions}, dont {complete} par tous", submissions = LANG.count(*submissions), complete = LANG.count(*complete)),
        M::FigureBetween { value, low, high } => format!("{value} [{low}; {high}]", value = LANG.fixed(value, 2), low = LANG.fixed(low, 2), high = LANG.fixed(high, 2)),
        M::FigureAlone { value } => LANG.fixed(value, 2),
        M::NoFigureTooFew {} => "trop peu".to_owned(),
        M::NoFigureNoVariation {} => "toutes égales".to_owned(),
        M::NoFigureNegative {} => "sous zéro".to_owned(),
        M::NoFigureVariance {} => "aucun accord".to_owned(),
        M::MeansAlpha { alpha, verdict } => format!("Alpha de {alpha}\u{a0}: {verdict}. Il vaut 1 si toutes les notes s’accordent et 0 si elles ne s’accordent pas plus qu’au hasard, et admet des notes manquantes.", alpha = LANG.fixed(alpha, 2), verdict = verdict.text(LANG)),
        M::VerdictReliable {} => "les membres s’accordent assez pour qu’on se fie à leurs notes (0,80 ou plus)".to_owned(),
        M::VerdictTentative {} => "les membres s’accordent assez pour des conclusions prudentes seulement (de 0,667 à 0,80)".to_owned(),
        M::VerdictUnreliable {} => "les membres s’accordent trop peu pour qu’on se fie à leurs notes sans discussion (moins de 0,667)".to_owned(),
        M::MeansSingle {} => "Le CCI(2,1) dit quelle part des différences entre notes isolées vient des candidatures plutôt que de qui a noté; le CCI(2,k), la même chose de la moyenne de ce comité.".to_owned(),
        M::MeansOrder {} => "W et tau-b ne regardent que l’ordre\u{a0}: 1 si tous les membres classent les candidatures de la même façon, quelle que soit leur sévérité; W vaut 0 et tau-b environ 0 si les ordres n’ont rien en commun.".to_owned(),
        M::MeansInterval { draws, seed } => format!("Entre crochets\u{a0}: marge d’incertitude à 95\u{a0}% ({draws} tirages de candidatures, graine {seed}). Avec peu de candidatures, l’incertitude réelle est plus grande.", draws = LANG.count(*draws)),
        M::HeadingSeverity {} => "Comment note chaque membre".to_owned(),
        M::ColumnReviewer {} => "Membre".to_owned(),
        M::ColumnRole {} => "Rôle".to_owned(),
        M::ColumnTotalsGiven {} => "Totaux".to_owned(),
        M::ColumnMean {} => "Moyenne".to_owned(),
        M::ColumnLowest {} => "Plus bas".to_owned(),
        M::ColumnHighest {} => "Plus haut".to_owned(),
        M::ColumnBeside {} => "Face aux autres".to_owned(),
        M::ColumnRemark {} => "Remarque".to_owned(),
        M::RemarkHarsh {} => "sévère".to_owned(),
        M::RemarkLenient {} => "indulgent".to_owned(),
        M::RemarkConstant {} => "toujours le même total".to_owned(),
        M::RemarkFew {} => "peu de notes".to_owned(),
        M::RemarkContrary {} => "ordre contraire".to_owned(),
        M::MeansSeverity { limit } => format!("Face aux autres\u{a0}: de combien de points du total les notes d’un membre sont au-dessus (+) ou au-dessous (−) de la moyenne des autres sur les mêmes critères des mêmes candidatures; sévère ou indulgent à partir de {limit} points. Tau-b\u{a0}: 1 si ses totaux rangent les candidatures comme la moyenne des autres, −1 dans l’ordre contraire.", limit = LANG.number(limit)),
        M::HeadingSpread {} => "Écart entre les totaux".to_owned(),
        M::ColumnRange {} => "Étendue".to_owned(),
        M::ColumnDeviation {} => "Écart type".to_owned(),
        M::ByReviewer { value, name } => format!("{value} ({name})", value = LANG.fixed(value, 2)),
        M::HeadingProgress {} => "Qui a répondu quoi".to_owned(),
        M::AnswersOf { answered, asked } => format!("{answered}/{asked}", answered = LANG.count(*answered), asked = LANG.count(*asked)),
        M::CellConflict {} => "conflit".to_owned(),
        M::MoreRows { count } => format!("… et {count} de plus\u{a0}: --format csv les donne toutes.", count = LANG.count(*count)),
        M::HeadingResampled {} => "Solidité du résultat".to_owned(),
        M::SummaryResampled { same, draws, reviewers, error, seed } => format!("On a reformé {draws} comités en tirant {reviewers} membres au hasard parmi ceux-ci, le même pouvant revenir (graine {seed})\u{a0}: {same}\u{a0}% retiennent exactement les mêmes candidatures, à {error} points près au plus.", same = LANG.count(*same), draws = LANG.count(*draws), reviewers = LANG.count(*reviewers), error = LANG.count(*error)),
        M::ColumnSelectedShare {} => "Retenue".to_owned(),
        M::ColumnUnratedShare {} => "Non évaluée".to_owned(),
        M::Percent { value } => format!("{value}\u{a0}%", value = LANG.count(*value)),
        M::MeansResampled {} => "Deux chiffres voisins se valent. Un tirage qui laisse trop peu de notes à une candidature la laisse non évaluée, donc non retenue.".to_owned(),
        M::HeadingCalibrated {} => "Totaux corrigés de la sévérité".to_owned(),
        M::MeansCalibrated {} => "Pour information; le classement reste celui des totaux bruts. Corrigé\u{a0}: la moyenne simple des totaux, comme si tous les membres étaient aussi sévères (effets additifs, moindres carrés, tous les totaux ensemble\u{a0}: ils diffèrent un peu des écarts ci-dessus). À comparer à la moyenne simple, et non au total brut, que la grille combine à sa façon.".to_owned(),
        M::ColumnRawRank {} => "Rang brut".to_owned(),
        M::ColumnRaw {} => "Brut".to_owned(),
        M::ColumnCalibrated {} => "Corrigé".to_owned(),
        M::ColumnCalibratedRank {} => "Rang corrigé".to_owned(),
        M::EffectOf { name, effect, marks } => format!("{name}\u{a0}: {effect} sur {marks} {m}", effect = signed(effect), marks = LANG.count(*marks), m = plural(*marks, "total", "totaux")),
        M::EffectFew { name, marks } => format!("{name} n’a donné que {marks} {m}\u{a0}: son effet est mal connu.", marks = LANG.count(*marks), m = plural(*marks, "total", "totaux")),
        M::Islands { count } => format!("Les totaux ne peuvent être calibrés\u{a0}: les membres forment {count} groupes qui n’ont rien noté en commun, et rien ne distingue un groupe sévère de candidatures faibles.", count = LANG.count(*count)),
        M::IslandOf { names, ids } => format!("{names}\u{a0}: {ids}", names = LANG.list(names), ids = LANG.list(ids)),
        M::NothingToCalibrate {} => "Il n’y a pas de totaux de membres à calibrer, ou le classement ne se fait pas par le total des poids.".to_owned(),
        M::PanelUnnamed {} => "les notes de cet appel n’ont pas de membres, donc pas de comité dont parler; donnez aux fichiers de notes une colonne `reviewer`".to_owned(),
        M::AnonymousReviewer { number } => format!("Membre {number}", number = LANG.count(*number)),
        M::FindingsHidden { count } => format!("{count} {c} nommer des membres; {v}.", count = LANG.count(*count), c = plural(*count, "remarque pourrait", "remarques pourraient"), v = plural(*count, "elle n’est pas montrée", "elles ne sont pas montrées")),
        M::HeadingMarks {} => "Les notes derrière les points".to_owned(),
        M::NoteDisagreement { above, below, lead, contrary, reviewers } => format!("{above} devance {below} de {lead}, ce qui est moins que ce qui sépare les membres sur ces deux candidatures\u{a0}: {contrary} sur {reviewers} {puts} {below} devant.", puts = plural(*contrary, "met", "mettent"), lead = LANG.number(lead), contrary = LANG.count(*contrary), reviewers = LANG.count(*reviewers)),
        M::UsageDraws { most } => format!("c’est au plus {most}", most = LANG.count(*most)),
        M::InfluenceOne { name } => format!("Sans les notes de {name}, d’autres candidatures seraient retenues."),
        M::MeansComplete {} => "Le CCI et W ne regardent que ce que tous les membres ont noté\u{a0}: trop peu ici pour les donner. Alpha et tau-b se contentent de ce qu’il y a.".to_owned(),
        M::DrawsNone { submissions } => format!("Pas de tirages\u{a0}: avec {submissions} candidatures, ils prennent du temps. --draws 1000 les fait.", submissions = LANG.count(*submissions)),
        M::InfluenceQuorum { name, ids, why } => format!("Sans {name}, {ids} {v}\u{a0}: {why}.", ids = LANG.list(ids), v = if ids.len() == 1 { "ne serait pas retenue" } else { "ne seraient pas retenues" }, why = why.text(LANG)),
        M::InfluenceOthers {} => "Sans les notes de n’importe quelle autre personne, les candidatures retenues restent les mêmes.".to_owned(),
        M::WhyTooFew {} => "il resterait trop peu de notes".to_owned(),
        M::WhyReading {} => "les notes restantes seraient trop éloignées, et une autre lecture serait à attendre".to_owned(),
        M::RemarkNoTotal {} => "aucun total complet".to_owned(),
        M::LateRanked { ids } => format!("Classées sans attendre ces réponses\u{a0}: {ids}.", ids = LANG.list(ids)),
        M::HeadingConflicts {} => "Conflits d’intérêts".to_owned(),
        M::ConflictsOf { name, ids, reasons } => format!("{name}\u{a0}: {ids}{reasons}", ids = LANG.list(ids), reasons = reasons.iter().flat_map(|reason| [" — ", reason.as_str()]).collect::<String>()),
        M::NameRemark { name, remark } => format!("{name}, {remark}", remark = remark.text(LANG)),
        M::ColumnPlainMean {} => "Moyenne simple".to_owned(),
        M::MeansProgress {} => "Réponses données et demandées; rien n’est demandé là où la case est vide.".to_owned(),
        M::MeansPairs {} => "Tau-b ne regarde que l’ordre\u{a0}: 1 si les membres classent les candidatures de la même façon, quelle que soit leur sévérité; environ 0 si les ordres n’ont rien en commun.".to_owned(),
        M::NoteAnswers { counted, out } => format!("{counted} {w}; laissées de côté\u{a0}: {out}.", counted = LANG.count(*counted), w = plural(*counted, "note compte", "notes comptent"), out = LANG.list(&texts(out))),
        M::OutUncounted { count } => format!("{count} que les règles ne comptent pas", count = LANG.count(*count)),
        M::OutMissing { count } => format!("{count} {w}", count = LANG.count(*count), w = plural(*count, "manquante", "manquantes")),
        M::OutAbstained { count } => format!("{count} {w}", count = LANG.count(*count), w = plural(*count, "abstention", "abstentions")),
        M::OutNotApplicable { count } => format!("{count} sans objet", count = LANG.count(*count)),
        M::OutRecused { count } => format!("{count} en conflit d’intérêts", count = LANG.count(*count)),
        M::ConsensusTwice {} => "il y a déjà un consensus".to_owned(),
        M::ConsensusTwiceHelp {} => "un consensus est unique\u{a0}: gardez l’un des deux, ou faites de l’autre un membre".to_owned(),
        M::MarksOfNobody { column } => format!("l’appel nomme ses membres, et rien ne dit qui a donné les notes de la colonne {column}", column = LANG.quote(column)),
        M::MarksOfNobodyHelp {} => "mettez les notes dans leur propre fichier, avec une colonne `reviewer`, ou retirez les membres de call.toml".to_owned(),
        M::MovesMean {} => "Les rangs sont comptés parmi les candidatures évaluées dans les deux cas.".to_owned(),
        M::MoreApart { count, limit } => format!("{count} {w} des totaux distants de {limit} ou plus.", count = LANG.count(*count), w = plural(*count, "autre a", "autres ont"), limit = LANG.number(limit)),
        M::UnratedAre { ids } => format!("{w}\u{a0}: {ids}.", ids = LANG.list(ids), w = if ids.len() == 1 { "Non évaluée" } else { "Non évaluées" }),
        M::RemarkAbstains {} => "aucun total complet, par abstention".to_owned(),
        M::ColumnResult {} => "Résultat".to_owned(),
        M::AnswerMissing {} => "une note manquante".to_owned(),
        M::AnswerAbstained {} => "une abstention".to_owned(),
        M::AnswerNotApplicable {} => "sans objet".to_owned(),
        M::AnswerRecused {} => "un conflit d’intérêts".to_owned(),
        M::LackDiscussTotals { gap, width } => format!("totaux distants de {gap} sur {width}, à discuter ou à faire noter par une autre personne", gap = LANG.number(gap), width = LANG.number(width)),
        M::PanelExcluded { excluded } => format!("{excluded} {w} de ce rapport.", excluded = LANG.count(*excluded), w = plural(*excluded, "candidature écartée est absente", "candidatures écartées sont absentes")),
        M::SheetsAnonymous {} => "une feuille de notes va à quelqu’un qu’elle nomme, et ne pourrait être relue sans cela\u{a0}: retirez --anonymous".to_owned(),
        M::RuleCombineOwn { criterion, policy } => format!("Pour {criterion}, par {policy}", criterion = criterion.get(LANG), policy = policy.text(LANG)),
    }
}

/// What follows after a semicolon.
fn after(parts: &[Message]) -> String {
    texts(parts).iter().flat_map(|part| ["; ", part.as_str()]).collect()
}

/// A difference with its sign.
fn signed(value: &Exact) -> String {
    let text = LANG.fixed(value, 2);
    if value.is_negative() || value.is_zero() { text } else { format!("+{text}") }
}
