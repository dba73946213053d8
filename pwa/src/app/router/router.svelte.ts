/**
 * The History router: one current match, plain links, back restores the scroll position.
 * State of an entry: its index in this tab's history, and where it was scrolled when it was left.
 */
import { match, type Match } from './routes';

interface EntryState {
  index: number;
  scroll: number;
}

/** How one came to the present screen; the shell moves focus and scroll by it. */
export type Arrival = { kind: 'load' } | { kind: 'forward' } | { kind: 'back'; scroll: number };

let current = $state.raw<Match | null>(null);
let arrival = $state.raw<Arrival>({ kind: 'load' });

export const router = {
  /** Null: no screen has this address. */
  get current(): Match | null {
    return current;
  },
  get arrival(): Arrival {
    return arrival;
  },
};

const entry = (): EntryState => {
  const state = history.state as Partial<EntryState> | null;
  return { index: state?.index ?? 0, scroll: state?.scroll ?? 0 };
};

/** Read the present address and follow links and the back button from here on. Returns the undoing. */
export function startRouter(): () => void {
  history.scrollRestoration = 'manual';
  const onPop = () => {
    current = match(new URL(location.href));
    arrival = { kind: 'back', scroll: entry().scroll };
  };
  // The position is kept while scrolling, since `popstate` comes when the entry has already changed.
  let pending = 0;
  const onScroll = () => {
    clearTimeout(pending);
    pending = window.setTimeout(rememberScroll, 100);
  };
  history.replaceState({ ...entry() }, '');
  current = match(new URL(location.href));
  arrival = entry().scroll > 0 ? { kind: 'back', scroll: entry().scroll } : { kind: 'load' };
  addEventListener('popstate', onPop);
  addEventListener('scroll', onScroll, { passive: true });
  document.addEventListener('click', followLink);
  return () => {
    clearTimeout(pending);
    removeEventListener('popstate', onPop);
    removeEventListener('scroll', onScroll);
    document.removeEventListener('click', followLink);
  };
}

function rememberScroll(): void {
  history.replaceState({ ...entry(), scroll: scrollY }, '');
}

/** Go to an address made by `href`. `replace` leaves no entry behind, for redirects. */
export function navigate(address: string, { replace = false }: { replace?: boolean } = {}): void {
  const to = new URL(address, location.href);
  if (to.href === location.href) return;
  const index = entry().index;
  rememberScroll();
  if (replace) history.replaceState({ index, scroll: 0 }, '', to);
  else history.pushState({ index: index + 1, scroll: 0 }, '', to);
  current = match(to);
  arrival = { kind: 'forward' };
}

/** One step back inside the app, to the same scroll position; to `fallback` when the app was opened here. */
export function back(fallback: string): void {
  if (entry().index > 0) history.back();
  else navigate(fallback, { replace: true });
}

/** Change the query of the present screen (filters, tabs) without a new screen or entry. */
export function setQuery(values: Record<string, string | null>): void {
  const to = new URL(location.href);
  for (const [key, value] of Object.entries(values)) {
    if (value === null) to.searchParams.delete(key);
    else to.searchParams.set(key, value);
  }
  history.replaceState(entry(), '', to);
  current = match(to);
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin)
    return;
  const to = new URL(link.href);
  if (to.hash !== '' && to.pathname === location.pathname) return;
  if (match(to) === null) return;
  event.preventDefault();
  navigate(link.href);
}
