import {
  type Document,
  LineCounter,
  type Node,
  type YAMLError,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { type CatalogFile, type Fault, catalogFileSchema } from '@/lib/core/catalog-file/schema';
import { inputWords } from '@/lib/core/input-words';
import { tooMuchIn } from './too-much';

/** What is wrong, and where in the text: both counted from 1. */
export interface PlacedFault {
  line: number;
  column: number;
  message: string;
}

/** `place` finds where in the text a fault of the file is. */
export interface ReadFile {
  file: CatalogFile;
  place: (fault: Fault) => PlacedFault;
}

/** Most faults that are told at once. */
const most = 100;

/** Reads a file of the catalog; every fault of its form is told with line and column. */
export function readFile(text: string): ReadFile | { faults: PlacedFault[] } {
  const tooMuch = tooMuchIn(text);
  if (tooMuch) {
    const before = text.slice(0, tooMuch.offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { faults: [{ line: before.length, column, message: tooMuch.message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number, message: string): PlacedFault => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { faults: broken.slice(0, most).map((error) => at(error.pos[0], yamlWords(error))) };
  const doubles = doubleKeys(document);
  if (doubles.length > 0) return { faults: doubles.slice(0, most).map((offset) => at(offset, doubleWords)) };
  const place = (fault: Fault) => at(offsetOf(document, fault), said(fault.path, fault.message));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { faults: [at(0, 'Its references (*) lead nowhere, or grow without end.')] };
  }
  const parsed = catalogFileSchema.safeParse(value ?? {}, { error: inputWords });
  if (parsed.success) return { file: parsed.data, place };
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], message: 'Nobody knows of this key.', ofKey: true }));
    return [{ path, message: issue.code === 'invalid_union' ? targetWords : message }];
  });
  return { faults: faults.slice(0, most).map(place) };
}

const targetWords =
  'Write one of these: person: ada@example.com, schedule: Payments, team: Money, administrators, everyone.';

const doubleWords = 'This key stands here twice.';

/** Where a key stands that its map has already. The parser itself would compare each with each. */
function doubleKeys(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (keys.has(name)) found.push(startOf(key));
        keys.add(name);
      }
    },
  });
  return found;
}

/** A message with the key that it is about, which its line alone may not show. */
function said(path: readonly PropertyKey[], message: string): string {
  const key = path.findLast((part) => typeof part === 'string');
  return key === undefined ? message : `${key}: ${message}`;
}

function yamlWords(error: YAMLError): string {
  if (error.code === 'TAB_AS_INDENT') return 'Indent with spaces, not with tabs.';
  if (error.code === 'MULTIPLE_DOCS') return 'The file holds more than one document.';
  return `This is not YAML: ${error.message}`;
}

/** Where the deepest part of the path stands that there is: a plain value itself, what holds more by its key. */
function offsetOf({ contents }: Document, { path, ofKey = false }: Fault): number {
  let node: unknown = contents;
  let offset = startOf(node);
  for (const [depth, part] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === part);
      if (!isPair(pair)) return offset;
      const { key, value } = pair;
      const plain = isNode(value) && !isMap(value) && !isSeq(value);
      offset = last && plain && !ofKey ? startOf(value) : startOf(key);
      node = value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      if (node === undefined) return offset;
      offset = startOf(node);
    } else return offset;
    if (isAlias(node)) return startOf(node);
  }
  return offset;
}

function startOf(node: unknown): number {
  return (isNode(node) ? (node as Node).range?.[0] : undefined) ?? 0;
}
