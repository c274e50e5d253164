//! Findings for people, in the manner of a compiler: what, where, the line itself, what to do.
