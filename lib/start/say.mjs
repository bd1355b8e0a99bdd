const plain = process.env.NO_COLOR !== undefined || !process.stderr.isTTY;
const paint = (code, text) => (plain ? text : `\u001b[${code}m${text}\u001b[0m`);

/** Progress goes to standard error, so that a command's answer is alone on standard output. */
export function say(/** @type {string} */ text) {
  process.stderr.write(`${text}\n`);
}

export function seconds(/** @type {number} */ ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * Runs one named step, says when it is done and how long it took, and every 15 s that it still goes on.
 * A step that answers `null` had nothing to do and is not mentioned.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  const patience = setInterval(
    () => say(`  ${paint(2, `… ${name}, ${Math.round((performance.now() - began) / 1000)} s so far`)}`),
    15_000,
  );
  try {
    const result = await work();
    const took = performance.now() - began;
    if (result !== null) say(`  ${paint(32, '✓')} ${name}${took > 100 ? paint(2, ` (${seconds(took)})`) : ''}`);
    return result;
  } catch (error) {
    say(`  ${paint(31, '✗')} ${name}`);
    throw error;
  } finally {
    clearInterval(patience);
  }
}

/** An error whose message is all the person needs: no stack is shown. */
export class Halt extends Error {}

/** Says why the program cannot go on, and ends it. */
export function halt(error) {
  say(error instanceof Halt ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exit(1);
}
