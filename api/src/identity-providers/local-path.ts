const longest = 500;

/**
 * Where to go on after a sign-in: a path of ours, or the start. Never another host (`//evil.example`, `/\evil.example`), nor
 * an address of the API.
 */
export function localPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > longest || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  const { pathname, origin } = new URL(asked, 'https://panel.invalid');
  if (origin !== 'https://panel.invalid' || /^\/api(\/|$)/i.test(pathname)) return '/';
  return asked;
}
