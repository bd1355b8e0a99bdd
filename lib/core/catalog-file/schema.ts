// The catalog as one file that people read and keep: everything by name, people by e-mail address; what is empty is left out.
import { z } from 'zod';
import { type Target, endings, usualEnding } from '../escalation/escalation-policy';
import { severityRuleSchema } from '../severity/policy';
import { oneLine } from '../text';

const name = z.string().overwrite(oneLine).trim().min(1).max(80);
const email = z.string().trim().toLowerCase().min(1).max(320);
const words = z.string().default('');
const names = z.array(name).max(200).default([]);
const emails = z.array(email).max(500).default([]);
const reference = name.nullish().transform((text) => text ?? null);

const contactKinds = ['person', 'schedule', 'team'] as const;
const targetKinds = [...contactKinds, 'vendor'] as const;

/** Somebody or something that can be asked or paged: `person` by e-mail address, others by name. */
export interface FileTarget {
  kind: Target['kind'];
  name: string;
}

const examples = {
  person: 'person: ada@example.com',
  schedule: 'schedule: Payments',
  team: 'team: Money',
  vendor: 'vendor: Stripe',
};

const asked = (kinds: readonly (typeof targetKinds)[number][]) =>
  z.unknown().transform((value, context): FileTarget => {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const [kind, given] = entries[0] ?? [];
    const known = kinds.find((each) => each === kind);
    if (!known || entries.length !== 1 || typeof given !== 'string' || given.trim() === '') {
      context.addIssue({
        code: 'custom',
        message: `Write one of these: ${kinds.map((each) => examples[each]).join(', ')}.`,
      });
      return z.NEVER;
    }
    const text = oneLine(given).trim();
    return { kind: known, name: known === 'person' ? text.toLowerCase() : text };
  });

const target = z.union([
  z.enum(['administrators', 'everyone']).transform((kind): FileTarget => ({ kind, name: kind })),
  asked(targetKinds),
]);

const contact = asked(contactKinds)
  .optional()
  .transform((found) => found ?? null);

const team = z.strictObject({ name, description: words, leads: emails, members: emails });

const layer = z.strictObject({
  name,
  timeZone: z.string(),
  startsOn: z.string(),
  cycleDays: z.number(),
  handoffs: z.array(z.strictObject({ day: z.number(), time: z.string() })),
  people: z.array(email),
  hours: z.array(z.strictObject({ days: z.array(z.number()), from: z.string(), until: z.string() })).default([]),
});

const schedule = z.strictObject({ name, timeZone: z.string(), layers: z.array(layer) });

const escalationPolicy = z.strictObject({
  name,
  repeats: z.number().default(0),
  ending: z.enum(endings).default(usualEnding),
  steps: z.array(z.strictObject({ waitMinutes: z.number(), targets: z.array(target) })),
});

const service = z.strictObject({
  name,
  tier: z.number(),
  team: reference,
  description: words,
  policy: reference,
  primary: contact,
  backup: contact,
  dependencies: names,
  links: z.array(z.strictObject({ name: z.string(), url: z.string() })).default([]),
});

const vendor = z.strictObject({
  name,
  description: words,
  contract: words,
  account: words,
  phone: words,
  email: words,
  portal: words,
  statusPage: words,
  contacts: z.array(z.strictObject({ name: z.string(), phone: words, email: words })).default([]),
  services: names,
});

const rule = severityRuleSchema.strict();

/** A section that is left out says nothing: what there is of it stays. `prune` deletes what a section does not name. */
export const catalogFileSchema = z.strictObject({
  version: z.literal(1),
  prune: z.boolean().default(false),
  teams: z.array(team).max(1_000).optional(),
  schedules: z.array(schedule).max(1_000).optional(),
  escalationPolicies: z.array(escalationPolicy).max(1_000).optional(),
  services: z.array(service).max(2_000).optional(),
  vendors: z.array(vendor).max(1_000).optional(),
  severityPolicy: z.strictObject({ Critical: rule, High: rule, Medium: rule, Low: rule }).optional(),
});

export type CatalogFile = z.output<typeof catalogFileSchema>;
export const sections = ['teams', 'schedules', 'escalationPolicies', 'services', 'vendors'] as const;
export type Section = (typeof sections)[number];
export type FileRecord<S extends Section> = NonNullable<CatalogFile[S]>[number];
/** All there is, every section written out. */
export type WholeCatalog = Required<CatalogFile>;

/** What is wrong at a place of the file: with what stands there or, `ofKey`, with the key itself. */
export interface Fault {
  path: PropertyKey[];
  message: string;
  ofKey?: boolean;
}
