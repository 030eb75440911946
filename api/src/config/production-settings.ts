import type { DocumentBucket } from './document-bucket.js';
import type { Environment } from './environment.js';

export type Program = 'api' | 'worker' | 'migrate';

const placeholders: readonly string[] = [
  'postgres',
  'password',
  'panel',
  'panel_api',
  'changeme',
  'secret',
  'admin',
  'redis',
];
const shortestPassword = 12;
const shortestSecret = 20;

/** In production a setting that is missing or a placeholder ends the start, before anything listens or connects. */
export function refuseUnfitSettings(environment: Environment, program: Program): void {
  if (!environment.isProduction) return;
  const problems = unfitSettings(environment, program);
  if (problems.length > 0) {
    throw new Error(
      `These settings cannot run in production:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
}

/** What is wrong, each with the setting's name and how to mend it. */
export function unfitSettings(environment: Environment, program: Program): string[] {
  const everywhere = [
    ...addressProblems('DATABASE_URL', environment.databaseUrl),
    ...tlsProblems('DATABASE_URL', environment.databaseUrl),
    ...scopeKeyProblems(environment.scopeKey),
  ];
  if (program === 'migrate') {
    return [
      ...everywhere,
      ...addressProblems('DATABASE_OWNER_URL', environment.databaseOwnerUrl),
      ...tlsProblems('DATABASE_OWNER_URL', environment.databaseOwnerUrl),
    ];
  }
  return [
    ...everywhere,
    ...(environment.databaseOwnerUrl === null
      ? []
      : ['DATABASE_OWNER_URL is known to migrate.js only: do not give it to the API or to a worker.']),
    ...(environment.redisUrl === null ? [] : addressProblems('REDIS_URL', environment.redisUrl)),
    ...(environment.fieldKeys === null
      ? ['PANEL_FIELD_KEY is missing. Make one with: openssl rand -base64 32 (better as a file: PANEL_FIELD_KEY_FILE).']
      : []),
    ...publicAddressProblems(environment.publicAddress),
    ...(environment.documentBucket === null ? [] : bucketProblems(environment.documentBucket)),
    ...(environment.virusScanner === null
      ? [
          'PANEL_VIRUS_SCANNER is missing: without ClamAV’s daemon no uploaded file is ever released. Set tcp://host:3310.',
        ]
      : []),
  ];
}

function addressProblems(name: string, address: string | null): string[] {
  if (address === null) return [`${name} is missing. Set it, or better ${name}_FILE to a file that holds it.`];
  const url = URL.parse(address);
  if (!url) return [`${name} is no address. Write it as postgres://user:password@host:5432/database.`];
  const password = decodeURIComponent(url.password);
  const isPlaceholder = placeholders.includes(password.toLowerCase()) || password === url.username;
  if (isPlaceholder) return [`${name} holds a placeholder password. Make a real one with: openssl rand -hex 24`];
  // A socket of the machine itself or a client's certificate needs none.
  if (password.length > 0 && password.length < shortestPassword) {
    return [`${name} has a password of fewer than ${shortestPassword} characters. Make one with: openssl rand -hex 24`];
  }
  return [];
}

/** Said on purpose, either way: the driver's own default would send passwords and children's data over the network in clear. */
function tlsProblems(name: string, address: string | null): string[] {
  const url = address === null ? null : URL.parse(address);
  const mode = url?.searchParams.get('sslmode');
  if (!url || mode === 'verify-full' || mode === 'disable') return [];
  return [
    `${name} does not say how it is protected. Add ?sslmode=verify-full&sslrootcert=/path/to/ca.pem, or ?sslmode=disable ` +
      'where the connection never leaves the machine or a network of its own.',
  ];
}

function bucketProblems({ endpoint, secret, keyId }: DocumentBucket): string[] {
  return [
    ...(endpoint === null || endpoint.startsWith('https:')
      ? []
      : ['PANEL_S3_ENDPOINT must begin with https: children’s documents travel on that connection.']),
    ...(secret.length >= shortestSecret && secret !== keyId && !placeholders.includes(secret.toLowerCase())
      ? []
      : [
          `PANEL_S3_SECRET is a placeholder or has fewer than ${shortestSecret} characters. Use the one the store made.`,
        ]),
  ];
}

function scopeKeyProblems(key: string | null): string[] {
  const isStrong = key !== null && key.length >= 32 && new Set(key).size >= 10;
  return isStrong
    ? []
    : [
        'PANEL_SCOPE_KEY is missing or easy to guess. Make one with: openssl rand -hex 32 (better as PANEL_SCOPE_KEY_FILE).',
      ];
}

function publicAddressProblems(address: string): string[] {
  const url = URL.parse(address);
  const isFit =
    url?.protocol === 'https:' && url.pathname === '/' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isFit
    ? []
    : [
        'PANEL_PUBLIC_ADDRESS must be where people reach the product, such as https://panel.example.gov.uk: https, no path.',
      ];
}
