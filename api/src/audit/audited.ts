import { SetMetadata } from '@nestjs/common';

import type { AuditEventName } from './audit-event-names.js';

export const auditDeclaration = 'panel:audit-declaration';

export type AuditDeclaration =
  | { readonly events: readonly AuditEventName[]; readonly onlyWhen: string | null }
  | { readonly events: null; readonly why: string };

/**
 * Every handler says which events it leaves (one of these, at least, whenever it succeeds), or why it leaves none. The
 * interceptor beside it gives no answer of an audited handler that left none of them.
 */
export const Audited = (...events: readonly AuditEventName[]): MethodDecorator =>
  SetMetadata(auditDeclaration, { events, onlyWhen: null } satisfies AuditDeclaration);

/** Leaves its event in some cases only; `onlyWhen` says in which. */
export const AuditedWhen = (onlyWhen: string, ...events: readonly AuditEventName[]): MethodDecorator =>
  SetMetadata(auditDeclaration, { events, onlyWhen } satisfies AuditDeclaration);

export const NotAudited = (why: string): MethodDecorator =>
  SetMetadata(auditDeclaration, { events: null, why } satisfies AuditDeclaration);
