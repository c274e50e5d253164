//! Questions asked of a call and of its ranking: who is to mark what, why this total, why A above B, what a committee should
//! be told. Nothing is decided here.

mod advice;
pub mod agreement;
mod answers;
mod behind;
pub mod compare;
mod duties;
mod explain;
mod notes;
pub mod panel;
mod real;
pub mod robustness;
pub mod scenario;
mod shift;
mod stream;
mod summary;
mod validity;
mod versus;

pub use advice::advice;
pub use answers::Answers;
pub use behind::{Behind, behind};
pub use duties::{Duties, Duty, excluded_before_marks};
pub use explain::{Explanation, explain};
pub use notes::{Note, disposition_code, notes};
pub use shift::{Move, Shift};
pub use summary::{Mean, Of, means};
pub use validity::{Standing, State, standings};
pub use versus::{Difference, Settled, Versus, versus};
