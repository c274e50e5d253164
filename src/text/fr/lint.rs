//! French: what a grid or a call holds that is probably not meant.

use super::{LANG, near_hint, plural, texts};
use crate::text::message::Lint as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::ConditionNever {} => "personne ne peut remplir cette condition".to_owned(),
        M::ConditionNeverHelp {} => "ses parties s’excluent, ou demandent l’impossible\u{a0}: changez une borne, ou écrivez `any` là où une seule partie suffit".to_owned(),
        M::GatesContradict { gate, other } => format!("personne ne peut satisfaire à la fois à {gate} et à {other}", gate = LANG.quote(gate.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::GatesContradictAll { gate } => format!("personne ne peut satisfaire à {gate} après avoir satisfait aux critères d’exclusion qui précèdent", gate = LANG.quote(gate.get(LANG))),
        M::GatesContradictHelp {} => "tout le monde serait exclu\u{a0}: changez-en un, ou faites-en un seul avec `any` là où l’un ou l’autre suffit".to_owned(),
        M::GateRedundant { gate, other } => format!("{gate} ne demande rien que {other} ne demande déjà", gate = LANG.quote(gate.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::GateUnderThreshold { gate } => format!("{gate} ne demande rien qu’un minimum ou la note de passage ne demande déjà", gate = LANG.quote(gate.get(LANG))),
        M::GateRedundantHelp {} => "retirez-le, ou corrigez celui des deux qui n’est pas ce qui a été publié".to_owned(),
        M::PartRedundant {} => "sans cette partie, la condition serait la même".to_owned(),
        M::PartRedundantHelp {} => "retirez-la, ou corrigez-la".to_owned(),
        M::PartIdle {} => "toutes les valeurs remplissent cette partie de la condition\u{a0}: elle ne demande rien".to_owned(),
        M::PartNever {} => "personne ne peut remplir cette partie de la condition\u{a0}: elle n’ouvre rien".to_owned(),
        M::PassRedundant { pass, least } => format!("qui atteint chaque minimum a déjà au moins {least} points\u{a0}: une note de passage de {pass} n’arrête personne", least = LANG.number(least), pass = LANG.number(pass)),
        M::PassRedundantHelp {} => "relevez-la, ou retirez-la".to_owned(),
        M::GateIdle { gate } => format!("{gate} n’exclut personne\u{a0}: toutes les valeurs passent", gate = LANG.quote(gate.get(LANG))),
        M::GateIdleHelp {} => "corrigez la borne ou la liste; pour demander seulement que le renseignement soit donné, écrivez `present = true`".to_owned(),
        M::LevelHiddenByAll { level } => format!("{level} n’est jamais attribué\u{a0}: les niveaux qui précèdent prennent tout le monde", level = LANG.quote(level.get(LANG))),
        M::TrackHidden { track } => format!("personne n’est dans {track}\u{a0}: les volets qui précèdent prennent tous ceux qu’il pourrait prendre", track = LANG.quote(track.get(LANG))),
        M::TrackHiddenHelp {} => "les volets se lisent de haut en bas\u{a0}: mettez le plus étroit en premier, ou corrigez sa condition".to_owned(),
        M::LevelGap { level, above, value } => format!("{value} tombe entre {level} et {above}, et n’a aucun niveau", value = LANG.number(value), level = LANG.quote(level.get(LANG)), above = LANG.quote(above.get(LANG))),
        M::LevelGapRest { level, above, value, rest } => format!("{value} tombe entre {level} et {above}, et reçoit {rest}", value = LANG.number(value), level = LANG.quote(level.get(LANG)), above = LANG.quote(above.get(LANG)), rest = LANG.quote(rest.get(LANG))),
        M::LevelGapHelp {} => "les niveaux se lisent de haut en bas\u{a0}: `at_least` seul, à partir du meilleur niveau, ne laisse aucun trou".to_owned(),
        M::LevelsOverlap { level, other, value } => format!("{value} est à la fois dans {level} et dans {other}, qui se lit en premier", value = LANG.number(value), level = LANG.quote(level.get(LANG)), other = LANG.quote(other.get(LANG))),
        M::LevelsOverlapHelp {} => "dites auquel des deux elle appartient\u{a0}: `at_least` seul, à partir du meilleur niveau, ne laisse aucun doute".to_owned(),
        M::CriterionFlat {} => "toutes les valeurs donnent les mêmes points\u{a0}: cela ne départage personne".to_owned(),
        M::WhenAlways {} => "personne ne peut manquer à cette condition\u{a0}: tout le monde a les points".to_owned(),
        M::CriterionFlatHelp {} => "corrigez ce que vaut chaque valeur, ou retirez-le et donnez son poids aux autres".to_owned(),
        M::MinimumAtTop { minimum } => format!("qui atteint le minimum de {minimum} a tous les points\u{a0}: le poids ne départage personne", minimum = LANG.number(minimum)),
        M::MinimumAtTopHelp {} => "baissez le minimum; ou faites-en un critère d’exclusion, et donnez le poids aux autres critères".to_owned(),
        M::TieIdle {} => "les ex æquo le sont aussi là-dessus\u{a0}: cela ne départage personne".to_owned(),
        M::TieIdleHelp {} => "retirez cette clé\u{a0}: ce qui classe et les clés d’avant ne lui laissent rien à départager; nommez autre chose si les rangs ne doivent pas être partagés".to_owned(),
        M::PoliciesImplicit { policies } => format!("laissé par défaut\u{a0}: {policies}", policies = LANG.list(policies)),
        M::PoliciesImplicitHelp {} => "écrivez-le sous `[rules]`, pour que personne n’ait à demander ce qui a été décidé".to_owned(),
        M::LabelsAlike { label, line } => format!("{label} est déjà le nom d’un autre, à la ligne {line}", label = LANG.quote(label), line = LANG.count(*line)),
        M::LabelsAlikeHelp {} => "on lit les noms, et non les identifiants\u{a0}: donnez à chacun le sien".to_owned(),
        M::AspectRepeated { aspect, line } => format!("{aspect} est déjà un aspect, à la ligne {line}", aspect = LANG.quote(aspect), line = LANG.count(*line)),
        M::AspectRepeatedHelp {} => "laissez-le là où il compte\u{a0}: ce qui guide deux notes compte deux fois".to_owned(),
        M::FactUnused { fact } => format!("rien dans la grille n’emploie {fact}", fact = LANG.quote(fact.get(LANG))),
        M::FactUnusedHelp {} => "il manque peut-être un critère; une colonne qu’on ne fait que montrer, ou que des conflits d’intérêts regardent, peut rester".to_owned(),
        M::StageEmpty { stage } => format!("rien n’est demandé à l’étape {stage}", stage = LANG.quote(stage.get(LANG))),
        M::StageEmptyHelp {} => "nommez-la comme `stage` d’un critère, ou retirez-la".to_owned(),
        M::ValueTwice { value } => format!("{value} est déjà dans cette liste", value = LANG.quote(value)),
        M::ValueTwiceHelp {} => "retirez-la, ou écrivez la valeur voulue".to_owned(),
        M::ChoiceSingle { value } => format!("{value} est la seule valeur de ce choix\u{a0}: il ne départage personne", value = LANG.quote(value)),
        M::ChoiceSingleHelp {} => "ajoutez les autres valeurs; pour une case à cocher, écrivez type = \"yes-no\"".to_owned(),
        M::ReviewersIdle { reviewers, quorum } => format!("un quorum de {quorum} sur chaque critère demande autant de membres\u{a0}: {reviewers} ne demande rien de plus", quorum = LANG.count(*quorum), reviewers = LANG.count(*reviewers)),
        M::ReviewersIdleHelp {} => "relevez `reviewers`, ou retirez-le".to_owned(),
        M::CaseUnderQuorum { most, quorum } => format!("ce cas ne se présente jamais\u{a0}: il prend au plus {most} {noun}, et le quorum est de {quorum}", most = LANG.count(*most), noun = plural(*most, "note", "notes"), quorum = LANG.count(*quorum)),
        M::CaseUnderQuorumHelp {} => "sous le quorum, il n’y a pas de note à combiner\u{a0}: abaissez le quorum, ou retirez ce cas".to_owned(),
        M::HeadingTarget { target, near } => format!("rien dans cet appel ne s’appelle {target}{near}", target = LANG.quote(target), near = near_hint(near.as_deref())),
        M::HeadingTargetHelp {} => "donnez l’identifiant d’un renseignement ou d’un critère; une colonne qui garde son nom n’a pas besoin de figurer ici".to_owned(),
        M::LevelsOrder { levels } => {
            format!("de l’un à l’autre, les valeurs de ces échelons ne vont ni en montant ni en descendant\u{a0}: {}", texts(levels).join(", "))
        }
        M::LevelsOrderHelp {} => "voyez si deux valeurs ont été interverties; écrivez les échelons du plus bas au plus haut, ou l’inverse".to_owned(),
        M::PlacesIdle { places, submissions } => format!("{places} {noun} pour {submissions} {of}\u{a0}: personne n’est laissé de côté faute de place", places = LANG.count(*places), noun = plural(*places, "place", "places"), submissions = LANG.count(*submissions), of = plural(*submissions, "candidature", "candidatures")),
        M::HeadingRepeated {} => "cette ligne répète l’en-tête\u{a0}: ce n’est pas une candidature".to_owned(),
        M::HeadingRepeatedHelp {} => "retirez la ligne; si des fichiers ont été mis bout à bout, gardez l’en-tête du premier".to_owned(),
        M::UnratedYet { count, ids } => format!("{count} {noun} pas encore évaluée{s}\u{a0}: {ids}", count = LANG.count(*count), noun = plural(*count, "candidature n’est", "candidatures ne sont"), s = plural(*count, "", "s"), ids = LANG.list(ids)),
        M::UnratedYetHelp {} => "`grille panel` montre de qui viendront les notes, et `grille rank` ce qui manque à chacune".to_owned(),
        M::MarksToCome { name, count, ids } => format!(
            "{name} n’a encore rien noté de {count} {noun} qui lui reviennent\u{a0}: {ids}",
            name = LANG.quote(name),
            count = LANG.count(*count),
            noun = plural(*count, "candidature", "candidatures"),
            ids = LANG.list(ids)
        ),
        M::MarksToComeHelp {} => {
            "ajoutez les notes; s’il n’en viendra pas, écrivez une abstention, ou retirez l’attribution".to_owned()
        }
        M::WeightAlike { criterion } => format!("toutes les candidatures classées ont les mêmes points sur {criterion}\u{a0}: il ne départage rien ici", criterion = LANG.quote(criterion.get(LANG))),
        M::WeightsApart { criteria } => {
            format!("ce que des critères pèsent et ce qu’ils font des écarts entre les totaux est fort différent\u{a0}: {}", texts(criteria).join("; "))
        }
        M::WeightApart { criterion, weight, effect } => {
            format!("{} pèse {weight}\u{a0}% et en fait {effect}\u{a0}%", LANG.quote(criterion.get(LANG)))
        }
        M::WeightInEffectHelp {} => "ce n’est ni bien ni mal\u{a0}: `grille robustness` montre ce que fait chaque critère; voyez si les notes emploient l’échelle".to_owned(),
        M::FactEmpty { fact } => format!("aucune candidature ne donne {fact}, dont un résultat dépend", fact = LANG.quote(fact.get(LANG))),
        M::FactEmptyHelp {} => "remplissez la colonne; si elle porte un autre nom dans le fichier, dites-le sous `[columns]` dans l’appel".to_owned(),
        M::ReviewerFlat { name, count } => format!("{name} donne les mêmes notes aux {count} candidatures", name = LANG.quote(name), count = LANG.count(*count)),
        M::ReviewerFlatHelp {} => "ces notes ne départagent personne\u{a0}: voyez avec le membre si elles sont voulues, ou recopiées le long d’une colonne".to_owned(),
        M::ReviewerFlatOn { name, criterion, count } => format!("sur {criterion}, {name} donne la même note aux {count} candidatures, et d’autres non", name = LANG.quote(name), criterion = LANG.quote(criterion.get(LANG)), count = LANG.count(*count)),
    }
}
