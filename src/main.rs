//! The binary: hands the arguments to the library and its exit code to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    grille::cli::run(std::env::args_os())
}
