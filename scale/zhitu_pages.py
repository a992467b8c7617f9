"""Page files on any file system that Spark reads, with the names that the command line gives them."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Iterable, Iterator
from urllib.parse import unquote

from zhitu_pipe import Page

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

# The endings that `ingest` takes of a folder (ingest/files.ts), in either case.
PAGES = "*.{[tT][xX][tT],[mM][dD],[hH][tT][mM],[hH][tT][mM][lL]}"
LINES = "*.[jJ][sS][oO][nN][lL]"
# A file costs Spark at least this many bytes when it shares pages out: what a page has, not the 4 MB meant for tables.
PAGE_BYTES = 10_000
# Some 3,000 pages: a minute or two of work, next to which the start of the extractor is little, and little is lost with one.
PARTITION_BYTES = 32_000_000


def read_pages(spark: SparkSession, paths: list[str], base: str, partitions: int | None) -> RDD[Page]:
    """The pages of files, folders and globs, in at least `partitions` parts where there is enough to share out.

    A folder stands for its files, not for those of its sub-folders. Contents are read where they are worked on;
    of a `.jsonl` the lines are counted first, since one file may be in many parts.

    :param base: folder or URI that names are relative to
    :raises pyspark.errors.AnalysisException: for a path that is not there
    """
    spark.conf.set("spark.sql.files.openCostInBytes", PAGE_BYTES)
    spark.conf.set("spark.sql.files.maxPartitionBytes", PARTITION_BYTES)
    spark.conf.set("spark.sql.files.minPartitionNum", partitions or spark.sparkContext.defaultParallelism)
    files = spark.read.format("binaryFile").option("pathGlobFilter", PAGES).load(paths).select("path", "content")
    lines = (
        spark.read.option("pathGlobFilter", LINES)
        .option("lineSep", "\n")
        .text(paths)
        .selectExpr("_metadata.file_path AS path", "_metadata.file_block_start AS start", "CAST(value AS BINARY) AS line")
    )
    whole = files.rdd.filter(lambda row: is_page(row.path)).map(
        lambda row: Page(page_name(row.path, base), bytes(row.content))
    )
    parts = [part for part in (whole, numbered(lines, base)) if part.getNumPartitions() > 0]
    return spark.sparkContext.union(parts) if parts else spark.sparkContext.parallelize([], 1)


def numbered(lines: DataFrame, base: str) -> RDD[Page]:
    """The lines of `.jsonl` files, named by their number in the file; blank ones count and are left out."""
    pieces = lines.select("path", "start").rdd.mapPartitions(lambda rows: Counter(map(tuple, rows)).items())
    before = lines_before((path, start, count) for (path, start), count in pieces.collect())

    def number(rows: Iterable) -> Iterator[Page]:
        seen = dict(before)
        for path, start, line in rows:
            seen[path, start] += 1
            # Unlike the paths of whole files, these are percent-encoded.
            file = unquote(path)
            if is_page(file) and line.strip():
                yield Page(f"{page_name(file, base)}#{seen[path, start]}", bytes(line))

    return lines.rdd.mapPartitions(number)


def lines_before(counts: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], int]:
    """Of each piece of a file, how many lines of the file lie before it.

    :param counts: file, first byte of the piece, lines that Spark reads with it
    """
    before: dict[tuple[str, int], int] = {}
    last, total = "", 0
    for path, start, count in sorted(counts):
        if path != last:
            last, total = path, 0
        before[path, start] = total
        total += count
    return before


def is_page(path: str) -> bool:
    """A README beside pages describes their folder."""
    return not path.rsplit("/", 1)[-1].lower().startswith("readme.")


def page_name(uri: str, base: str) -> str:
    """The name by which a store knows a file: relative to `base` where it lies below, else its whole path or URI.

    >>> page_name("file:/data/pages/a.txt", "/data")
    'pages/a.txt'
    >>> page_name("hdfs://nn:8020/pages/a.txt", "hdfs://nn:8020/")
    'pages/a.txt'
    >>> page_name("file:///other/a.txt", "/data"), page_name("s3a://bucket/a.txt", "/data")
    ('/other/a.txt', 's3a://bucket/a.txt')
    """
    path, folder = local_path(uri), local_path(base).rstrip("/") + "/"
    return path[len(folder) :] if path.startswith(folder) else path


def local_path(uri: str) -> str:
    """A local file as an absolute path, whichever way Hadoop writes it; any other URI as it is."""
    if uri.startswith("file:"):
        return "/" + uri[len("file:") :].lstrip("/")
    return uri if "://" in uri else os.path.abspath(uri)
