import { stringify } from 'yaml';
import { type CatalogFile } from '@/lib/core/catalog-file/schema';
import { terse } from '@/lib/core/catalog-file/terse';

const head = `# Quarterdeck's catalog. Import it under Services, or with PUT /api/v1/catalog.yaml.
# People are named by e-mail address, everything else by name. A section that is left out stays as it is.
`;

/** The file as text: the same catalog is always the same text. */
export function writeFile(file: CatalogFile): string {
  return head + stringify(terse(file), { lineWidth: 0, aliasDuplicateObjects: false });
}
