import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** From this width on links stand in one row and there is no menu button ("tablet" of GOV.UK Frontend). */
const wide = '(min-width: 40.0625em)';

/** Whether the screen is wide now; follows it as it is turned. Needs an injection context. */
export function isWideScreen(): Signal<boolean> {
  const isWide = signal(true);
  if (typeof matchMedia !== 'function') return isWide;
  const query = matchMedia(wide);
  isWide.set(query.matches);
  const follow = (event: MediaQueryListEvent): void => isWide.set(event.matches);
  query.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  return isWide;
}
