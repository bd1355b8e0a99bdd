import { randomUUID } from 'node:crypto';
import { type EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { knownMigrations, migrationsFolder } from '@/lib/store/migrations';

const schemaFile = path.resolve('prisma/schema.prisma');
const wasmFile = path.resolve('node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm');

export const noFilters = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | null = null;

/** The bindings keep views of one memory, so there is one instance for the process. */
async function load() {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(`${text}\n`) },
  });
  const module = await WebAssembly.compile(readFileSync(wasmFile));
  const { exports } = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
}

/** Prisma's schema engine as WebAssembly over the database at `url`: works without a download. Free it after use. */
export async function schemaEngine(url: string) {
  await (loaded ??= load());
  const adapter = bindMigrationAwareSqlAdapterFactory(factoryFor(url));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: schema().files.map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  );
  return { engine, close: () => engine.free() };
}

/** Like PrismaPg itself, for one scratch server, but it can read the catalog's "char" columns. */
function factoryFor(url: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: async () => {
      const name = `shadow_${randomUUID().replaceAll('-', '')}`;
      const server = await connect(url);
      await server.executeScript(`CREATE DATABASE ${name}`);
      await server.dispose();
      return connect(Object.assign(new URL(url), { pathname: `/${name}` }).href);
    },
  };
}

const charOid = 18;
const uuidOid = 2950;

/**
 * PrismaPg refuses "char" and the catalog has no uuid: so a "char" passes as uuid, and is named a character behind it. It also cuts
 * a script at every semicolon, in comments too: so a script goes to Postgres whole.
 */
async function connect(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url });
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: EventEmitter };
    connection.prependListener('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
      for (const field of fields) if (field.dataTypeID === charOid) field.dataTypeID = uuidOid;
    });
  });
  const adapter: SqlDriverAdapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const { Uuid, Character } = ColumnTypeEnum;
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === Uuid ? Character : type)) };
  };
  adapter.executeScript = async (script) => void (await pool.query(script));
  return adapter;
}

export function schema() {
  return { files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] };
}

/** prisma/migrations in the form that the engine reads. */
export function migrationsList() {
  return {
    baseDir: migrationsFolder,
    shadowDbInitScript: '',
    migrationDirectories: knownMigrations().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
}
