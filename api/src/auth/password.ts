import { hash, verify } from '@node-rs/argon2';

import { normalisedPassword } from './password-rules.js';

/** OWASP's first choice for argon2id (19 MiB, 2 passes); the library's default algorithm is argon2id. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(normalisedPassword(password), options);
}

/** Whether the hash was made with other costs than today's: it is made anew when the password is next known. */
export function isOutdatedHash(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = options;
  return !passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** A hash of nothing anybody knows: an unknown address takes as long to refuse as a wrong password. */
let decoy: Promise<string> | undefined;

export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await decoy), normalisedPassword(password));
  return matches && passwordHash !== null;
}
