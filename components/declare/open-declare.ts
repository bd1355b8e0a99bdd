export const openDeclareEvent = 'qd:declare';

/** Opens the declare dialog from anywhere in the console. */
export function openDeclare() {
  document.dispatchEvent(new Event(openDeclareEvent));
}
