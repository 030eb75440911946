import { computed, inject, type Signal } from '@angular/core';
import type { Notice } from '@panel/api-client';
import {
  readNoticeResource,
  readPublicNoticeResource,
} from '@panel/api-client/contact-details/contact-details.resource';
import { CurrentSession } from '../session/current-session.js';

/**
 * What the statements say of the reader's council: their own when they have signed in, otherwise the one that `?council=`
 * names, or the only one. Call it in a field of a page whose route has `knowWhoIsThere`.
 */
export function noticeOfReader(council: Signal<string | undefined>) {
  const name = computed(() => {
    const named = council();
    return named ? { council: named } : {};
  });
  return inject(CurrentSession).session() ? readNoticeResource() : readPublicNoticeResource(name);
}

/** The council in a sentence, also where nobody has said which one. */
export const councilOf = (notice: Notice | undefined): string => notice?.councilName ?? 'your council';
