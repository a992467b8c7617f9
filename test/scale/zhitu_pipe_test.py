"""Partitions through programs that stand in for Node: what comes out, and what is said where one fails. Needs no Spark."""

import base64
import json
import os
import stat
import sys
import tempfile
import time
import unittest
from typing import Iterator

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scale"))

from zhitu_pages import is_page, lines_before, page_name  # noqa: E402
from zhitu_pipe import Outcome, Page, PartitionFailed, Project, extractions, write  # noqa: E402

# Reads pages as the extractor does; what a page holds is what becomes of it.
NODE = f"""#!{sys.executable}
import base64, json, os, signal, sys
if sys.argv[1] == "--version":
    print(os.environ.get("TEST_NODE_VERSION", "v20.19.0"))
    sys.exit(0)
good = bad = 0
if "ingest/cli/ingest.ts" in sys.argv:
    kept = os.path.join(os.path.dirname(sys.argv[0]), "written")
    with open(kept, "ab") as file:
        for line in sys.stdin.buffer:
            if os.environ["ZHITU_STORE"].endswith("gone"):
                print("ingest: neo4j://gone does not answer. Check that it runs", file=sys.stderr)
                sys.exit(1)
            file.write(line)
    print("1 page")
    sys.exit(0)
for line in sys.stdin:
    page = json.loads(line)
    text = base64.b64decode(page["base64"]).decode()
    if text == "dies":
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "bad":
        bad += 1
        print(page["file"] + ": empty: it holds no text", file=sys.stderr, flush=True)
    else:
        good += 1
        print(json.dumps({{"source": {{"file": page["file"]}}, "articles": [text]}}, separators=(",", ":")), flush=True)
print("2  places: unknown-place: no page", file=sys.stderr)
sys.exit(1 if good == 0 else 3 if bad else 0)
"""


