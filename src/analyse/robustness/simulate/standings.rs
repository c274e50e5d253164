//! How everyone fares in one draw.

/// Ranks and standings of one draw. Submissions go by *slots*: their places among those that may be ranked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Standings {
    /// The rank of each slot, from 1; 0 where it has none.
    pub(super) ranks: Vec<u32>,
    /// Who is first, alone or not.
    pub(super) first: Vec<u32>,
    /// Who is among the places.
    pub(super) selected: Vec<u32>,
    /// Who is tied across the cut-line.
    pub(super) tied: Vec<u32>,
}

impl Standings {
    /// Nobody ranked yet.
    pub(super) fn clear(&mut self, slots: usize) {
        self.ranks.clear();
        self.ranks.resize(slots, 0);
        self.first.clear();
        self.selected.clear();
        self.tied.clear();
    }
}
