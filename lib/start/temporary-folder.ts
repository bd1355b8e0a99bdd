import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder for a throwaway data folder, which Postgres' own user can enter. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `quarterdeck-${purpose}-`));
  chmodSync(folder, 0o755);
  return folder;
}
