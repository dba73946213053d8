/**
 * The addresses of the app. Every screen has one, so that a reload, two tabs and a message link land where they should.
 * A `:name` is one path part; its value is handed to the screen as a property of that name.
 */
export const routes = {
  today: '/',
  map: '/map',
  signIn: '/sign-in',
  dossier: '/dossier/:dossier',
  checklist: '/dossier/:dossier/checklist/:instance',
  newFinding: '/dossier/:dossier/finding/new',
  sync: '/sync',
  conflicts: '/conflicts',
  messages: '/messages',
  unplanned: '/unplanned',
  inbox: '/inbox',
  followUp: '/inbox/:followUp',
  actions: '/actions',
  newAction: '/actions/new',
  action: '/actions/:action',
  device: '/device',
  gallery: '/gallery',
} as const;

export type RouteName = keyof typeof routes;

type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The parts of a route's path that vary, as strings. */
export type Params<Name extends RouteName> = Record<ParamsIn<(typeof routes)[Name]>, string>;

export interface Match {
  name: RouteName;
  params: Record<string, string>;
  query: URLSearchParams;
}

/** The address of a screen: `href('dossier', { dossier: id })`, `href('inbox', {}, { view: 'mine' })`. */
export function href<Name extends RouteName>(
  name: Name,
  params: Params<Name>,
  query: Record<string, string> = {},
): string {
  const values: Record<string, string> = params;
  const path = routes[name].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

/**
 * The screen behind an address, or null when there is none.
 * A route without variable parts goes before one with them: `/actions/new` is not the action "new".
 */
export function match(address: URL): Match | null {
  const parts = split(address.pathname);
  const candidates = Object.entries(routes) as [RouteName, string][];
  candidates.sort(([, a], [, b]) => variables(a) - variables(b));
  for (const [name, path] of candidates) {
    const params = matchParts(split(path), parts);
    if (params !== null) return { name, params, query: address.searchParams };
  }
  return null;
}

const split = (path: string) => path.split('/').filter((part) => part !== '');
const variables = (path: string) => split(path).filter((part) => part.startsWith(':')).length;

function matchParts(pattern: string[], parts: string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, piece] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (piece.startsWith(':')) {
      const value = decode(part);
      if (value === null) return null;
      params[piece.slice(1)] = value;
    } else if (piece !== part) return null;
  }
  return params;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
