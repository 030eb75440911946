import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
/** NIST SP 800-38D: 96 random bits, never used twice under one key. */
const nonceBytes = 12;
const tagBytes = 16;

/** Where a value stands. Bound into the ciphertext: copied to another row, field or authority, it does not open. */
export interface FieldPlace {
  /** Table and column, such as `identity_providers.client_secret`. */
  readonly field: string;
  /** Null for what belongs to a person and not to an authority. */
  readonly authorityId: number | null;
  readonly rowId: string;
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * AES-256-GCM for the few fields that must not be readable in the database or a backup: secrets that the service itself has
 * to know (a hash will not do). The text is `key id.nonce.ciphertext and tag`, so that a row says which key it needs.
 */
export class FieldEncryption {
  private constructor(private readonly keys: readonly [Key, ...Key[]]) {}

  /** `text`: one or more keys of 32 bytes in base64, apart by white space. The first one seals, all of them open. */
  static withKeys(text: string): FieldEncryption {
    const [first, ...others] = text
      .trim()
      .split(/\s+/)
      .map((each) => toKey(Buffer.from(each, 'base64')));
    if (!first) throw new Error('PANEL_FIELD_KEY is empty.');
    return new FieldEncryption([first, ...others]);
  }

  /** For development and tests only: everybody knows this key. */
  static forDevelopment(): FieldEncryption {
    return new FieldEncryption([toKey(createHash('sha256').update('not a secret: development only').digest())]);
  }

  seal(place: FieldPlace, plain: string): string {
    const [key] = this.keys;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagBytes });
    cipher.setAAD(placeBytes(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [key.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** Throws when the text was changed, was moved from another place, or needs a key that is not there. */
  open(place: FieldPlace, text: string): string {
    const [id = '', nonce = '', rest = ''] = text.split('.');
    const key = this.keys.find((each) => each.id === id);
    if (!key)
      throw new Error(`${place.field} of ${place.rowId} was sealed with key ${id}, which is not among the keys.`);
    const bytes = Buffer.from(rest, 'base64url');
    const decipher = createDecipheriv(algorithm, key.bytes, Buffer.from(nonce, 'base64url'), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  }

  /** Whether the value should be sealed anew: it was sealed with an older key. */
  isOld(text: string): boolean {
    return !text.startsWith(`${this.keys[0].id}.`);
  }
}

function toKey(bytes: Buffer): Key {
  if (bytes.length !== keyBytes) {
    throw new Error('PANEL_FIELD_KEY must be 32 bytes in base64: openssl rand -base64 32');
  }
  return { id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8), bytes };
}

function placeBytes({ field, authorityId, rowId }: FieldPlace): Buffer {
  return Buffer.from(JSON.stringify([field, authorityId, rowId]));
}
