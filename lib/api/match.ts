import { type Method, type Route } from './route';

export type Match = { route: Route; params: Record<string, string> } | { allow: Method[] };

/** The route for an address below `/api/v1`; only the methods it has, when it has others; none when there is no such address. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const parts = partsOf(path);
  const here = routes.flatMap((route) => {
    const params = paramsOf(partsOf(route.path), parts);
    return params ? [{ route, params }] : [];
  });
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = here
    .filter(({ route }) => route.method === wanted)
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  return found ?? { allow: [...new Set(here.map(({ route }) => route.method))] };
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function paramsOf(template: string[], parts: string[]): Record<string, string> | null {
  if (template.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(given);
    else if (part !== given) return null;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
