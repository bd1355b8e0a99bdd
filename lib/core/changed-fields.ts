/** One field that a change touched, with its path (`critical.updateEvery`) and both values as words. */
export interface ChangedField {
  path: string;
  before: string;
  after: string;
}

/** The fields in which two records differ, nested ones by their path, in the order of the newer record. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [old, young] = [leavesOf(before), leavesOf(after)];
  const paths = new Set([...young.keys(), ...old.keys()]);
  return [...paths].flatMap((path) => {
    const [was, is] = [old.get(path) ?? '—', young.get(path) ?? '—'];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isNamed(value)) {
    for (const [key, inner] of Object.entries(value)) leavesOf(inner, path ? `${path}.${key}` : key, leaves);
  } else if (path) {
    leaves.set(path, wordsOf(value));
  }
  return leaves;
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.length > 0 ? value.map(wordsOf).join(', ') : '—';
  if (typeof value === 'string') return value;
  if (isNamed(value)) return value.name;
  return JSON.stringify(value);
}

/** Somebody or something of the catalog: read by its name. */
function isNamed(value: unknown): value is { id: string; name: string } {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === 2 && 'id' in value && 'name' in value && typeof value.name === 'string';
}
