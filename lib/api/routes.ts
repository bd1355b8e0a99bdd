import { type Route } from './route';
import { catalog } from './routes/catalog';
import { catalogFile } from './routes/catalog-file';
import { decisions } from './routes/decisions';
import { escalationPolicies } from './routes/escalation-policies';
import { facts } from './routes/facts';
import { incidents } from './routes/incidents';
import { life } from './routes/life';
import { pages } from './routes/pages';
import { policy } from './routes/policy';
import { preflight } from './routes/preflight';
import { roles } from './routes/roles';
import { rota } from './routes/rota';
import { schedules } from './routes/schedules';
import { services } from './routes/services';
import { tasks } from './routes/tasks';
import { updates } from './routes/updates';
import { vendors } from './routes/vendors';

/** Every address of the API, in the order of its document. */
export const routes: readonly Route[] = [
  ...incidents,
  ...life,
  ...updates,
  ...facts,
  ...tasks,
  ...decisions,
  ...pages,
  ...roles,
  ...services,
  ...vendors,
  ...escalationPolicies,
  ...preflight,
  ...catalog,
  ...catalogFile,
  ...schedules,
  ...rota,
  ...policy,
];