class Partitions(unittest.TestCase):
    """What `zhitu_pipe` makes of a partition."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        node = os.path.join(self.folder, "node")
        with open(node, "w", encoding="utf-8") as file:
            file.write(NODE)
        os.chmod(node, stat.S_IRWXU)
        for part in ("ingest/cli/extract.ts", "node_modules/tsx/x"):
            path = os.path.join(self.folder, part)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, "w", encoding="utf-8").close()
        self.project = Project(self.folder, node)
        self.outcome = Outcome()

    def extract(self, pages: list[Page]) -> list[str]:
        lines = extractions(iter(pages), self.project, [], self.outcome)
        return [json.loads(line)["source"]["file"] for line in lines]

    def test_gives_pages_in_order_and_tells_those_that_gave_nothing(self) -> None:
        pages = [Page("版面: 1.txt", b"a"), Page("b.txt", b"bad"), Page("c.jsonl#2", "二".encode())]
        self.assertEqual(self.extract(pages), ["版面: 1.txt", "c.jsonl#2"])
        self.assertEqual(self.outcome, Outcome(3, 1, ["b.txt: empty: it holds no text"]))

    def test_a_partition_of_pages_that_all_give_nothing_is_done(self) -> None:
        self.assertEqual(self.extract([Page("a.txt", b"bad"), Page("b.txt", b"bad")]), [])
        self.assertEqual(self.outcome.failed, 2)

    def test_names_the_page_that_an_extractor_dies_of(self) -> None:
        pages = [Page("a.txt", b"a"), Page("b.txt", b"bad"), Page("c.txt", b"dies"), Page("d.txt", b"d")]
        with self.assertRaisesRegex(PartitionFailed, r"was ended by signal 9 .* with c\.txt in hand") as raised:
            self.extract(pages)
        self.assertIn("b.txt: empty", str(raised.exception))

    def test_raises_what_reading_the_pages_raises(self) -> None:
        def pages() -> Iterator[Page]:
            yield Page("a.txt", b"a")
            raise OSError("the disk is gone")

        with self.assertRaisesRegex(OSError, "the disk is gone"):
            list(extractions(pages(), self.project, [], self.outcome))

    def test_reads_on_only_as_its_reader_does_and_ends_with_it(self) -> None:
        def endless() -> Iterator[Page]:
            while True:
                yield Page(f"{self.outcome.pages}.txt", b"a" * 10_000)

        lines = extractions(endless(), self.project, [], self.outcome)
        next(lines)
        seen = -1
        # Until the pipes are full; a reader that does not wait would go on for ever.
        deadline = time.monotonic() + 20
        while seen != self.outcome.pages and time.monotonic() < deadline:
            seen = self.outcome.pages
            time.sleep(0.5)
        self.assertLess(self.outcome.pages, 100)
        self.assertEqual(seen, self.outcome.pages)
        lines.close()

    def test_writes_every_extraction_once_and_starts_no_writer_for_none(self) -> None:
        pages = [Page("a.txt", b"a"), Page("b.txt", b"bad"), Page("c.txt", b"c")]
        lines = extractions(iter(pages), self.project, [], self.outcome)
        write(lines, self.project, {"ZHITU_STORE": "neo4j://here"}, self.outcome)
        with open(os.path.join(self.folder, "written"), encoding="utf-8") as file:
            self.assertEqual([json.loads(line)["articles"] for line in file], [["a"], ["c"]])
        os.remove(os.path.join(self.folder, "written"))
        write(iter([]), self.project, {"ZHITU_STORE": "neo4j://here"}, self.outcome)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "written")))

    def test_says_what_a_writer_said_and_no_password(self) -> None:
        environment = {"ZHITU_STORE": "neo4j://gone", "NEO4J_PASSWORD": "correct-horse"}
        lines = extractions(iter([Page("a.txt", b"a")]), self.project, [], self.outcome)
        with self.assertRaisesRegex(PartitionFailed, "the writer failed with status 1 .*(?s:.)*does not answer") as raised:
            write(lines, self.project, environment, self.outcome)
        self.assertNotIn("correct-horse", str(raised.exception))

    def test_says_what_an_executor_lacks(self) -> None:
        self.project.check()
        with self.assertRaisesRegex(PartitionFailed, "expected Node 20 .* --node"):
            Project(self.folder, "/no/such/node").check()
        with self.assertRaisesRegex(PartitionFailed, r"extract\.ts is not there.* --project"):
            Project("/no/such/folder", self.project.node).check()
        os.environ["TEST_NODE_VERSION"] = "v18.1.0"
        self.addCleanup(os.environ.pop, "TEST_NODE_VERSION")
        with self.assertRaisesRegex(PartitionFailed, r"is v18\.1\.0"):
            self.project.check()


class Names(unittest.TestCase):
    """The names that the command line gives the same pages."""

    def test_are_relative_to_the_base_where_a_page_lies_below_it(self) -> None:
        self.assertEqual(page_name("file:/data/版 面/a#1.txt", "/data"), "版 面/a#1.txt")
        self.assertEqual(page_name("file:///data/a.txt", "/"), "data/a.txt")
        self.assertEqual(page_name("hdfs://nn:8020/pages/a.txt", "hdfs://nn:8020/"), "pages/a.txt")
        self.assertEqual(page_name("file:/database/a.txt", "/data"), "/database/a.txt")
        self.assertEqual(page_name("s3a://bucket/a.txt", "/data"), "s3a://bucket/a.txt")

    def test_leave_out_what_describes_a_folder(self) -> None:
        self.assertFalse(is_page("file:/a/README.md"))
        self.assertTrue(is_page("file:/readme.d/readmes.txt"))

    def test_number_the_lines_of_a_file_over_all_its_pieces(self) -> None:
        counts = [("b", 0, 4), ("a", 900, 2), ("a", 0, 5), ("a", 100, 7)]
        self.assertEqual(lines_before(counts), {("a", 0): 0, ("a", 100): 5, ("a", 900): 12, ("b", 0): 0})


if __name__ == "__main__":
    unittest.main()
