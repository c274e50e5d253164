//! Every sentence and heading the program can say, with its arguments. The wording is in `fr.rs` and `en.rs`.

use super::catalogue::catalogue;
use super::{Label, Lang, en, fr};
use crate::number::{Date, Exact};

catalogue! {
    /// A sentence or a heading, ready to be rendered in either language.
    pub enum Message {
        // ── composition ──
        Verbatim { text: String },
        Text { label: Label },
        Number { value: Exact },
        Day { date: Date },

        // ── read: how files were read, and what is wrong with their form ──

        // ───

        // ── check: grids and calls ──
        KeyUnknown { key: String, table: String, near: Option<String> },
        KnownKeys { known: Vec<String> },
        KeyMissing { key: String, table: String },
        KeyMissingHelp { key: String, doc: Label },
        KnownValues { known: Vec<String> },
        KnownChoices { known: Vec<Message> },
        ChoiceLine { id: String, label: Label },
        WantsTable { table: String },
        WantsText { key: String },
        WantsLabel { key: String },
        WantsFlag { key: String },
        WantsList { key: String },
        WantsScalar { key: String },
        WantsNumber { value: String },
        WantsNumberFor { key: String, value: String },
        WantsNumberHelp {},
        WantsWhole { key: String, value: Exact },
        WantsDate { value: String },
        WantsYears { value: String },
        WantsYesNo { value: String },
        WantsTwoBounds {},
        BoundsReversed {},
        NumberTooLong { value: String },
        TextEmpty { key: String },
        IdForm { id: String },
        IdFormHelp { suggestion: String },
        WordUnknown { key: String, value: String, near: Option<String> },
        LanguageUnknown { key: String },
        LabelLanguage { key: String, language: String },
        VariantTwice { key: String, first: String, second: String },
        VariantNone { key: String, near: Option<String> },
        ScalePoints { points: Exact, step: Option<Exact> },
        ScaleRange { min: Exact, max: Exact, step: Option<Exact> },
        ScaleRangeLowest { min: Exact, max: Exact, step: Option<Exact> },
        ScaleLevels { levels: Vec<Message> },
        LevelLine { level: Label, value: Exact },
        ScaleYesNo { yes: Exact, no: Exact },
        ScaleBrackets { lines: Vec<Message> },
        BracketLine { bound: Exact, points: Exact },
        BracketRest { points: Exact },
        ScaleNotPositive { value: Exact },
        StepMissesTop { step: Exact, min: Exact, max: Exact },
        StepMissesTopHelp {},
        ScaleBounds { min: Exact, max: Exact },
        ScaleBoundsHelp {},
        LevelNegative { level: String },
        LevelAmbiguous { level: String, other: String },
        LevelsTooFew {},
        LevelsTooFewHelp {},
        YesIsNo { value: Exact },
        BracketNegative { points: Exact },
        BracketOrder { bound: Exact, above: Exact },
        BracketOrderHelp {},
        BracketUnbounded {},
        BracketUnboundedHelp {},
        BracketGap { lowest: Exact },
        BracketGapHelp {},
        BracketsWorthless {},
        BracketsBest { best: Exact, weight: Exact },
        BracketsBestHelp {},
        BracketsNeedFact {},
        BracketsNeedFactHelp {},
        MustBeOneOf { fact: Label, values: Vec<Message> },
        MustBeNoneOf { fact: Label, values: Vec<Message> },
        MustBeAtLeast { fact: Label, bound: Box<Message> },
        MustBeAtMost { fact: Label, bound: Box<Message> },
        MustBeBetween { fact: Label, low: Box<Message>, high: Box<Message> },
        MustBePresent { fact: Label },
        MustBeAbsent { fact: Label },
        MustBeBefore { fact: Label, day: Box<Message> },
        MustBeAfter { fact: Label, day: Box<Message> },
        MustBeWithinYears { fact: Label, years: usize },
        AsOf {},
        ConditionAll { parts: Vec<Message> },
        ConditionAny { parts: Vec<Message> },
        ConditionNot { part: Box<Message> },
        Yes {},
        No {},
        TestType { test: String, fact: String, kind: String },
        OnlyTrue { other: String },
        EmptyList {},
        ChoiceUnknown { value: String, fact: String, near: Option<String> },
        FactUnknown { fact: String, near: Option<String> },
        DeclaredFacts { known: Vec<String> },
        SourceMissing {},
        SourceMissingHelp {},
        IdDuplicate { id: String, line: usize },
        IdDuplicateHelp {},
        FactKeyUseless { key: String, wanted: String, kind: String },
        ChoiceWithoutValues {},
        ChoiceWithoutValuesHelp {},
        ValuesClash { value: String, other: String },
        ColumnsClash { id: String, other: String },
        ColumnsClashHelp {},
        WeightNotPositive { weight: Exact },
        WeightsSum { sum: Exact, total: Exact },
        WeightsShort { gap: Exact, list: Vec<Message> },
        WeightsOver { gap: Exact, list: Vec<Message> },
        WeightOf { id: String, weight: Exact },
        TotalWithoutCriteria {},
        NothingToDo {},
        NothingToDoHelp {},
        DecimalsRange { value: usize },
        MinimumOnSum {},
        MinimumOnSumHelp {},
        MinimumOnLowest {},
        MinimumVacuous { minimum: Exact, low: Exact, high: Exact },
        MinimumVacuousHelp {},
        ScaleMissing {},
        ScaleMissingHelp {},
        ScaleBesideSum {},
        ScaleBesideSumHelp {},
        PartsSum { sum: Exact, weight: Exact },
        ScaleFactType { fact: String, kind: String },
        ScaleLacksValue { value: String, fact: String },
        QuorumZero {},
        PassVacuous { pass: Exact, total: Exact },
        PassVacuousHelp {},
        TieKeyTwice { id: String },
        TieKeyUnknown { id: String, near: Option<String> },
        WayUnknown { way: String, criterion: String, near: Option<String> },
        AsOfMissing { gate: Label },
        AsOfMissingHelp {},
        ListUnused { list: String, near: Option<String> },
        HeadingUnknown { heading: String, near: Option<String> },
        HeadingUnknownHelp {},
        CallGridMissing {},
        CallGridMissingHelp {},
        CallSubmissionsMissing {},
        CallSubmissionsMissingHelp {},
        GridUnknown { name: String, near: Option<String> },
        GridUnknownHelp { known: Vec<String> },
        NotGridNorCall {},
        NotGridNorCallHelp {},
        NothingFound {},
        NothingFoundHelp {},
        NoCallFile { folder: String },
        NoCallFileHelp {},

        // ───

        // ── check: submissions and marks ──
        ColumnMissing { column: String, near: Option<String> },
        ColumnMissingHelp { column: String, found: Vec<String> },
        ColumnsKept { count: usize, names: Vec<String> },
        CountTwice { fact: String, list: String },
        CountTwiceHelp {},
        NoSubmission {},
        SubmissionWithoutId {},
        SubmissionWithoutIdHelp {},
        SubmissionDuplicate { id: String, line: usize },
        SubmissionDuplicateHelp {},
        FactValueUnknown { value: String, fact: Label, near: Option<String> },
        CellNotANumber { value: String, column: String },
        CellNotANumberHelp {},
        CellNotACount { value: String },
        NumbersTooLong {},
        NumberAmbiguous { value: String },
        NumberAmbiguousHelp {},
        NumberMixed { value: String },
        NumberMixedHelp {},
        DateAmbiguous { value: String },
        DateAmbiguousHelp {},
        CellNotADate { value: String },
        CellNotADateHelp {},
        ListCellEmpty { column: String },
        SubmissionUnknown { id: String, near: Option<String> },
        SubmissionUnknownHelp {},
        CriterionUnknown { criterion: String, near: Option<String> },
        MarkOffScale { mark: Exact, scale: Box<Message> },
        MarkOffStep { mark: Exact, scale: Box<Message> },
        MarkOffScaleHelp {},
        MarkWordUnknown { value: String, near: Option<String> },
        MarksTwice { column: String },
        MarksTwiceHelp {},
        MarkNotWanted { criterion: String },
        MarkNotWantedHelp {},
        MarksColumnUnknown { column: String, near: Option<String> },
        MarkDuplicate { submission: String, criterion: String, reviewer: Option<String> },
        MarkDuplicateHelp {},
        MarkMissing { id: String, criteria: Vec<String> },
        MarkMissingHelp {},

        // ───

        // ── score and analyse: reasons, notes, explanations ──

        // ───

        // ── report: headings, columns, words ──
        LevelError { code: String },
        LevelWarning { code: String },
        LevelNote { code: String },
        LevelHelp {},
        NoFindings {},
        FindingsCount { errors: usize, warnings: usize, notes: usize },
        MoreFindings { more: usize, code: String },
        FieldOf { label: String, value: String },

        // ───

        // ── cli: usage, help, files ──
        UsageValueRefused { value: String, arg: String },
        UsageValueRefusedBecause { value: String, arg: String, reason: Box<Message> },
        UsageValueMissing { arg: String },
        UsageValuesAllowed { values: Vec<String> },
        UsageOptionUnknown { arg: String },
        UsageArgumentTooMany { arg: String },
        UsageCommandUnknown { name: String },
        UsageCommandMissing {},
        UsageCommands { names: Vec<String> },
        UsageDidYouMean { names: Vec<String> },
        UsageBelongsTo { arg: String, commands: Vec<String> },
        UsageEqualsNeeded { arg: String },
        UsageOneValueTooMany { value: String, arg: String },
        UsageTooFewValues { arg: String, needed: usize, given: usize },
        UsageOtherCount { arg: String, needed: usize, given: usize },
        UsageRepeated { arg: String },
        UsageConflict { arg: String, others: Vec<String> },
        UsageConflictUnnamed {},
        UsageChooseOne {},
        UsageMissing { args: Vec<String> },
        UsageNotUnicode {},
        UsageOther { detail: String },
        UsageSeeHelp { command: String },
        UsageNotPair {},
        UsageNotWhole {},
        UsageNotDate {},
        UsageOneStdin { args: Vec<String> },
        OutputIsFolder { path: String },
        OutputNoFolder { path: String, folder: String },
        OutputIsInput { path: String },
        OutputReadOnly { path: String },
        OutputFailed { path: String, reason: Box<Message> },
        OutputScreenFailed { reason: Box<Message> },
        ReasonNotFound {},
        ReasonDenied {},
        ReasonFull {},
        ReasonReadOnlyPlace {},
        ReasonNotFolder {},
        ReasonNameTooLong {},
        // ───
    }
}

impl Message {
    /// The sentence in `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => fr::sentence(self),
            Lang::En => en::sentence(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_argument_is_said_in_both_languages() {
        let mut lost = Vec::new();
        for sample in Message::samples() {
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let text = sample.message.text(lang);
                assert!(!text.trim().is_empty(), "{} is empty in {}", sample.name, lang.code());
                for (arg, shown) in &sample.args {
                    if !text.contains(&shown[at]) {
                        lost.push(format!("{} loses `{arg}` in {}: {text}", sample.name, lang.code()));
                    }
                }
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }

    /// French typography: a no-break space before a colon and inside guillemets, none before `;`, `!`, `?`.
    #[test]
    fn french_is_typeset_as_in_quebec() {
        for sample in Message::samples() {
            let text = sample.message.text(Lang::Fr);
            for bad in [" :", " ;", " !", " ?", "« ", " »", "\u{a0};", " %", "'"] {
                assert!(!text.contains(bad), "{}: {bad:?} in {text}", sample.name);
            }
        }
    }
}
