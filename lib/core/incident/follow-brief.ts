// A brief that is being edited while the room goes on: neither the room's news nor a person's words are lost.

/**
 * Brings `written`, edited by hand from `former`, to what the room says by now (`next`). Lines that the room wrote come, change
 * and go with it; lines that a person wrote stay, in their order, and what a person struck out stays out.
 */
export function followBrief(written: string, former: string, next: string): string {
  const [mine, was, is] = [written, former, next].map((text) => text.split('\n')) as [string[], string[], string[]];
  const inMine = matches(was, mine);
  const inNext = matches(was, is);
  const merged: string[] = [];
  const from = { was: 0, mine: 0, is: 0 };
  const upTo = (to: typeof from) => {
    merged.push(...between(was.slice(from.was, to.was), mine.slice(from.mine, to.mine), is.slice(from.is, to.is)));
  };
  was.forEach((line, index) => {
    const [atMine, atNext] = [inMine.get(index), inNext.get(index)];
    if (atMine === undefined || atNext === undefined) return;
    upTo({ was: index, mine: atMine, is: atNext });
    merged.push(line);
    Object.assign(from, { was: index + 1, mine: atMine + 1, is: atNext + 1 });
  });
  upTo({ was: was.length, mine: mine.length, is: is.length });
  return merged.join('\n');
}

/** What stands between two lines that nobody touched: the room's own lines but those struck out, then the person's. */
function between(was: readonly string[], mine: readonly string[], is: readonly string[]): string[] {
  const struck = was.filter((line) => !mine.includes(line));
  return [...is.filter((line) => !struck.includes(line)), ...mine.filter((line) => !was.includes(line))];
}

/** Which line of `a` stands where in `b`, by their longest common run of lines in order. */
function matches(a: readonly string[], b: readonly string[]): Map<number, number> {
  const length = a.map(() => new Array<number>(b.length + 1).fill(0));
  length.push(new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (length[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) found.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
