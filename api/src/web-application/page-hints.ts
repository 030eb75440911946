import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A page of the web application as its build wrote it down (`preloads.json`). */
interface Page {
  /** As in the routes: `referrals/:referralId/tasks`. */
  readonly path: string;
  readonly isOpen: boolean;
  readonly files: readonly string[];
  /** Addresses of the API, with the parameters of `path`. */
  readonly reads: readonly string[];
}

interface Build {
  readonly styles: string;
  /** Of the frame that all pages share. */
  readonly scripts: readonly string[];
  readonly pages: readonly Page[];
}

/**
 * The `Link` header of a page: what its browser will ask for anyway, named so early that it comes with the page. A browser
 * finds a script only when the one before has arrived; on a school's slow line each of these journeys is felt. Who is not
 * signed in gets the sign-in page in place of any other. `address` is path and query.
 */
export function pageHints(
  folder: string,
  { isDemo }: { readonly isDemo: boolean },
): (address: string, isSignedIn: boolean) => string {
  const file = path.join(folder, 'preloads.json');
  if (!existsSync(file)) return () => '';
  const { styles, scripts, pages } = read(file);
  const patterns = pages.map((page) => ({ page, parts: partsOf(page.path) }));
  const find = (address: string): Page | undefined => {
    const [pathname = '', query = ''] = address.split('?');
    const parts = partsOf(pathname);
    const found = patterns.find((pattern) => isSame(pattern.parts, parts));
    // With a filter of its own a list asks for something else; nobody asks for invented people outside a demo.
    const isAskedFor = (read: string): boolean =>
      (query === '' || !read.includes('?')) && (isDemo || !read.startsWith('/api/demo/'));
    return found && { ...found.page, reads: readsOf(found.page, found.parts, parts).filter(isAskedFor) };
  };
  return (address, isSignedIn) => {
    const wanted = find(address);
    const page = isSignedIn || wanted?.isOpen ? wanted : find('sign-in');
    return [
      `</${styles}>; rel=preload; as=style`,
      ...scripts.map(module),
      fetched('/api/service'),
      // Without a session the answer is a refusal, which no browser takes from here.
      ...(isSignedIn ? [fetched('/api/session')] : []),
      ...(page?.reads ?? []).map(fetched),
      ...(page?.files ?? []).map(module),
    ].join(', ');
  };
}

function read(file: string): Build {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isBuild(content)) throw new Error(`${file} is not what the build of the web application writes`);
  return content;
}

const isBuild = (content: unknown): content is Build =>
  typeof content === 'object' && content !== null && ['styles', 'scripts', 'pages'].every((key) => key in content);

const module = (name: string): string => `</${name}>; rel=modulepreload`;

const fetched = (address: string): string => `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`;

/** None for an address with a part that is no plain word or id: nothing of it goes into a header. */
function readsOf({ reads }: Page, pattern: readonly string[], parts: readonly string[]): readonly string[] {
  if (!parts.every((part) => /^[\w-]+$/.test(part))) return [];
  const valueOf = (part: string): string => (part.startsWith(':') ? (parts[pattern.indexOf(part)] ?? '') : part);
  return reads.map((read) => read.split('/').map(valueOf).join('/'));
}

const partsOf = (address: string): readonly string[] => address.split('/').filter(Boolean);

/** As the router compares: the first pattern that fits counts, and a parameter fits any part. */
const isSame = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length && pattern.every((part, at) => part.startsWith(':') || part === parts[at]);
