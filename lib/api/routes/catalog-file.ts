import { z } from 'zod';
import { importCatalog } from '@/lib/commands/import-catalog';
import { isRefusal } from '@/lib/core/refusal';
import { readCatalogFile } from '@/lib/queries/catalog-file';
import { type Route } from '../route';
import { importedSchema } from '../catalog-schemas';

const tag = 'Catalog';
const path = '/catalog.yaml';

export const catalogFile: Route[] = [
  {
    method: 'GET',
    path,
    name: 'exportCatalog',
    tag,
    summary: 'Teams, schedules, escalation policies, services, vendors and the severity policy as one YAML file',
    gives: 'application/yaml',
    answer: { status: 200, says: 'The file: the same catalog is always the same text', schema: z.string() },
    run: async () => ({
      status: 200,
      text: await readCatalogFile(),
      headers: { 'content-disposition': 'attachment; filename="quarterdeck-catalog.yaml"' },
    }),
  },
  {
    method: 'PUT',
    path,
    name: 'importCatalog',
    tag,
    summary: 'Make the catalog say what a file says (administrators)',
    description:
      'All of it or nothing; what is so already yields no change. A section that is left out stays as it is, and what a section does not name stays, unless the file says `prune: true`. A refusal says line and column in `fields`.',
    query: z.object({
      'dry-run': z.enum(['0', '1']).default('0').describe('1 changes nothing, and answers with what would change.'),
    }),
    takes: 'application/yaml',
    answer: { status: 200, says: 'What changed, or would', schema: importedSchema },
    run: async ({ actor, text, query }) => {
      const imported = await importCatalog({ actor }, { text, dryRun: query.get('dry-run') === '1' });
      return isRefusal(imported) ? imported : { status: 200, body: imported };
    },
  },
];
