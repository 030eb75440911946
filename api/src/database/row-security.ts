/*
 * What a migration says of a new table, so that Postgres itself keeps authorities apart. `panel_app` is the role of the
 * running application: it owns nothing and cannot switch these policies off. Each `(select …)` is evaluated once a
 * statement (an initplan), so the index that leads on authority_id is still used. Policies are for every role, so that a
 * function that runs with the owner's rights keeps to the authority of its caller too.
 */

const verbsOfTable = 'select, insert, update, delete';

/** A table with `authority_id`: its rows are seen and written only in a transaction of that authority. */
export function tenantTable(table: string, verbs: string = verbsOfTable): string {
  return `${forced(table)}
  create policy ${table}_of_authority on ${table}
    using (authority_id = (select scope_authority_id())) with check (authority_id = (select scope_authority_id()));
  grant ${verbs} on ${table} to panel_app;
  `;
}

/**
 * A table that says who people are and how they sign in. Seen in a transaction of its authority, where it has one, and in
 * the transactions of sign-in, which come before any authority is known and see no case.
 */
export function identityTable(
  table: string,
  options: { readonly verbs?: string; readonly hasAuthority: boolean },
): string {
  return `${options.hasAuthority ? tenantTable(table, options.verbs) : forced(table)}
  create policy ${table}_of_sign_in on ${table}
    using ((select scope_is_identity())) with check ((select scope_is_identity()));
  grant ${options.verbs ?? verbsOfTable} on ${table} to panel_app;
  `;
}

function forced(table: string): string {
  return `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;`;
}
