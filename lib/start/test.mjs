import './check-node.mjs';

const { halt } = await import('./say.mjs');
try {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  const { runTests } = await import('./testing/run-tests.ts');
  process.exit(await runTests(process.argv.slice(2)));
} catch (error) {
  halt(error);
}
