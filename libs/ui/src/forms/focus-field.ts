/**
 * Focuses the control with this id and brings its question into view, as GOV.UK Frontend does: the legend or label
 * first, so that people see what is asked and not only the box. The id may also name a group of boxes (a date).
 * Returns whether there is such a control.
 */
export function focusField(id: string, page: Document = document): boolean {
  const named = page.getElementById(id);
  const control = named?.matches('input, textarea, select, button')
    ? named
    : (named?.querySelector<HTMLElement>('.govuk-input--error') ??
      named?.querySelector<HTMLElement>('input, textarea, select, button'));
  if (!control) return false;

  questionOf(control).scrollIntoView();
  control.focus({ preventScroll: true });
  return true;
}

function questionOf(control: HTMLElement): Element {
  const legend = control.closest('fieldset')?.querySelector('legend');
  const label = [...control.ownerDocument.querySelectorAll('label')].find(({ htmlFor }) => htmlFor === control.id);
  if (!legend) return label ?? control;

  const isChoice = control.matches('[type="radio"], [type="checkbox"]');
  // The legend may stand far above the control; then its own label says more.
  const distance = control.getBoundingClientRect().bottom - legend.getBoundingClientRect().top;
  return isChoice || distance < window.innerHeight / 2 ? legend : (label ?? legend);
}
