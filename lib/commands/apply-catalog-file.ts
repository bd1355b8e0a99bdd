import { type z } from 'zod';
import { servicesInOrder } from '@/lib/core/catalog-file/order';
import {
  type CatalogFile,
  type Fault,
  type FileTarget,
  type Section,
  type WholeCatalog,
  sections,
} from '@/lib/core/catalog-file/schema';
import { inOrder, terse } from '@/lib/core/catalog-file/terse';
import { type CatalogChange, nameKey, sectionWords } from '@/lib/core/catalog-file/words';
import { serviceInput } from '@/lib/core/catalog/service';
import { teamInput } from '@/lib/core/catalog/team';
import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { type KeptVersion } from '@/lib/store/schedules';
import { parse } from './caller';
import { escalationPolicyKind } from './escalation-policy-record';
import { putPolicyInForce } from './put-policy-in-force';
import { type Place, type RecordKind, changeRecord, createRecord, deleteRecord } from './record-kind';
import { scheduleKind } from './schedule-record';
import { serviceKind } from './service-record';
import { teamKind } from './team-record';
import { vendorKind } from './vendor-record';

/** What the transaction did, or the first thing that stands against it and where in the file. */
export type Applied = { changes: CatalogChange[] } | { refusal: Refusal; fault: Fault };

class Against extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly path: PropertyKey[],
  ) {
    super(refusal.message);
  }
}

/** Makes the catalog say what the file says, in the caller's transaction. `people` are ids by e-mail address. */
export async function applyFile(
  place: Place,
  file: CatalogFile,
  now: WholeCatalog,
  people: ReadonlyMap<string, string>,
): Promise<Applied> {
  const work = new Work(place, file, now, people);
  try {
    await work.run();
    return { changes: work.changes };
  } catch (error) {
    if (!(error instanceof Against)) throw error;
    const { refusal, path } = error;
    const [field, message] = Object.entries(refusal.fields ?? {})[0] ?? ['', refusal.message];
    const inner = field.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
    return { refusal, fault: { path: field ? [...path, ...inner] : path, message } };
  }
}

class Work {
  readonly changes: CatalogChange[] = [];
  private readonly ids = new Map<Section, Map<string, string>>();
  private readonly said: Map<Section, Map<string, string>>;
  private readonly wanted: Map<Section, Map<string, string>>;

  constructor(
    private readonly place: Place,
    private readonly file: CatalogFile,
    private readonly now: WholeCatalog,
    private readonly people: ReadonlyMap<string, string>,
  ) {
    this.said = textsOf(now);
    this.wanted = textsOf({ ...now, ...file });
  }

  async run(): Promise<void> {
    await this.readIds();
    const { teams, schedules, escalationPolicies, services, vendors, severityPolicy } = this.file;
    for (const [at, team] of (teams ?? []).entries()) {
      const [leads, members] = [team.leads, team.members].map((emails) => emails.map((email) => this.person(email)));
      await this.write('teams', at, teamKind, teamInput, { ...team, leads, members });
    }
    for (const [at, schedule] of (schedules ?? []).entries()) {
      const layerIds = await this.layerIds(schedule.name);
      const layers = schedule.layers.map((layer) => ({
        ...layer,
        id: layerIds.get(nameKey(layer.name)) ?? '',
        people: layer.people.map((email) => this.person(email)),
      }));
      await this.write('schedules', at, scheduleKind, scheduleInput, { ...schedule, layers });
    }
    await this.createVendorsOfSteps();
    for (const [at, policy] of (escalationPolicies ?? []).entries()) {
      const steps = policy.steps.map(({ waitMinutes, targets }) => ({
        waitMinutes,
        targets: targets.map((target) => this.target(target)),
      }));
      await this.write('escalationPolicies', at, escalationPolicyKind, escalationPolicyInput, { ...policy, steps });
    }
    if (services) await this.writeServices();
    for (const [at, vendor] of (vendors ?? []).entries()) {
      const standing = vendor.services.map((name) => this.id('services', name));
      await this.write('vendors', at, vendorKind, vendorInput, { ...vendor, services: standing });
    }
    if (severityPolicy) await this.writePolicy(severityPolicy);
    if (this.file.prune) await this.prune();
  }

