#!/usr/bin/env node
// Writes graph/traditional.tsv from the dictionaries in the npm package opencc-js. Run by hand when they change:
//   mkdir scratch && cd scratch && npm init -y && npm i opencc-js@1.4.2
//   node ../scripts/make-traditional.mjs node_modules/opencc-js ../graph/traditional.tsv
// The package is not a dependency of the project: only this file reads it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [packageDir, target] = process.argv.slice(2);
if (!target) {
  console.error('usage: node make-traditional.mjs OPENCC_JS_DIR TARGET.tsv');
  process.exit(2);
}

/** Pairs of one of the package's dictionaries. */
async function pairs(name) {
  const file = join(process.cwd(), packageDir, 'dist/esm-lib/dict', `${name}.js`);
  return (await import(file)).default.split('|').map((pair) => pair.split(' '));
}

// Offsets into a text must hold for its simplified form, so only pairs of one length count: one UTF-16 unit for characters.
const isUnit = ([from, to]) => from.length === 1 && to.length === 1 && from !== to;
const characters = new Map((await pairs('TSCharacters')).filter(isUnit));
// Forms that only Hong Kong or Taiwan print (衞, 説, 綫) go by way of the common traditional one. These are simplified characters too:
const BOTH = new Set('着著吃床才核针灶群秘峰唇');
for (const [form, common] of [...(await pairs('HKVariantsRev')), ...(await pairs('TWVariantsRev'))]) {
  const simplified = characters.get(common) ?? common;
  if (!characters.has(form) && isUnit([form, simplified]) && !BOTH.has(form)) characters.set(form, simplified);
}
const byCharacter = (words) => [...words].map((character) => characters.get(character) ?? character).join('');
const phrases = (await pairs('TSPhrases')).filter(
  ([from, to]) => from.length === to.length && byCharacter(from) !== to,
);

const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const lines = [
  '# Traditional characters and their simplified forms; then phrases in which a character stays or becomes another one.',
  `# Made by scripts/make-traditional.mjs from opencc-js ${version}, whose dictionaries are those of OpenCC (Apache-2.0).`,
  `characters\t${[...characters]
    .sort()
    .map((pair) => pair.join(''))
    .join(' ')}`,
  ...phrases.sort().map((pair) => pair.join('\t')),
];
writeFileSync(target, `${lines.join('\n')}\n`);
console.log(`${characters.size} characters, ${phrases.length} phrases`);
