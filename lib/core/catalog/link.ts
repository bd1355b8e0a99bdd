/** Where to look further: a dashboard, a repository, the logs. */
export interface Link {
  name: string;
  url: string;
}

export const mostLinks = 20;

/** Whether a text is a web address that a browser may open: http or https, and no other scheme. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text) && URL.canParse(text);
}
