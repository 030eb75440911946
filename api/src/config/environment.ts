import { existsSync, readFileSync } from 'node:fs';

import { isRole, type Role } from '@panel/case-rules';
import path from 'node:path';

import { type DocumentBucket, readDocumentBucket } from './document-bucket.js';

/**
 * What the process was told from outside. The only file that reads `process.env`, so that one place says which
 * settings exist; `docs/running.md` lists them for operators.
 */
export interface Environment {
  readonly isProduction: boolean;
  /** Invented people and one-click sign-in. Impossible in production. */
  readonly isDemo: boolean;
  readonly port: number | null;
  /** Proxies in front that add to X-Forwarded-For; so many of its last entries are believed. */
  readonly proxyHops: number;
  readonly host: string;
  /** As the role of the running application, which owns nothing. */
  readonly databaseUrl: string | null;
  /** As the owner of the tables. Only migrations use it. */
  readonly databaseOwnerUrl: string | null;
  /** Signs what a transaction says about itself; the database checks it before it shows a row. */
  readonly scopeKey: string | null;
  /** Present: jobs go through Redis. Absent: through the same Postgres. */
  readonly redisUrl: string | null;
  readonly dataFolder: string;
  readonly webFolder: string | null;
  /** Outside of the database: hashes of what was destroyed, for after a backup is restored. Absent: none is written. */
  readonly erasuresFile: string | null;
  /** Where the files of documents are kept: outside of everything that is served. */
  readonly documentsFolder: string;
  /** Present: they are kept in this bucket instead. */
  readonly documentBucket: DocumentBucket | null;
  /** ClamAV's daemon, `tcp://host:port` or `unix:/path`. Absent: the demonstration's own, and elsewhere nothing is released. */
  readonly virusScanner: string | null;
  /** How long a process that is told to end goes on serving, so that proxies notice first. */
  readonly drainSeconds: number;
  readonly databasePoolSize: number;
  readonly postgresPort: number | null;
  /** The browser that makes PDFs, or none. */
  readonly chromiumPath: string | null;
  /** Keys that seal single fields (`common/field-encryption.ts`). Absent outside production: a key that everybody knows. */
  readonly fieldKeys: string | null;
  /** Where people reach the product, without a slash at the end: in links of mails, and what passkeys are bound to. */
  readonly publicAddress: string;
  /** Administrators and data protection officers sign in with a passkey. */
  readonly arePasskeysRequired: boolean;
  /** Where the ends of the audit chains are written down, outside the database. */
  readonly auditAnchorFile: string | null;
  /** How long a case stays open under an emergency access… */
  readonly emergencyAccessMinutes: number;
  /** …and to which roles one is open at all. */
  readonly emergencyAccessRoles: readonly Role[];
  /** A session ends after so many minutes without a request… */
  readonly idleMinutes: number;
  /** …and after so many hours at the latest. */
  readonly sessionHours: number;
  /** smtps://user:password@host:465. Absent: mail waits in the outbox; in a demo a page shows it. */
  readonly smtpUrl: string | null;
  /** GOV.UK Notify instead of a mail server; the sender is set up there. */
  readonly notify: NotifySettings | null;
  /** The sender of all mail: an address, or "Name <address>". */
  readonly mailFrom: string;
  /** Hosts of identity providers that may be called, with a port where it is not 443. */
  readonly identityProviderHosts: readonly string[];
  /** A service with the range interface of Have I Been Pwned. Absent: only the list in the product is asked. */
  readonly breachedPasswordsUrl: string | null;
}

export interface NotifySettings {
  readonly apiKey: string;
  /** Of an e-mail template with ((subject)) as its subject, and ((name)), ((body)), ((link)) and ((service)) in its text. */
  readonly templateId: string;
  readonly url: string;
}

const notifyUrl = 'https://api.notifications.service.gov.uk';

const usualIdentityProviders = 'login.microsoftonline.com oidc.signin.education.gov.uk api.signin.education.gov.uk';

type Source = Readonly<Record<string, string | undefined>>;

/** A secret may come as NAME or, better, as a file named by NAME_FILE (container secrets). */
function secret(source: Source, name: string): string | null {
  const file = source[`${name}_FILE`];
  if (file) {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch (error) {
      throw new Error(`The file that ${name}_FILE names cannot be read.`, { cause: error });
    }
  }
  return source[name] || null;
}

function wholeNumber(source: Source, name: string): number | null {
  const text = source[name];
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, but is "${text}".`);
  return value;
}

/** Where the product is reached when nobody has named an address: on the machine itself. */
export function localAddress(port: number | null): string {
  return `http://localhost:${port ?? 3000}`;
}

function yesOrNo(source: Source, name: string): boolean | null {
  const text = source[name];
  if (text === undefined || text === '') return null;
  if (text !== '0' && text !== '1') throw new Error(`${name} must be 0 or 1, but is "${text}".`);
  return text === '1';
}

