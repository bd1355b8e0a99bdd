'use server';

import { requireActor } from '@/lib/auth/actor';
import { importCatalog } from '@/lib/commands/import-catalog';

/** What the file would change; nothing is kept. */
export async function rehearseImport(text: string) {
  const actor = await requireActor();
  return importCatalog({ actor }, { text, dryRun: true });
}

export async function importFile(text: string) {
  const actor = await requireActor();
  return importCatalog({ actor }, { text });
}
