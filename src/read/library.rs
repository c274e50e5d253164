//! The shipped grids, embedded in the binary: one line each.

/// A grid that comes with the program.
#[derive(Debug)]
pub struct Shipped {
    /// Its identifier, also the name of its file.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($id:literal),* $(,)?) => {
        /// Every shipped grid, in the order of the list people see.
        pub static GRIDS: &[Shipped] = &[ $( Shipped { id: $id, text: include_str!(concat!("../../grids/", $id, ".toml")) } ),* ];
    };
}

shipped![
    "trasss-letters",
    "trasss",
    "inters4-pratiques-inspirantes",
    "phac-best-practices",
    "ctreq-levels",
    "rank-sum",
    "horizon-europe-ria",
    "horizon-europe-ia",
    "cihr-project",
    "community-facilities-points",
    "dot-raise",
    "quebec-adjusted-price",
    "lowest-bid-points",
    "agree-ii",
    "breeam-levels",
    "green-flag",
    "psat",
    "implementation-support-maturity",
    "transfer-readiness",
    "consortium-plan-attainment",
    "communities-of-practice",
];

/// The shipped grid called `id`.
pub fn shipped(id: &str) -> Option<&'static Shipped> {
    GRIDS.iter().find(|grid| grid.id == id)
}
