import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

// Where one is, links and going on: all that these pages ask of a router. A library for it is a tenth of what a reader
// with an old phone downloads before a page answers.

/** Where the reader is. `key` tells two visits to one address apart. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly key: string;
}

/** How the reader came here: by going on, by going on in place of the page before, or back and forth. */
export type Arrival = 'PUSH' | 'REPLACE' | 'POP';

type Navigate = (to: string, options?: { readonly replace?: boolean }) => void | Promise<void>;

interface Router {
  readonly place: Place;
  readonly arrival: Arrival;
  readonly navigate: Navigate;
}

const RouterContext = createContext<Router | null>(null);

function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === null) throw new Error('This stands outside a router.');
  return router;
}

export function useLocation(): Place {
  return useRouter().place;
}

export function useNavigate(): Navigate {
  return useRouter().navigate;
}

export function useNavigationType(): Arrival {
  return useRouter().arrival;
}

/** The address bar of the browser. */
export function BrowserRouter({ children }: { readonly children: ReactNode }) {
  const [{ place, arrival }, go] = useState<Pick<Router, 'place' | 'arrival'>>(() => ({
    place: here(),
    arrival: 'POP',
  }));
  useEffect(() => {
    const moved = () => go({ place: here(), arrival: 'POP' });
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const navigate = useCallback<Navigate>((to, { replace = false } = {}) => {
    const state = { key: Math.random().toString(36).slice(2, 10) };
    if (replace) history.replaceState(state, '', to);
    else history.pushState(state, '', to);
    go({ place: here(), arrival: replace ? 'REPLACE' : 'PUSH' });
  }, []);
  const router = useMemo(() => ({ place, arrival, navigate }), [place, arrival, navigate]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

function here(): Place {
  const { pathname, search, hash } = location;
  return { pathname, search, hash, key: (history.state as { key?: string } | null)?.key ?? 'first' };
}

/** One address that is not the browser's: on the server, where nobody goes on, and in tests. */
export function MemoryRouter({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  const [address, setAddress] = useState(at);
  const router = useMemo((): Router => {
    const { pathname, search, hash } = new URL(address, 'https://here.invalid');
    return { place: { pathname, search, hash, key: address }, arrival: 'PUSH', navigate: setAddress };
  }, [address]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** An address of this site, beginning with a slash; or a part of it: `?after=x`, `#vote`. */
  readonly to: string;
  readonly ref?: Ref<HTMLAnchorElement>;
  /** For what the server gives as it is: a file, a feed. */
  readonly reloadDocument?: boolean;
}

/** Leads to a page of this site without loading the site again; opened in another window it is an ordinary link. */
export function Link({ to, onClick, reloadDocument = false, children, ...rest }: LinkProps) {
  const { navigate, place } = useRouter();
  const href = /^[?#]/.test(to) ? place.pathname + (to.startsWith('#') ? place.search : '') + to : to;
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (reloadDocument || event.defaultPrevented || !isPlain(event)) return;
        event.preventDefault();
        // The same address again takes no room in the way back.
        void navigate(href, { replace: href === place.pathname + place.search + place.hash });
      }}
    >
      {children}
    </a>
  );
}

function isPlain(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target } = event.currentTarget;
  return (
    event.button === 0 &&
    !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) &&
    (target === '' || target === '_self')
  );
}

interface NavLinkProps extends LinkProps {
  /** Only at this very address, not at those below it. */
  readonly end?: boolean;
}

/** A link in a list of places, which says where one is. */
export function NavLink({ end = false, ...link }: NavLinkProps) {
  const { pathname } = useLocation();
  const isHere = pathname === link.to || (!end && pathname.startsWith(`${link.to}/`));
  return <Link {...link} aria-current={isHere ? 'page' : undefined} />;
}

/** What the parts of an address are when it fits a pattern (`/ideas/:slug`), or null. A slash at its end is nothing. */
export function matchPath(pattern: string, pathname: string): Readonly<Record<string, string>> | null {
  const wanted = partsOf(pattern);
  const given = partsOf(pathname);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part.toLowerCase() !== decoded(value).toLowerCase()) return null;
  }
  return params;
}

/** Of two patterns that fit, the one that names more of the address is meant: `ideas/new` before `ideas/:slug`. */
export function namedParts(pattern: string): number {
  return partsOf(pattern).filter((part) => !part.startsWith(':')).length;
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Anybody can make an address up; one that cannot be read is itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
