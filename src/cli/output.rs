//! Where bytes go: standard output, or a file that is written whole or not at all, and never over an input.
//!
//! A file is first written beside its final place, under a name like `.grille-Xy12.tmp`, then renamed. When the run fails,
//! the temporary file is removed; when the run is killed (Ctrl-C, power cut) it may stay, and the file that was asked for
//! is as it was before.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::failure::{Said, reason};
use crate::text::Message;

/// Writes a result where the arguments want it; `inputs` are the files that were read.
///
/// # Errors
/// When it cannot be written, with the reason.
pub fn write(context: &Context, inputs: &[PathBuf], render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    match &context.output {
        Some(path) => write_file(path, inputs, render),
        None => write_stdout(render),
    }
}

/// Writes to standard output. A reader who has left (`| head`) is not an error.
///
/// # Errors
/// When the bytes cannot be written for another reason.
pub fn write_stdout(render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    // A buffer that is dropped after an error would try again.
    let result = render(&mut out).and_then(|()| out.flush());
    drop(out.into_parts());
    result.or_else(reader_left).map_err(|error| Said(Message::OutputScreenFailed { reason: Box::new(reason(&error)) }).into())
}

/// Writes a file whole or not at all, unless one of `inputs` would be lost.
///
/// An existing file keeps its permissions, a symbolic link keeps pointing where it did, and a device or a named pipe is
/// written to, not replaced.
///
/// # Errors
/// When the file is an input or cannot be written, with the path and the reason.
pub fn write_file(path: &Path, inputs: &[PathBuf], render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let shown = path.display().to_string();
    let failed = |error: &io::Error| Said(Message::OutputFailed { path: shown.clone(), reason: Box::new(reason(error)) });

    let (target, existing) = match (fs::canonicalize(path), fs::metadata(path)) {
        (Ok(target), Ok(existing)) => (target, Some(existing)),
        // Some special files (`/dev/fd/63`) can be opened, yet have no path of their own.
        (Err(_), Ok(existing)) => (path.to_path_buf(), Some(existing)),
        (_, Err(error)) if error.kind() == ErrorKind::NotFound => (path.to_path_buf(), None),
        (_, Err(error)) => return Err(failed(&error).into()),
    };
    if let Some(existing) = &existing {
        if existing.is_dir() {
            return Err(Said(Message::OutputIsFolder { path: shown }).into());
        }
        if inputs.iter().any(|input| is_same(input, &target, existing)) {
            return Err(Said(Message::OutputIsInput { path: shown }).into());
        }
        if existing.permissions().readonly() {
            return Err(Said(Message::OutputReadOnly { path: shown }).into());
        }
        if !existing.is_file() {
            let device = OpenOptions::new().write(true).open(path);
            return device.and_then(|device| fill(&device, render)).or_else(reader_left).map_err(|error| failed(&error).into());
        }
    }

    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if fs::metadata(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Err(Said(Message::OutputNoFolder { path: shown, folder: folder.display().to_string() }).into());
    }
    replace(&target, folder, existing.map(|existing| existing.permissions()), render).map_err(|error| failed(&error).into())
}

fn replace(
    target: &Path,
    folder: &Path,
    permissions: Option<Permissions>,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let temporary = temporary(folder)?;
    fill(temporary.as_file(), render)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.persist(target).map_err(|error| plain(&error.error))?;
    Ok(())
}

/// Writes files that are new to a folder, which is made if need be: all of them, or none as long as one is there already or
/// cannot be made. `bytes` gives the content of each, by index.
///
/// # Errors
/// When a file of these names is there, all of them being named; when the folder or a file cannot be made.
pub fn write_new_files(
    folder: &Path,
    names: &[String],
    mut bytes: impl FnMut(usize) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<()> {
    let shown = |path: &Path| path.display().to_string();
    if fs::metadata(folder).is_ok_and(|existing| !existing.is_dir()) {
        return Err(Said(Message::SheetsNotFolder { path: shown(folder) }).into());
    }
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    // A link that leads nowhere is there as well.
    let there =
        || paths.iter().filter(|path| fs::symlink_metadata(path).is_ok()).map(|path| shown(path)).collect::<Vec<String>>();
    let existing = there();
    if !existing.is_empty() {
        return Err(Said(Message::SheetsExist { paths: existing }).into());
    }
    let made = !folder.exists();
    fs::create_dir_all(folder)
        .map_err(|error| anyhow::Error::from(error).context(Said(Message::FolderCannotBeMade { folder: shown(folder) })))?;
    let failed =
        |path: &Path, error: &io::Error| Said(Message::OutputFailed { path: shown(path), reason: Box::new(reason(error)) });
    let mut put = || -> anyhow::Result<()> {
        let mut drafts = Vec::with_capacity(paths.len());
        for (at, path) in paths.iter().enumerate() {
            let content = bytes(at)?;
            let draft = temporary(folder).and_then(|draft| {
                fill(draft.as_file(), |out| out.write_all(&content))?;
                Ok(draft)
            });
            drafts.push(draft.map_err(|error| failed(path, &error))?);
        }
        for (draft, path) in drafts.into_iter().zip(&paths) {
            // Somebody may have made a file of that name meanwhile.
            draft.persist_noclobber(path).map_err(|error| failed(path, &plain(&error.error)))?;
        }
        Ok(())
    };
    put().inspect_err(|_| {
        if made {
            // Stays where something has been put into it.
            let _ = fs::remove_dir(folder);
        }
    })
}

/// A file without a name that people would take for a result.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".grille-").suffix(".tmp");
    // Without this, a temporary file is for its owner only; the system takes its own mask (umask) off.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(|error| plain(&error))
}

