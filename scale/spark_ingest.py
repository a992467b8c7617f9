"""Extracts newspaper pages on a Spark cluster, and writes what they state to files or to a Neo4j. docs/scale.md tells how."""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Iterable, Iterator

from pyspark import AccumulatorParam, RDD, TaskContext
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

import zhitu_pages
import zhitu_pipe
from zhitu_pages import read_pages
from zhitu_pipe import Outcome, Page, PartitionFailed, Project, extractions, write

HERE = os.path.dirname(os.path.abspath(__file__))
GZIP = "org.apache.hadoop.io.compress.GzipCodec"
STORES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")
# What the writer reads of a server beside its address (graph/open.ts).
CREDENTIALS = ("NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_DATABASE")
# As of `ingest`: all pages, some, none; the command line was not understood.
ALL, SOME, NONE, USAGE = 0, 3, 1, 2

HELP = """\
Extracts newspaper pages on a Spark cluster. The graph is the one that `npm run ingest` makes of the same pages.
在 Spark 集群上抽取报纸版面；所得图谱与 `npm run ingest` 完全一致。

Either files of extractions, which one writer takes, or a Neo4j, to which every partition writes; doing it again changes nothing.
输出为抽取结果文件（再由单个写入进程入库），或由各分区直接写入 Neo4j；重复执行不会产生变化。
"""

EXAMPLES = """\
A path is a file, a folder that stands for its files, or a glob: .txt (a page), .md and .html (an article or a page), .jsonl (an article
a line), on any file system that Spark reads.  路径可以是文件、文件夹或通配符，支持 Spark 能读取的任何文件系统。

Examples  示例
  python scale/spark_ingest.py seeds --out data/extractions
  cat data/extractions/part-* | npm run ingest -- --from -
  NEO4J_PASSWORD=… python scale/spark_ingest.py seeds --store neo4j://localhost:7687
  python scale/spark_ingest.py 'hdfs://nn/pages/2019-*' --base hdfs://nn/ --master spark://host:7077 \\
      --project /opt/zhitu --out hdfs://nn/extractions --gzip
  spark-submit --master yarn --py-files scale/zhitu_pages.py,scale/zhitu_pipe.py scale/spark_ingest.py …

Exit status: 0 all pages, 3 some, 1 none or failed, 2 not understood.  退出码：0 全部成功，3 部分成功，1 全部失败，2 命令有误。
"""


@dataclass(frozen=True)
class Work:
    """What executors do with their partitions."""

    project: Project
    extract_options: tuple[str, ...]
    # Where to write; may hold a password, so it is nowhere shown.
    environment: dict[str, str] = field(repr=False)


class Outcomes(AccumulatorParam):
    """What became of partitions, by their number: one that Spark tried again counts once."""

    def zero(self, value: dict[int, Outcome]) -> dict[int, Outcome]:
        return {}

    def addInPlace(self, one: dict[int, Outcome], other: dict[int, Outcome]) -> dict[int, Outcome]:  # noqa: N802
        one.update(other)
        return one


