import './check-node.mjs';

const { halt } = await import('./say.mjs');
try {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  process.env.DATABASE_URL ??= 'postgresql://none';
  const { createMigration } = await import('./create-migration.ts');
  await createMigration(process.argv[2]);
} catch (error) {
  halt(error);
}
