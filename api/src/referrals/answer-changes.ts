/** Who changed an answer last, and when: as it is stored, by the path of the answer in its section. */
export interface StoredChange {
  readonly by: string;
  /** An instant in ISO form. */
  readonly at: string;
}

/** The changes of a section `s` with the names of people, in the order of their paths. */
export const changesByPath = `
  (select coalesce(json_agg(json_build_object('path', c.key, 'byName', w.name, 'at', c.value ->> 'at') order by c.key), '[]')
     from jsonb_each(s.changes) c join users w on w.id = (c.value ->> 'by')::uuid)`;

/** What one save adds to them. */
export function changesOf(saved: {
  readonly changed: readonly string[];
  readonly savedBy: string;
  readonly savedAt: Date;
}): string {
  const change: StoredChange = { by: saved.savedBy, at: saved.savedAt.toISOString() };
  return JSON.stringify(Object.fromEntries(saved.changed.map((path) => [path, change])));
}
