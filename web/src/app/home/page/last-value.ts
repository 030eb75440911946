import { linkedSignal, type Resource, type Signal } from '@angular/core';

/** The last answer of a resource, kept while the next one is on its way or has failed: the page stays as it is. */
export function lastValue<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (latest, previous) => latest ?? previous?.value,
  }).asReadonly();
}
