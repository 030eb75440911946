/** A bucket of an S3-compatible store, in which documents are kept instead of in a folder. */
export interface DocumentBucket {
  /** Where the store listens. Null: Amazon's own address for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
  /** `https://host/bucket/key`, as most stores outside Amazon want it, rather than `https://bucket.host/key`. */
  readonly isPathStyle: boolean;
  /** Who encrypts what is kept: `none` leaves it to the bucket's own settings. */
  readonly encryption: BucketEncryption;
  /** Of `aws:kms`: which key. Null: the bucket's. */
  readonly encryptionKey: string | null;
}

export const BUCKET_ENCRYPTIONS = ['none', 'AES256', 'aws:kms'] as const;
export type BucketEncryption = (typeof BUCKET_ENCRYPTIONS)[number];

const needed = ['PANEL_S3_BUCKET', 'PANEL_S3_REGION', 'PANEL_S3_KEY_ID', 'PANEL_S3_SECRET'] as const;
const optional = [
  'PANEL_S3_ENDPOINT',
  'PANEL_S3_PATH_STYLE',
  'PANEL_S3_ENCRYPTION',
  'PANEL_S3_ENCRYPTION_KEY',
] as const;

type Setting = (name: (typeof needed)[number] | (typeof optional)[number]) => string | null;

/** All of it or nothing: with half of it files would go into a folder of which nobody makes a backup. */
export function readDocumentBucket(setting: Setting): DocumentBucket | null {
  if ([...needed, ...optional].every((name) => setting(name) === null)) return null;
  const missing = needed.filter((name) => setting(name) === null);
  if (missing.length > 0) {
    throw new Error(
      `Documents in an S3-compatible store need ${missing.join(', ')} too. Set all of PANEL_S3_… or none.`,
    );
  }
  const pathStyle = setting('PANEL_S3_PATH_STYLE') ?? '0';
  if (pathStyle !== '0' && pathStyle !== '1')
    throw new Error(`PANEL_S3_PATH_STYLE must be 0 or 1, but is "${pathStyle}".`);
  const encryption = setting('PANEL_S3_ENCRYPTION') ?? 'AES256';
  if (!isEncryption(encryption)) {
    throw new Error(`PANEL_S3_ENCRYPTION must be one of ${BUCKET_ENCRYPTIONS.join(', ')}, but is "${encryption}".`);
  }
  const encryptionKey = setting('PANEL_S3_ENCRYPTION_KEY');
  if (encryptionKey !== null && encryption !== 'aws:kms') {
    throw new Error('PANEL_S3_ENCRYPTION_KEY belongs to PANEL_S3_ENCRYPTION=aws:kms.');
  }
  return {
    endpoint: endpointOf(setting('PANEL_S3_ENDPOINT')),
    region: setting('PANEL_S3_REGION') ?? '',
    bucket: setting('PANEL_S3_BUCKET') ?? '',
    keyId: setting('PANEL_S3_KEY_ID') ?? '',
    secret: setting('PANEL_S3_SECRET') ?? '',
    isPathStyle: pathStyle === '1',
    encryption,
    encryptionKey,
  };
}

function endpointOf(address: string | null): string | null {
  if (address === null) return null;
  const url = URL.parse(address);
  const isFit = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.username === '';
  if (!isFit)
    throw new Error('PANEL_S3_ENDPOINT must be an address such as https://s3.example.gov.uk, without a path.');
  return url.origin;
}

function isEncryption(text: string): text is BucketEncryption {
  return BUCKET_ENCRYPTIONS.some((encryption) => encryption === text);
}
