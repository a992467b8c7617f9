/** Reads what a source file imports and exports, and says which of it the architecture forbids. */
import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Where files of a folder may look. The first rule whose `files` fits decides. */
const ARROWS: readonly { readonly files: RegExp; readonly mayImport: RegExp }[] = [
  { files: /^web\/client\//u, mayImport: /^(?:web\/client\/|web\/api(?:\.ts|\/[^/]+\.ts)$|graph\/model\.ts$)/u },
  { files: /^web\//u, mayImport: /^(?:web\/(?!client\/(?!dist\b))|graph\/)/u },
  { files: /^ingest\//u, mayImport: /^(?:ingest|graph)\//u },
  { files: /^graph\//u, mayImport: /^graph\//u },
];

/** What is not code (`queries/`, `seeds/`, `package.json`) may be read from anywhere. */
const CODE = /^(?:graph|ingest|web|scripts|test|bench)\//u;

/** Packages that only one place may name, so that they can be replaced there. */
const HIDDEN_PACKAGES: readonly { readonly name: RegExp; readonly onlyIn: RegExp }[] = [
  { name: /^nodejieba$/u, onlyIn: /^(?:ingest\/segment\.ts$|test\/|bench\/)/u },
  { name: /^(?:@grafeo-db\/js|neo4j-driver)$/u, onlyIn: /^(?:graph\/stores\/|scripts\/|test\/|bench\/)/u },
  { name: /^(?:express|iconv-lite)$/u, onlyIn: /^(?:web\/server\/|test\/)/u },
];

/** Tools ask for a default export in their configuration. */
const CONFIG_FILE = /\.config\.ts$/u;

/** One sentence for each thing in a file that the architecture forbids. */
export function violationsOf({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  const found = importsOf(code).flatMap((specifier) => forbiddenImport(path, specifier));
  if (/^export\s+default\b/mu.test(code) && !CONFIG_FILE.test(path)) found.push(`${path} has a default export`);
  if (/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;\n]*\bfrom\b/mu.test(code))
    found.push(`${path} passes on what another file exports`);
  return found;
}

function forbiddenImport(path: string, specifier: string): string[] {
  if (!specifier.startsWith('.')) {
    const hidden = HIDDEN_PACKAGES.find(({ name }) => name.test(specifier));
    return hidden && !hidden.onlyIn.test(path) ? [`${path} names the package ${specifier}`] : [];
  }
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/u, ''));
  const arrow = ARROWS.find(({ files }) => files.test(path));
  return arrow && CODE.test(target) && !arrow.mayImport.test(target) ? [`${path} imports ${target}`] : [];
}

/** What static and dynamic imports, re-exports and worker addresses name. */
export function importsOf(code: string): readonly string[] {
  const named = code.matchAll(/\b(?:from|import|new\s+URL)\s*\(?\s*(['"`])([^'"`\n]+)\1/gu);
  return [...named].map((match) => match[2] as string);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
}