def parser() -> argparse.ArgumentParser:
    """The command line."""
    args = argparse.ArgumentParser(
        description=HELP, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    args.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs; paths or URIs  版面文件")
    args.add_argument("--out", metavar="DIR", help="new folder of JSON Lines for `ingest --from`  输出抽取结果的新文件夹")
    args.add_argument("--gzip", action="store_true", help="with --out: compressed  压缩输出")
    args.add_argument("--store", metavar="URI", help="address of a Neo4j; user and password as NEO4J_USER, NEO4J_PASSWORD")
    args.add_argument("--master", metavar="M", help="of the cluster (default: spark-submit's, else local[*])  集群地址")
    args.add_argument("--partitions", metavar="N", type=int, help="at least so many parts (default: one a core)  最少分区数")
    args.add_argument(
        "--project", metavar="DIR", default=os.path.dirname(HERE), help="this project on the executors  执行节点上的项目文件夹"
    )
    args.add_argument("--node", metavar="FILE", default="node", help="Node 20 or later on the executors (default: node)")
    args.add_argument(
        "--base", metavar="DIR", default=os.getcwd(), help="names of pages are relative to it (default: this folder)  版面名称的基准路径"
    )
    args.add_argument("--date", metavar="D", help="as of extract: day of publication of pages that print none  缺省出版日期")
    args.add_argument("--publication", metavar="P", help="as of extract: newspaper of pages that name none  缺省报纸名称")
    args.add_argument(
        "--conf", metavar="KEY=VALUE", action="append", default=[], help="setting of Spark, may be repeated  Spark 设置"
    )
    return args


def checked(args: argparse.ArgumentParser, argv: list[str]) -> argparse.Namespace:
    """The command line, understood. Ends the program with status 2 where it is not."""
    given = args.parse_args(argv)
    if bool(given.out) == bool(given.store):
        args.error("expected --out DIR for files or --store URI for a Neo4j, and was given " + ("both" if given.out else "neither"))
    if given.gzip and not given.out:
        args.error("--gzip goes with --out")
    if given.store and not given.store.startswith(STORES):
        # Not repeated: what is wrong about it may be a password in it.
        args.error(
            f"--store expects an address that begins with {', '.join(STORES[:2])} or bolt://. Several partitions cannot write to one "
            "file: give --out, and its files to npm run ingest -- --from -"
        )
    if given.partitions is not None and given.partitions < 1:
        args.error(f"--partitions expects a whole number from 1, and was given {given.partitions}")
    if bad := next((conf for conf in given.conf if "=" not in conf), None):
        args.error(f"--conf expects KEY=VALUE, and was given {bad}")
    return given


def session(given: argparse.Namespace) -> SparkSession:
    """The Spark session, with what executors need of this folder."""
    builder = SparkSession.builder.appName("zhitu")
    # Under spark-submit the master is set already.
    if given.master or "PYSPARK_GATEWAY_PORT" not in os.environ:
        builder = builder.master(given.master or "local[*]")
    for conf in given.conf:
        builder = builder.config(*conf.split("=", 1))
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for module in (zhitu_pages, zhitu_pipe):
        spark.sparkContext.addPyFile(module.__file__)
    return spark


def run(pages: RDD[Page], work: Work, out: str | None, gzip: bool) -> list[Outcome]:
    """Works on all partitions: writes extractions below `out`, or to the store where that is None.

    :raises Py4JJavaError: where a partition failed as often as Spark tries one
    """
    outcomes = pages.context.accumulator({}, Outcomes())

    def extracted(part: Iterable[Page], outcome: Outcome) -> Iterator[bytes]:
        part = iter(part)
        first = next(part, None)
        # A partition may be empty, and starting an extractor takes seconds.
        if first is None:
            return
        work.project.check()
        yield from extractions(chained(first, part), work.project, work.extract_options, outcome)

    def to_lines(part: Iterable[Page]) -> Iterator[str]:
        outcome = Outcome()
        for line in extracted(part, outcome):
            yield line.decode().rstrip("\n")
        outcomes.add({TaskContext.get().partitionId(): outcome})

    def to_store(part: Iterable[Page]) -> None:
        outcome = Outcome()
        write(extracted(part, outcome), work.project, work.environment, outcome)
        outcomes.add({TaskContext.get().partitionId(): outcome})

    if out is None:
        pages.foreachPartition(to_store)
    else:
        pages.mapPartitions(to_lines).saveAsTextFile(out, GZIP if gzip else None)
    return list(outcomes.value.values())


def chained(first: Page, rest: Iterator[Page]) -> Iterator[Page]:
    yield first
    yield from rest


def told(error: Exception) -> str:
    """What to say of an error: of Spark's own pages of stack only the line that names the cause."""
    text = str(error)
    name = f"{PartitionFailed.__module__}.{PartitionFailed.__name__}: "
    if name in text:
        return text.split(name, 1)[1].split("\n\n\tat ", 1)[0].strip()
    if "FileAlreadyExistsException" in text:
        return "--out expects a new folder, and there is one of that name. Remove it, or name another"
    causes = re.findall(r"^(?:Caused by: )?(?:\w+\.)*(\w+(?:Error|Exception): .+)$", text, re.MULTILINE)
    return causes[-1] if causes else text.split("\n", 1)[0]


def main(argv: list[str]) -> int:
    """Carries out a command line, and returns its exit status."""
    given = checked(parser(), argv)
    options = [f"--{name}={value}" for name in ("date", "publication") if (value := getattr(given, name)) is not None]
    environment = {name: os.environ[name] for name in CREDENTIALS if name in os.environ}
    work = Work(Project(given.project, given.node), tuple(options), {**environment, "ZHITU_STORE": given.store or ""})
    start = time.monotonic()
    spark = session(given)
    try:
        pages = read_pages(spark, given.paths, given.base, given.partitions)
        outcomes = run(pages, work, given.out, given.gzip)
    except AnalysisException as error:
        print(f"spark_ingest: {told(error)}. Check the paths", file=sys.stderr)
        return NONE
    except Exception as error:
        print(f"spark_ingest: {told(error)}", file=sys.stderr)
        return NONE
    finally:
        spark.stop()
    return report(outcomes, given, time.monotonic() - start)


def report(outcomes: list[Outcome], given: argparse.Namespace, seconds: float) -> int:
    """Says what became of the pages, and returns the exit status."""
    pages = sum(outcome.pages for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    for problem in (problem for outcome in outcomes for problem in outcome.problems):
        print(problem, file=sys.stderr)
    if pages == 0:
        print("spark_ingest: expected .txt, .md, .html or .jsonl files at the paths, and found none", file=sys.stderr)
        return NONE
    unusable = f" ({failed} not usable)" if failed else ""
    parts = sum(outcome.pages > 0 for outcome in outcomes)
    print(f"{pages} pages{unusable} in {seconds:.1f} s, {parts} partitions")
    if given.out:
        print(f"next: {'zcat' if given.gzip else 'cat'} {given.out.rstrip('/')}/part-* | npm run ingest -- --from -")
    return NONE if failed >= pages else SOME if failed else ALL


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