  /** A step may write to a vendor that the file brings; the services that stand on it are written down later. */
  private async createVendorsOfSteps(): Promise<void> {
    const targets = (this.file.escalationPolicies ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.targets));
    const named = new Set(targets.filter(({ kind }) => kind === 'vendor').map(({ name }) => nameKey(name)));
    for (const [at, vendor] of (this.file.vendors ?? []).entries()) {
      const key = nameKey(vendor.name);
      if (!named.has(key) || this.ids.get('vendors')?.has(key)) continue;
      await this.write('vendors', at, vendorKind, vendorInput, { ...vendor, services: [] });
    }
  }

  private async writeServices(): Promise<void> {
    for (const { at, record } of servicesInOrder(this.file, this.now)) {
      await this.write('services', at, serviceKind, serviceInput, {
        ...record,
        team: record.team && this.id('teams', record.team),
        policy: record.policy && this.id('escalationPolicies', record.policy),
        primary: record.primary && this.target(record.primary),
        backup: record.backup && this.target(record.backup),
        dependencies: record.dependencies.map((name) => this.id('services', name)),
      });
    }
  }

  private async writePolicy(rules: WholeCatalog['severityPolicy']): Promise<void> {
    const fields = await putPolicyInForce(this.place, rules);
    if (fields.length > 0) this.changes.push({ act: 'changed', what: 'severity policy', name: '', fields });
  }

  /** Writes one record of the file, unless the catalog says it already. */
  private async write<Input extends { name: string }>(
    section: Section,
    at: number,
    kind: RecordKind<Input>,
    schema: z.ZodType<Input>,
    draft: { name: string; [field: string]: unknown },
  ): Promise<void> {
    const key = nameKey(draft.name);
    const ids = this.ids.get(section);
    const id = ids?.get(key);
    const wanted = this.wanted.get(section)?.get(key);
    if (id !== undefined && wanted === this.said.get(section)?.get(key)) return;
    const parsed = parse(schema, draft);
    if (isRefusal(parsed)) throw new Against(parsed, [section, at]);
    const { input } = parsed;
    const saved =
      id === undefined ? await createRecord(this.place, kind, input) : await changeRecord(this.place, kind, id, input);
    if (isRefusal(saved)) throw new Against(saved, [section, at]);
    ids?.set(key, saved.id);
    const act = id === undefined ? 'created' : 'changed';
    const fields = act === 'created' ? [] : saved.fields;
    const what = sectionWords[section];
    const fresh = this.changes.some((done) => done.act === 'created' && done.what === what && done.name === saved.name);
    if (saved.fields.length > 0 && !fresh) this.changes.push({ act, what, name: saved.name, fields });
  }

  /** Deletes what the file's sections do not name, what needs others before the others. */
  private async prune(): Promise<void> {
    await this.pruneSection('services', serviceKind);
    await this.pruneSection('escalationPolicies', escalationPolicyKind);
    await this.pruneSection('vendors', vendorKind);
    await this.pruneSection('schedules', scheduleKind);
    await this.pruneSection('teams', teamKind);
  }

  private async pruneSection<Input extends { name: string }>(section: Section, kind: RecordKind<Input>): Promise<void> {
    const records = this.file[section];
    if (!records) return;
    const named = new Set(records.map(({ name }) => nameKey(name)));
    for (const { name } of this.now[section]) {
      const id = this.ids.get(section)?.get(nameKey(name));
      if (named.has(nameKey(name)) || id === undefined) continue;
      const gone = await deleteRecord(this.place, kind, id);
      if (isRefusal(gone)) {
        const message = `${name} cannot be deleted: ${gone.message}`;
        throw new Against({ refusal: gone.refusal, message }, [section]);
      }
      this.changes.push({ act: 'deleted', what: sectionWords[section], name, fields: [] });
    }
  }

  private async readIds(): Promise<void> {
    const { tx } = this.place.unit;
    const select = { id: true, name: true } as const;
    const keyed = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [nameKey(name), id]));
    this.ids.set('teams', keyed(await tx.team.findMany({ select })));
    this.ids.set('schedules', keyed(await tx.schedule.findMany({ select })));
    this.ids.set('escalationPolicies', keyed(await tx.escalationPolicy.findMany({ select })));
    this.ids.set('services', keyed(await tx.service.findMany({ select })));
    this.ids.set('vendors', keyed(await tx.vendor.findMany({ select })));
  }

  /** The ids that a schedule's layers have now, by name key: a layer keeps its own for as long as it keeps its name. */
  private async layerIds(schedule: string): Promise<Map<string, string>> {
    const id = this.ids.get('schedules')?.get(nameKey(schedule));
    if (id === undefined) return new Map();
    const row = await this.place.unit.tx.schedule.findUnique({ where: { id }, select: { versions: true } });
    const layers = (row?.versions as unknown as KeptVersion[] | undefined)?.at(-1)?.layers ?? [];
    return new Map(layers.map((layer) => [nameKey(layer.name), layer.id]));
  }

  private id(section: Section, name: string): string {
    return this.ids.get(section)?.get(nameKey(name)) ?? '';
  }

  private person(email: string): string {
    return this.people.get(email) ?? '';
  }

  private target({ kind, name }: FileTarget): { kind: FileTarget['kind']; id: string } {
    switch (kind) {
      case 'person':
        return { kind, id: this.person(name) };
      case 'schedule':
        return { kind, id: this.id('schedules', name) };
      case 'team':
        return { kind, id: this.id('teams', name) };
      case 'vendor':
        return { kind, id: this.id('vendors', name) };
      default:
        return { kind, id: kind };
    }
  }
}

/** Every record's own words, by section and name key: equal words say the same. */
function textsOf(catalog: WholeCatalog): Map<Section, Map<string, string>> {
  const written = terse(inOrder(catalog)) as Partial<Record<Section, { name: string }[]>>;
  return new Map(
    sections.map((section) => [
      section,
      new Map((written[section] ?? []).map((record) => [nameKey(record.name), JSON.stringify(record)])),
    ]),
  );
}