function roles(source: Source, name: string): Role[] | null {
  const text = source[name];
  if (text === undefined) return null;
  return text
    .split(/[\s,]+/)
    .filter((role) => role !== '')
    .map((role) => {
      if (!isRole(role)) throw new Error(`${name} names “${role}”, which is no role.`);
      return role;
    });
}

function notifySettings(source: Source): NotifySettings | null {
  const apiKey = secret(source, 'PANEL_NOTIFY_API_KEY');
  const templateId = source['PANEL_NOTIFY_TEMPLATE_ID'] || null;
  if (apiKey === null && templateId === null) return null;
  if (apiKey === null || templateId === null) {
    throw new Error('GOV.UK Notify needs both PANEL_NOTIFY_API_KEY and PANEL_NOTIFY_TEMPLATE_ID.');
  }
  // The name of the key, the service and the secret, as Notify shows it once.
  if (!/^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/.test(apiKey)) {
    throw new Error('PANEL_NOTIFY_API_KEY is not a whole key: it ends with two ids, as name-id-id.');
  }
  return { apiKey, templateId, url: source['PANEL_NOTIFY_URL'] || notifyUrl };
}

const usualBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that was named, or one where Linux puts it. */
function findChromium(named: string | null): string | null {
  if (named !== null && !existsSync(named)) throw new Error('PANEL_CHROMIUM_PATH names a file that is not there.');
  return named ?? usualBrowsers.find((place) => existsSync(place)) ?? null;
}

export function readEnvironment(source: Source = process.env): Environment {
  const isProduction = source['NODE_ENV'] === 'production';
  const isDemo = source['PANEL_DEMO'] === '1';
  if (isProduction && isDemo)
    throw new Error('PANEL_DEMO=1 signs people in by one click: it cannot run in production.');
  const databaseUrl = secret(source, 'DATABASE_URL');
  const port = wholeNumber(source, 'PORT');
  const smtpUrl = secret(source, 'PANEL_SMTP_URL');
  const mailFrom = source['PANEL_MAIL_FROM'] ?? '';
  const notify = notifySettings(source);
  if (smtpUrl !== null && notify !== null)
    throw new Error('Set PANEL_SMTP_URL or PANEL_NOTIFY_API_KEY, not both: mail goes one way.');
  if (smtpUrl !== null && mailFrom === '') throw new Error('Set PANEL_MAIL_FROM to the sender of the mail.');
  return {
    isProduction,
    isDemo,
    port,
    proxyHops: wholeNumber(source, 'PANEL_PROXY_HOPS') ?? 0,
    host: source['PANEL_HOST'] || '127.0.0.1',
    databaseUrl,
    databaseOwnerUrl: secret(source, 'DATABASE_OWNER_URL'),
    scopeKey: secret(source, 'PANEL_SCOPE_KEY'),
    redisUrl: secret(source, 'REDIS_URL'),
    dataFolder: source['PANEL_DATA_FOLDER'] || '.data',
    webFolder: source['PANEL_WEB_FOLDER'] || null,
    erasuresFile: source['PANEL_ERASURES_FILE'] || null,
    documentsFolder: source['PANEL_DOCUMENTS_FOLDER'] || path.join(source['PANEL_DATA_FOLDER'] || '.data', 'documents'),
    documentBucket: readDocumentBucket((name) => secret(source, name)),
    virusScanner: source['PANEL_VIRUS_SCANNER'] || null,
    drainSeconds: wholeNumber(source, 'PANEL_DRAIN_SECONDS') ?? 3,
    databasePoolSize: wholeNumber(source, 'DATABASE_POOL_SIZE') ?? 10,
    postgresPort: wholeNumber(source, 'PANEL_POSTGRES_PORT'),
    chromiumPath: findChromium(source['PANEL_CHROMIUM_PATH'] || null),
    fieldKeys: secret(source, 'PANEL_FIELD_KEY'),
    publicAddress: (source['PANEL_PUBLIC_ADDRESS'] || localAddress(port)).replace(/\/+$/, ''),
    arePasskeysRequired: yesOrNo(source, 'PANEL_REQUIRE_PASSKEYS') ?? isProduction,
    auditAnchorFile: source['PANEL_AUDIT_ANCHOR_FILE'] || null,
    emergencyAccessMinutes: wholeNumber(source, 'PANEL_EMERGENCY_ACCESS_MINUTES') || 60,
    emergencyAccessRoles: roles(source, 'PANEL_EMERGENCY_ACCESS_ROLES') ?? ['data_protection_officer', 'administrator'],
    idleMinutes: wholeNumber(source, 'PANEL_IDLE_MINUTES') || 30,
    sessionHours: wholeNumber(source, 'PANEL_SESSION_HOURS') || 10,
    smtpUrl,
    notify,
    mailFrom,
    identityProviderHosts: (source['PANEL_IDENTITY_PROVIDER_HOSTS'] || usualIdentityProviders)
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((host) => host !== ''),
    breachedPasswordsUrl: source['PANEL_BREACHED_PASSWORDS_URL'] || null,
  };
}
