import { type CatalogFile, type FileRecord, type WholeCatalog } from './schema';
import { needsAfter } from './judge';
import { nameKey } from './words';

/** The file's services with their places in it, each after all that it needs, so that no circle closes on the way. */
export function servicesInOrder(
  file: CatalogFile,
  now: WholeCatalog,
): { at: number; record: FileRecord<'services'> }[] {
  const needs = needsAfter(file, now);
  const places = new Map((file.services ?? []).map((record, at) => [nameKey(record.name), { at, record }]));
  const done = new Set<string>();
  const ordered: { at: number; record: FileRecord<'services'> }[] = [];
  const visit = (key: string) => {
    if (done.has(key)) return;
    done.add(key);
    for (const need of needs.get(key) ?? []) visit(need);
    const place = places.get(key);
    if (place) ordered.push(place);
  };
  for (const key of places.keys()) visit(key);
  return ordered;
}
