import { Injectable } from '@angular/core';
import { wordsOfSession } from '../../session/words-of-session.js';

/** The name of a child that somebody searches for in the list of referrals. */
@Injectable({ providedIn: 'root' })
export class NameSearch {
  readonly words = wordsOfSession();
}
