import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/**
 * The secret of the link by which somebody came: in the fragment of the address, which browsers keep to themselves, so
 * that it gets into no log and no Referer. Call it in a field of the page.
 */
export function linkToken(): string {
  return inject(ActivatedRoute).snapshot.fragment ?? '';
}

const keptInvitation = 'panel-invitation';

/**
 * Who signs in to accept an invitation comes back to `/invitation` in the same tab. The secret waits there meanwhile: as
 * part of the address to come back to it would go to the server and into its log.
 */
export function keepInvitationToken(token: string): void {
  sessionStorage.setItem(keptInvitation, token);
}

/** Of the link, or else the one that waits; as `linkToken`. It waits no longer. */
export function invitationToken(): string {
  const kept = sessionStorage.getItem(keptInvitation) ?? '';
  sessionStorage.removeItem(keptInvitation);
  return linkToken() || kept;
}
