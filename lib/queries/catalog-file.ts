import { writeFile } from '@/lib/catalog-file/write';
import { database } from '@/lib/store/database';
import { loadCatalogFile } from '@/lib/store/catalog-file';

/** The whole catalog as the text of its file. */
export async function readCatalogFile(): Promise<string> {
  return writeFile(await loadCatalogFile(database));
}
