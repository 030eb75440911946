import { computed, inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import type { NavigationItem } from '@panel/ui/page/service-navigation';
import { CurrentSession } from '../session/current-session.js';

/** The sections in the order of the work; each needs the permission to list what it holds. */
const sections = [
  { text: 'Queue', link: '/queue', permission: 'queue:list' },
  { text: 'Referrals', link: '/referrals', permission: 'referral:list' },
  { text: 'Children', link: '/children', permission: 'child:list' },
  { text: 'Schools', link: '/schools', permission: 'school:register' },
  { text: 'Panels', link: '/panels', permission: 'panel:list' },
  { text: 'Allocations', link: '/allocations', permission: 'allocation:list' },
  { text: 'Contracts', link: '/contracts', permission: 'contract:list' },
  { text: 'Analyses', link: '/analyses', permission: 'analysis:list' },
  { text: 'Reports', link: '/reports', permission: 'report:list' },
  { text: 'Toolkit', link: '/toolkit', permission: 'toolkit:read' },
  { text: 'People', link: '/users', permission: 'user:list' },
  { text: 'Rate cards', link: '/rate-cards', permission: 'rate_card:list' },
  { text: 'Access requests', link: '/access-requests', permission: 'access_request:read' },
  { text: 'Retention', link: '/retention', permission: 'retention:read' },
  { text: 'Contact details', link: '/contact-details', permission: 'contact_details:read' },
  { text: 'Single sign-on', link: '/identity-providers', permission: 'identity_provider:list' },
  { text: 'Emergency accesses', link: '/emergency-accesses', permission: 'emergency_access:start' },
  { text: 'Audit', link: '/audit-events', permission: 'audit:read' },
] as const;

/** The main navigation: the sections this person has something to do in. */
@Injectable({ providedIn: 'root' })
export class Navigation {
  private readonly session = inject(CurrentSession);
  private readonly path = signal('/');

  readonly items = computed<readonly NavigationItem[]>(() => {
    if (!this.session.session()) return [];
    const path = this.path();
    const start = { text: 'Start', link: '/', isCurrent: path === '/' };
    const allowed = sections.filter(({ permission }) => this.session.may(permission));
    return [
      start,
      ...allowed.map(({ text, link }) => ({
        text,
        link,
        isCurrent: path === link,
        isActive: path.startsWith(`${link}/`),
      })),
    ];
  });

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.path.set(event.urlAfterRedirects.replace(/[?#].*$/s, ''));
    });
  }
}
