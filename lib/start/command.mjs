import './check-node.mjs';

const { halt } = await import('./say.mjs');
try {
  const [file, ...args] = process.argv.slice(2);
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  const { withDatabase } = await import('./with-database.ts');
  const code = await withDatabase(async () => {
    const path = await import('node:path');
    const command = await import(path.resolve(file));
    return command.default(args);
  });
  process.exit(code ?? 0);
} catch (error) {
  halt(error);
}
