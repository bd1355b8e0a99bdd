/**
 * Radix locks scrolling behind a dialog with a style element of its own. The page's policy admits it only with the
 * nonce, which `get-nonce` (deep inside Radix) reads from this global.
 */
if (typeof document !== 'undefined') {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
export {};
