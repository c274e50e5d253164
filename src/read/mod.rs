//! Bytes into drafts whose values can name their place. The only room that opens inputs; it decides nothing.