fn fill(file: &File, render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, file);
    let result = render(&mut out).and_then(|()| out.flush());
    drop(out.into_parts());
    result
}

/// Without the temporary file's name, which says nothing to people.
fn plain(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

fn reader_left(error: io::Error) -> io::Result<()> {
    if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

/// Whether an input is the file that would be written: by its path without links, or as another name (hard link) of it.
fn is_same(input: &Path, target: &Path, existing: &Metadata) -> bool {
    fs::canonicalize(input).is_ok_and(|input| input == *target)
        || fs::metadata(input).is_ok_and(|input| is_same_inode(&input, existing))
}

#[cfg(unix)]
fn is_same_inode(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    a.is_file() && (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
const fn is_same_inode(_: &Metadata, _: &Metadata) -> bool {
    false
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the files themselves")]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn hello(out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"hello\n")
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn refusal(result: anyhow::Result<()>, folder: &Path) -> [String; 2] {
        let error = result.unwrap_err();
        let said = error.downcast_ref::<Said>().unwrap();
        Lang::ALL.map(|lang| said.0.text(lang).replace(&folder.display().to_string(), "TMP"))
    }

    #[test]
    fn a_file_is_made_or_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write_file(&path, &[], hello).unwrap();
        write_file(&path, &[], |out| out.write_all(b"other")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "other");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn a_failed_result_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        let result = write_file(&path, &[], |out| {
            out.write_all(&vec![b'x'; 1 << 20])?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(
            refusal(result, folder.path()),
            [
                "le résultat n’a pu être écrit dans «\u{a0}TMP/a.csv\u{a0}»\u{a0}: il n’y a plus de place",
                "the result could not be written to “TMP/a.csv”: no space left"
            ]
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn an_input_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("marks.csv");
        fs::write(&input, "old").unwrap();
        let mut others = vec![folder.path().join("./marks.csv")];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&input, folder.path().join("soft.csv")).unwrap();
            fs::hard_link(&input, folder.path().join("hard.csv")).unwrap();
            others.extend([folder.path().join("soft.csv"), folder.path().join("hard.csv")]);
        }
        for path in others {
            let [fr, en] = refusal(write_file(&path, std::slice::from_ref(&input), hello), folder.path());
            assert!(fr.ends_with("ce fichier a servi d’entrée et serait perdu"), "{fr}");
            assert!(en.ends_with("it was read as an input, and would be lost"), "{en}");
        }
        assert_eq!(fs::read_to_string(&input).unwrap(), "old");
    }

    #[test]
    fn new_files_are_all_there_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("a/b");
        let named = ["1.csv".to_owned(), "2.csv".to_owned(), "3.csv".to_owned()];
        let fails = write_new_files(&at, &named, |at| if at < 2 { Ok(vec![b'x']) } else { Err(anyhow::anyhow!("odd")) });
        assert!(fails.is_err() && !at.exists(), "the folder that was made for them goes with them");
        write_new_files(&at, &named[1..], |at| Ok(vec![b'0' + u8::try_from(at).unwrap()])).unwrap();
        assert_eq!(names(&at), ["2.csv", "3.csv"]);
        let [_, en] = refusal(write_new_files(&at, &named, |_| Ok(Vec::new())), folder.path());
        assert_eq!(
            en,
            "already there, and perhaps filled in: “TMP/a/b/2.csv” and “TMP/a/b/3.csv”; nothing was written; move them, or \
             choose another folder"
        );
        assert_eq!(names(&at), ["2.csv", "3.csv"]);
        assert_eq!(fs::read_to_string(at.join("3.csv")).unwrap(), "1");
        assert!(
            refusal(write_new_files(&at.join("2.csv"), &named, |_| Ok(Vec::new())), folder.path())[1].contains("not a folder")
        );
    }

    #[test]
    fn places_that_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        assert_eq!(
            refusal(write_file(at, &[], hello), at),
            [
                "le résultat ne peut être écrit dans «\u{a0}TMP\u{a0}»\u{a0}: c’est un dossier",
                "the result cannot be written to “TMP”: it is a folder"
            ]
        );
        assert_eq!(
            refusal(write_file(&at.join("no/a.csv"), &[], hello), at),
            [
                "le résultat ne peut être écrit dans «\u{a0}TMP/no/a.csv\u{a0}»\u{a0}: le dossier «\u{a0}TMP/no\u{a0}» n’existe pas",
                "the result cannot be written to “TMP/no/a.csv”: the folder “TMP/no” does not exist"
            ]
        );
        let path = at.join("a.csv");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(
            refusal(write_file(&path, &[], hello), at)[1],
            "the result cannot be written to “TMP/a.csv”: the file is read-only"
        );
        #[cfg(unix)]
        assert_eq!(
            refusal(write_file(&path.join("b.csv"), &[], hello), at)[1],
            "the result could not be written to “TMP/a.csv/b.csv”: a part of the path is not a folder"
        );
    }

    #[cfg(unix)]
    #[test]
    fn permissions_links_and_devices_stay_what_they_are() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (plain, fresh, link) = (folder.path().join("plain"), folder.path().join("fresh"), folder.path().join("link"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        File::create(&plain).unwrap();
        write_file(&fresh, &[], hello).unwrap();
        assert_eq!(mode(&fresh), mode(&plain), "a new file is like any other new file");
        fs::set_permissions(&fresh, Permissions::from_mode(0o640)).unwrap();
        write_file(&fresh, &[], hello).unwrap();
        assert_eq!(mode(&fresh), 0o640);
        symlink("fresh", &link).unwrap();
        write_file(&link, &[], |out| out.write_all(b"through")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&fresh).unwrap(), "through");
        write_file(Path::new("/dev/null"), &[], hello).unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
