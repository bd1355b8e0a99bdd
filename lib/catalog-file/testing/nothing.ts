import { type WholeCatalog } from '@/lib/core/catalog-file/schema';
import { defaultRules } from '@/lib/core/severity/policy';

/** The catalog of an installation in which nobody wrote anything yet. */
export const nothing: WholeCatalog = {
  version: 1,
  prune: false,
  teams: [],
  schedules: [],
  escalationPolicies: [],
  services: [],
  vendors: [],
  severityPolicy: Object.fromEntries(
    Object.entries(defaultRules).map(([severity, rule]) => [
      severity,
      { ...rule, paged: rule.paged ?? 'nobody', silence: rule.silence ?? 'response-time' },
    ]),
  ) as WholeCatalog['severityPolicy'],
};
