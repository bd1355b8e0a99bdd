import './check-node.mjs';

// Imported only after the check: older versions cannot read what follows.
const { halt } = await import('./say.mjs');
try {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  const { serve } = await import('./serve.ts');
  await serve({ dev: process.argv.includes('--dev'), demo: process.argv.includes('--demo') });
} catch (error) {
  halt(error);
}
