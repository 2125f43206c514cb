/** The one page that is open to the world: what it is asked, what it shows. */

export type Page = GoogleAppsScript.HTML.HtmlOutput;

/** What stands after the `?`, texts only. */
export function pageAsks(event: unknown): ReadonlyMap<string, string> {
  const parameter = fieldOf(event, 'parameter');
  if (typeof parameter !== 'object' || parameter === null) return new Map();
  return new Map(
    Object.entries(parameter).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

/** The page's own address as it is deployed; empty where it is only tried out (`/dev`). */
export function deployedAddress(): string {
  const address = ScriptApp.getService().getUrl() ?? '';
  return /^https:\/\/script\.google\.com\/\S+\/exec$/.test(address) ? address : '';
}

export function showPage(html: string): Page {
  return HtmlService.createHtmlOutput(html)
    .setTitle('Encaisse')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}
