import { DOCUMENT, inject, Injectable } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** A page that has not shown its heading by then has its own reasons. */
const patience = 10_000;

/**
 * Does what a browser does between two pages: the new one begins at its top, and the focus stands on its heading, so that
 * a screen reader reads where one is. Filters, sorting and paging change only the query and leave the focus alone.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private stopWaiting: () => void = () => undefined;

  /** Starts to follow the router; called once by the application. */
  follow(): void {
    let path: string | undefined;
    let isBackOrForward = false;
    let old: Element | null = null;
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) {
        isBackOrForward = event.navigationTrigger === 'popstate';
        // At the end of the navigation a page that waits for nothing already shows its own.
        old = this.presentHeading();
      }
      if (!(event instanceof NavigationEnd)) return;
      const newPath = event.urlAfterRedirects.replace(/[?#].*$/s, '');
      const isNewPage = path !== undefined && path !== newPath;
      path = newPath;
      // The first page of a visit is the browser's to announce.
      if (!isNewPage) return;
      // On the way back browsers restore the place one was at.
      if (!isBackOrForward) this.document.defaultView?.scrollTo(0, 0);
      this.focusHeadingInPlaceOf(old);
    });
  }

  /** The page stays, but what was pressed has gone: the focus goes to the heading that is there. */
  focusPresentHeading(): void {
    const heading = this.presentHeading();
    if (heading) focusOnce(heading);
  }

  /** The page is about to show another heading: the focus goes there. Also for a page that is several, one after another. */
  focusHeading(): void {
    this.focusHeadingInPlaceOf(this.presentHeading());
  }

  private focusHeadingInPlaceOf(old: Element | null): void {
    this.stopWaiting();
    const before = this.document.activeElement;
    // The old page may stand there for one more moment, the new one may first have to load its data.
    const look = (): void => {
      const heading = this.presentHeading();
      if (!heading || heading === old) return;
      this.stopWaiting();
      const hasMoved = this.document.activeElement !== before && this.document.activeElement !== this.document.body;
      if (!hasMoved) focusOnce(heading);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => this.stopWaiting(), patience);
    this.stopWaiting = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
    observer.observe(this.document.body, { childList: true, subtree: true });
    look();
  }

  private presentHeading(): HTMLElement | null {
    return this.document.querySelector<HTMLElement>('main h1');
  }
}

function focusOnce(heading: HTMLElement): void {
  heading.setAttribute('tabindex', '-1');
  heading.addEventListener('blur', () => heading.removeAttribute('tabindex'), { once: true });
  heading.focus({ preventScroll: true });
}
