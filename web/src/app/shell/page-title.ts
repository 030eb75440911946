import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { ServiceDetails } from '../session/service-details.js';

/** The title of the window: `{page} – {section} – {service} – {council}`, with "Error: " before it while a form is wrong. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly details = inject(ServiceDetails);
  private readonly page = signal('');
  private readonly section = signal('');
  private readonly errors = signal(false);

  private readonly text = computed(() => {
    const parts = [this.page(), this.section(), this.details.serviceName(), this.details.councilName()];
    // A section's own first page is called like the section.
    const named = parts.filter((part, index) => part && part !== parts[index - 1]);
    return `${this.errors() ? 'Error: ' : ''}${named.join(' – ')}`;
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(this.text()));
  }

  /** For pages whose name comes with their data: `title.name('Referral EIP-0001')`. */
  name(page: string): void {
    this.page.set(page);
  }

  /** Says that the form of this page has errors, or has them no longer. */
  hasErrors(hasErrors: boolean): void {
    this.errors.set(hasErrors);
  }

  /** A new page; names come from the routes. */
  open(page: string, section: string): void {
    this.page.set(page);
    this.section.set(section);
    this.errors.set(false);
  }
}

/** Takes the page from `title` of the route, and the section from `data: { section: 'Referrals' }` of it or one above. */
@Injectable()
export class PageTitleStrategy extends TitleStrategy {
  private readonly title = inject(PageTitle);
  private path = '';

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const path = snapshot.url.replace(/[?#].*$/s, '');
    // A filter or a page number leaves the page, and the name it gave itself.
    if (path === this.path) return;
    this.path = path;
    let route = snapshot.root;
    let section: unknown = route.data['section'];
    while (route.firstChild) {
      route = route.firstChild;
      section = route.data['section'] ?? section;
    }
    this.title.open(this.buildTitle(snapshot) ?? '', typeof section === 'string' ? section : '');
  }
}
