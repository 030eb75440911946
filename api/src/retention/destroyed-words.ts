/** What the log of destructions counts, by the name it is counted under, in words of the glossary: one and several. */
const words: Readonly<Record<string, readonly [one: string, several: string]>> = {
  children: ['record of a child', 'records of children'],
  referrals: ['referral', 'referrals'],
  assessments: ['assessment', 'assessments'],
  agenda_items: ['paper for a panel', 'papers for a panel'],
  decisions: ['decision', 'decisions'],
  allocations: ['allocation', 'allocations'],
  delivery_sessions: ['session of support', 'sessions of support'],
  reviews: ['review', 'reviews'],
  documents: ['document', 'documents'],
  access_requests: ['access request', 'access requests'],
  access_packs: ['access pack', 'access packs'],
  outbox_mails: ['email', 'emails'],
  idempotency_keys: ['kept answer to a request', 'kept answers to requests'],
};

/** In this order, whatever the order of the log: first whom it was about. */
const order = Object.keys(words);

/** "1 record of a child, 1 referral and 2 assessments"; what was not there is left out. */
export function destroyedText(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, count]) => {
      const [one, several] = words[name] ?? ['other record', 'other records'];
      return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
    });
  const last = parts.pop() ?? '';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

/** The names that have words of their own. */
export const countedNames: readonly string[] = order;
