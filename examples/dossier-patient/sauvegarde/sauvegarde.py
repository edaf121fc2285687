#!/usr/bin/env python3
"""Sauvegarde, vérification et restauration de l'entrepôt de documents (produit fictif « Dossier Patient »).

    sauvegarde.py creer DONNEES DEPOT --cle FICHIER
    sauvegarde.py verifier ARCHIVE --cle FICHIER
    sauvegarde.py restaurer ARCHIVE DOSSIER --cle FICHIER

Procédure : preuves/GEN.21/procedure-sauvegarde.md. Bibliothèque standard seule, Python 3.11.4 ou plus récent.
"""

import argparse
import hashlib
import hmac
import io
import json
import os
import stat
import sys
import tarfile
from datetime import datetime, timezone
from pathlib import Path
from typing import BinaryIO

MANIFEST = "manifeste.json"


class BackupError(Exception):
    """L'archive ou la clé ne permet pas de continuer."""


def read_key(path: Path) -> bytes:
    """Lit la clé d'intégrité : jamais dans le code ni en argument, et illisible aux autres comptes.

    @segur SC.SSI/GEN.14
    """
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise BackupError(f"{path}: key file must be readable by its owner alone (chmod 600)")
    key = path.read_bytes().strip()
    if len(key) < 32:
        raise BackupError(f"{path}: key is too short, 32 bytes at least")
    return key


# @segur SC.SSI/GEN.21 - sauvegarde complète, avec une empreinte par fichier
# @segur à-faire SC.SSI/GEN.21 - chiffrement des archives avant leur envoi hors site
def create(data: Path, depot: Path, key: bytes, now: datetime) -> Path:
    """Écrit une archive complète, la relit, et ne lui donne son nom définitif qu'une fois vérifiée."""
    files = sorted(path for path in data.rglob("*") if not path.is_dir())
    for path in files:
        if path.is_symlink() or not path.is_file():
            raise BackupError(f"{path}: only plain files can be saved")
    hashes = {path.relative_to(data).as_posix(): _digest(path.open("rb")) for path in files}
    manifest = json.dumps({"created": now.isoformat(), "files": hashes}, ensure_ascii=False).encode()
    archive = depot / f"dossier-{now:%Y%m%dT%H%M%SZ}.tar.gz"
    if archive.exists():
        raise BackupError(f"{archive}: already exists")
    partial = archive.with_suffix(".partiel")
    with tarfile.open(partial, "w:gz") as tar:
        _add(tar, MANIFEST, manifest)
        _add(tar, MANIFEST + ".hmac", _sign(manifest, key).encode())
        for path in files:
            tar.add(path, "donnees/" + path.relative_to(data).as_posix(), recursive=False)
    verify(partial, key)
    # Copie non modifiable : lecture seule ici, et dépôt hors ligne décrit par la procédure.
    partial.chmod(0o400)
    return partial.rename(archive)


def verify(archive: Path, key: bytes) -> list[str]:
    """Rend les fichiers de l'archive, une fois chacun comparé à son empreinte et le manifeste à sa signature.

    @segur SC.SSI/GEN.21
    """
    try:
        with tarfile.open(archive, "r:gz") as tar:
            digests = {member.name: _digest(_stream(tar, member)) for member in tar.getmembers()}
            manifest, signature = (_stream(tar, tar.getmember(name)).read() for name in (MANIFEST, MANIFEST + ".hmac"))
    except (tarfile.TarError, KeyError, OSError, EOFError) as error:
        raise BackupError(f"{archive}: unreadable archive ({error})") from error
    if not hmac.compare_digest(_sign(manifest, key).encode(), signature):
        raise BackupError(f"{archive}: the manifest was not signed with this key")
    expected = {"donnees/" + name: digest for name, digest in json.loads(manifest)["files"].items()}
    found = {name: digest for name, digest in digests.items() if not name.startswith(MANIFEST)}
    if found != expected:
        raise BackupError(f"{archive}: the files do not match the manifest")
    return sorted(found)


def restore(archive: Path, target: Path, key: bytes) -> int:
    """Restaure dans un dossier vide, jamais par-dessus des données en service ; rend le nombre de fichiers."""
    if target.exists() and any(target.iterdir()):
        raise BackupError(f"{target}: not empty")
    names = verify(archive, key)
    with tarfile.open(archive, "r:gz") as tar:
        for name in names:
            member = tar.getmember(name)
            member.name = name.removeprefix("donnees/")
            tar.extract(member, target, filter="data")
    return len(names)


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    tar.addfile(info, io.BytesIO(content))


def _stream(tar: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    stream = tar.extractfile(member) if member.isfile() else None
    if stream is None:
        raise BackupError(f"{member.name}: not a plain file")
    return stream


def _digest(stream: BinaryIO) -> str:
    with stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sign(manifest: bytes, key: bytes) -> str:
    return hmac.new(key, manifest, hashlib.sha256).hexdigest()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Sauvegarde du Dossier Patient (produit fictif)")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, paths in {"creer": ["donnees", "depot"], "verifier": ["archive"], "restaurer": ["archive", "dossier"]}.items():
        command = commands.add_parser(name)
        for path in paths:
            command.add_argument(path, type=Path)
        command.add_argument("--cle", type=Path, required=True)
    options = parser.parse_args(arguments)
    try:
        key = read_key(options.cle)
        if options.command == "creer":
            print(create(options.donnees, options.depot, key, datetime.now(timezone.utc)))
        elif options.command == "verifier":
            print(f"{len(verify(options.archive, key))} fichiers conformes")
        else:
            print(f"{restore(options.archive, options.dossier, key)} fichiers restaurés")
    except (BackupError, OSError) as error:
        print(f"erreur : {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
