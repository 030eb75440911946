/** Says which version is changed, so that nobody's newer answers are overwritten. */
export function ifMatch(version: number): { readonly headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** Makes it safe to send a creating request twice. */
export function idempotencyKey(key: string): { readonly headers: Record<string, string> } {
  return { headers: { 'Idempotency-Key': key } };
}

/**
 * The key of one thing to create: the same for each try with the same content (a double click, a lost answer), another
 * once the content has changed, because the server refuses a key that comes back with other content.
 */
export class CreationKey {
  private content = '';
  private key = '';

  for(body: unknown): string {
    const content = JSON.stringify(body);
    if (content !== this.content) {
      this.content = content;
      this.key = crypto.randomUUID();
    }
    return this.key;
  }
}
