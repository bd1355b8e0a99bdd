// What the API answers about services, people and what is agreed for them.
import { z } from 'zod';
import { personRoles } from '@/lib/core/access/actor';
import { contactKinds } from '@/lib/core/catalog/contact';
import { severityRulesSchema, severitySchema } from '@/lib/core/severity/policy';
import { named, role } from './schema-parts';

export const recordSchema = named.meta({ id: 'Record' });

const contactSchema = z
  .object({
    kind: z.enum(contactKinds),
    id: z.string(),
    name: z.string(),
    onCall: named.nullable().describe('Whom a schedule has on call now.'),
  })
  .meta({ id: 'Contact' });

export const importedSchema = z
  .object({
    dryRun: z.boolean(),
    changes: z.array(
      z.object({
        act: z.enum(['created', 'changed', 'deleted']),
        what: z.enum(['team', 'schedule', 'escalation policy', 'service', 'vendor', 'severity policy']),
        name: z.string(),
        fields: z.array(z.string()).describe('Which fields a change touches.'),
      }),
    ),
  })
  .meta({ id: 'Imported' });

export const serviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    tier: z.number().int().describe('1 is what the business stands on.'),
    description: z.string(),
    team: named.nullable(),
    policy: named.nullable().describe('The escalation policy by which it pages; null: administrators are paged.'),
    dependsOn: z.array(named),
    primary: contactSchema.nullable().describe('Whom to ask about it.'),
    backup: contactSchema.nullable().describe('Whom to ask when the primary contact does not answer.'),
    links: z.array(z.object({ name: z.string(), url: z.string() })),
    basis: z.number().int().describe('Send it with a change: if somebody was quicker, yours is refused.'),
  })
  .meta({ id: 'Service' });

export const vendorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    contract: z.string().describe('The contract level.'),
    account: z.string().describe('The account number.'),
    phone: z.string(),
    email: z.string(),
    portal: z.string().describe('Where tickets are opened.'),
    statusPage: z.string(),
    contacts: z
      .array(z.object({ name: z.string(), phone: z.string(), email: z.string() }))
      .describe('Whom to call, in this order, when support does not answer.'),
    services: z.array(named).describe('The services that stand on it.'),
    basis: z.number().int().describe('Send it with a change: if somebody was quicker, yours is refused.'),
  })
  .meta({ id: 'Vendor' });

export const teamSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    members: z.array(named.extend({ lead: z.boolean() })),
  })
  .meta({ id: 'Team' });

export const personSchema = named.extend({ role: z.enum(personRoles), active: z.boolean() }).meta({ id: 'Person' });

export const roleKindSchema = role
  .extend({
    instructions: z.string(),
    builtIn: z.boolean(),
    owedAt: z.array(severitySchema).describe('The severities at which leaving it empty is a debt.'),
  })
  .meta({ id: 'RoleKind' });

export const policySchema = z
  .object({ version: z.number().int(), rules: severityRulesSchema })
  .meta({ id: 'SeverityPolicy' });

export const meSchema = z
  .object({
    kind: z.enum(['person', 'token', 'system']),
    id: z.string(),
    name: z.string(),
    role: z.enum(personRoles),
  })
  .meta({ id: 'Me' });
