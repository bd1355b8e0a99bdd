/** `address` when it is a page of ours (`/incidents/42?x=1`), else the board: nobody is led elsewhere after signing in. */
export function inside(address: unknown): string {
  return typeof address === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(address) ? address : '/';
}
