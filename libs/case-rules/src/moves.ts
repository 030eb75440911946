/** Why a move is refused: a stable code for programs and a sentence for people, without personal data. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What comes of trying a verb: the status afterwards, or every reason why not. */
export type Move<Status extends string> =
  | { readonly allowed: true; readonly status: Status }
  | { readonly allowed: false; readonly reasons: readonly Refusal[] };

/** One row of a table of transitions. 'unchanged' marks a verb that adds to the record but leaves the status. */
export interface Transition<Status extends string, Verb extends string, Role extends string> {
  readonly verb: Verb;
  readonly from: readonly Status[];
  readonly to: Status | 'unchanged';
  /** Who may do it; scope (own school, own allocation) is checked where the data is read. */
  readonly roles: readonly Role[];
}

/** Names of the GOV.UK tag colours. */
export type TagColour = 'grey' | 'blue' | 'light-blue' | 'turquoise' | 'green' | 'yellow' | 'orange' | 'red' | 'purple';

/** How a status is shown to people. */
export interface StatusDisplay {
  readonly label: string;
  readonly colour: TagColour;
}

/** The row for a verb in a status, or undefined when the table has none. */
export function findTransition<Status extends string, Verb extends string, Role extends string>(
  table: readonly Transition<Status, Verb, Role>[],
  status: Status,
  verb: Verb,
): Transition<Status, Verb, Role> | undefined {
  return table.find((row) => row.verb === verb && row.from.includes(status));
}

/** The status a row leads to. */
export function statusAfter<Status extends string, Verb extends string, Role extends string>(
  row: Transition<Status, Verb, Role>,
  status: Status,
): Status {
  return row.to === 'unchanged' ? status : row.to;
}

/** The verbs that a status and at least one of the roles allow, each once, in the order of the table. */
export function availableVerbs<Status extends string, Verb extends string, Role extends string>(
  table: readonly Transition<Status, Verb, Role>[],
  status: Status,
  roles: readonly Role[],
): readonly Verb[] {
  const rows = table.filter((row) => row.from.includes(status) && row.roles.some((role) => roles.includes(role)));
  return [...new Set(rows.map((row) => row.verb))];
}

/** Whether any of the roles may ever do a verb, whatever the status; for permission checks before a record is read. */
export function mayEver<Status extends string, Verb extends string, Role extends string>(
  table: readonly Transition<Status, Verb, Role>[],
  verb: Verb,
  roles: readonly Role[],
): boolean {
  return table.some((row) => row.verb === verb && row.roles.some((role) => roles.includes(role)));
}

/** The outcome for a row that was looked up and the reasons that were found against it. */
export function decideMove<Status extends string, Verb extends string, Role extends string>(
  row: Transition<Status, Verb, Role> | undefined,
  status: Status,
  refusedByStatus: Refusal,
  reasons: readonly Refusal[],
): Move<Status> {
  if (row === undefined) return { allowed: false, reasons: [refusedByStatus] };
  if (reasons.length > 0) return { allowed: false, reasons };
  return { allowed: true, status: statusAfter(row, status) };
}

/** A refusal when a required explanation holds nothing but spaces. */
export function needsText(text: string, code: string, message: string): readonly Refusal[] {
  return text.trim() === '' ? [{ code, message }] : [];
}

/** A refusal unless something holds. */
export function needs(holds: boolean, code: string, message: string): readonly Refusal[] {
  return holds ? [] : [{ code, message }];
}
