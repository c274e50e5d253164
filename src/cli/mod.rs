//! Arguments, files and exit codes: one short file per command.
