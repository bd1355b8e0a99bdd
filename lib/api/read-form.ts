import { readUpTo } from './read-up-to';

/** The form that a request posts as browsers do without files, or null where its body is larger than `most` bytes. */
export async function readForm(request: Request, most: number): Promise<URLSearchParams | null> {
  const bytes = await readUpTo(request, most);
  return bytes && new URLSearchParams(new TextDecoder().decode(bytes));
}
