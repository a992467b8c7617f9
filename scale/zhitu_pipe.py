"""One partition of pages through the extractor, and its extractions through the writer: programs that stay for the whole partition."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Callable, Iterable, Iterator, NamedTuple

OLDEST_NODE = 20
# Of a program that fails: lines of its standard error that are shown.
LAST_WORDS = 12
# Of a partition: problems that are carried to the driver.
PROBLEMS_KEPT = 100
# All pages gave something, or some did (`exitStatus` in ingest/cli/report.ts).
DONE = (0, 3)
# None did; also the status of a program that failed.
NONE_OR_FAILED = 1


class Page(NamedTuple):
    """A page file, or a line of a `.jsonl` (named `a.jsonl#12`), as it stands there."""

    name: str
    content: bytes


class PartitionFailed(RuntimeError):
    """A partition could not be worked on; the message says which page was in hand, and what to do."""


@dataclass(frozen=True)
class Project:
    """What has to be on every executor."""

    folder: str
    node: str = "node"

    def command(self, script: str, *args: str) -> list[str]:
        """The call of a command of the project."""
        return [self.node, "--import", "tsx", f"ingest/cli/{script}.ts", *args]

    def check(self) -> None:
        """:raises PartitionFailed: where Node or the project is missing on this machine"""
        here = socket.gethostname()
        try:
            version = subprocess.run([self.node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError) as error:
            raise PartitionFailed(
                f"expected Node {OLDEST_NODE} or later on {here}, and {self.node} does not run ({error}). "
                "Install it on every executor, or name it with --node"
            ) from None
        if int(version.lstrip("v").split(".")[0]) < OLDEST_NODE:
            raise PartitionFailed(f"expected Node {OLDEST_NODE} or later on {here}, and {self.node} is {version}")
        for part in ("ingest/cli/extract.ts", "node_modules/tsx"):
            if not os.path.exists(os.path.join(self.folder, part)):
                raise PartitionFailed(
                    f"expected the project in {self.folder} on {here}, and {part} is not there. Copy the folder with "
                    "its node_modules to every executor (or run npm ci there), and name it with --project"
                )


@dataclass
class Outcome:
    """What became of a partition."""

    pages: int = 0
    failed: int = 0
    # Lines that the programs said about pages, the first of them.
    problems: list[str] = field(default_factory=list)

    def add(self, problem: str) -> None:
        self.failed += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(problem)


def extractions(pages: Iterable[Page], project: Project, options: Iterable[str], outcome: Outcome) -> Iterator[bytes]:
    """The extractions of pages in their order, a line each, as one extractor prints them. `outcome` is complete at the end.

    :param options: of `extract`
    :raises PartitionFailed: where it ends before the last page
    """
    names: set[str] = set()
    waiting: deque[str] = deque()

    def lines() -> Iterator[bytes]:
        for name, content in pages:
            outcome.pages += 1
            names.add(name)
            waiting.append(name)
            yield json.dumps({"file": name, "base64": base64.b64encode(content).decode()}).encode() + b"\n"

    def heard(line: str) -> None:
        if subject(line, names):
            outcome.add(line)

    def ended(status: int) -> bool:
        return status in DONE or (status == NONE_OR_FAILED and 0 < outcome.pages <= outcome.failed)

    # Pages in several threads would only take the cores of other partitions.
    command = project.command("extract", "--stdin", "--workers", "1", *options)
    try:
        for line in piped(lines(), command, project.folder, {}, heard, ended):
            name = source_of(line)
            while waiting and waiting.popleft() != name:
                pass
            yield line
    except ProgramFailed as error:
        told = {subject(problem, names) for problem in outcome.problems}
        page = next((name for name in waiting if name not in told), "no page")
        raise PartitionFailed(
            f"the extractor {error.how} on {socket.gethostname()} with {page} in hand, page {outcome.pages - len(waiting) + 1} "
            f"of its partition. Try that page alone (npm run -s extract -- PAGE). It said:\n{error.words}"
        ) from None


def write(lines: Iterator[bytes], project: Project, environment: dict[str, str], outcome: Outcome) -> None:
    """Writes extractions to the store that `environment` names, through one writer.

    :raises PartitionFailed: where the writer ends before the last line; what it wrote until then stays, and writing all again is no change
    """
    first = next(lines, None)
    if first is None:
        return

    def all_lines() -> Iterator[bytes]:
        yield first
        yield from lines

    def heard(line: str) -> None:
        if line.startswith("stdin#"):
            outcome.add(line)

    runs = tempfile.mkdtemp(prefix="zhitu-runs-")
    try:
        command = project.command("ingest", "--from", "-", "--runs", runs)
        for _ in piped(all_lines(), command, project.folder, environment, heard, lambda status: status in DONE):
            pass
    except ProgramFailed as error:
        raise PartitionFailed(
            f"the writer {error.how} on {socket.gethostname()}. When that is mended run the same again: what is written is "
            f"passed over. It said:\n{error.words}"
        ) from None
    finally:
        shutil.rmtree(runs, ignore_errors=True)


def source_of(line: bytes) -> str | None:
    """The file that an extraction is of. The text of the page behind it is not parsed."""
    prefix = '{"source":'
    text = line.decode()
    return json.JSONDecoder().raw_decode(text, len(prefix))[0]["file"] if text.startswith(prefix) else None


def subject(line: str, names: set[str]) -> str | None:
    """The page that a line such as `a.txt: empty: it holds no text` is about."""
    parts = line.split(": ")
    return next((name for end in range(1, len(parts)) if (name := ": ".join(parts[:end])) in names), None)


class ProgramFailed(RuntimeError):
    """A program ended otherwise than it should."""

    def __init__(self, status: int, words: Iterable[str]) -> None:
        self.how = f"was ended by signal {-status}" if status < 0 else f"failed with status {status}"
        self.words = "\n".join(words)
        super().__init__(self.how)


def piped(
    lines: Iterator[bytes],
    command: list[str],
    folder: str,
    environment: dict[str, str],
    heard: Callable[[str], None],
    ended: Callable[[int], bool],
) -> Iterator[bytes]:
    """The lines that a program prints about those it is given. Nothing is kept: who reads slowly makes it wait, and it its input.

    :param environment: added to that of this process
    :param heard: is called with every line of its standard error
    :param ended: whether an exit status is one that it may have
    :raises ProgramFailed: where it is not
    :raises Exception: what reading `lines` raises
    """
    program = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    raised: list[BaseException] = []
    words: deque[str] = deque(maxlen=LAST_WORDS)

    def feed() -> None:
        try:
            for line in lines:
                program.stdin.write(line)
        except BrokenPipeError:
            # It has ended, and its status says how.
            pass
        except BaseException as error:
            raised.append(error)
            program.kill()
        finally:
            try:
                program.stdin.close()
            except BrokenPipeError:
                pass
            if hasattr(lines, "close"):
                lines.close()

    def listen() -> None:
        for line in program.stderr:
            text = line.decode(errors="replace").rstrip("\n")
            words.append(text)
            heard(text)

    feeder = threading.Thread(target=feed, daemon=True)
    listener = threading.Thread(target=listen, daemon=True)
    feeder.start()
    listener.start()
    try:
        yield from program.stdout
        status = program.wait()
        listener.join()
        feeder.join()
        if raised:
            raise raised[0]
        if not ended(status):
            raise ProgramFailed(status, words)
    finally:
        # Also where whoever reads wants no more.
        program.kill()
        program.wait()
        listener.join()
        program.stdout.close()
        program.stderr.close()
