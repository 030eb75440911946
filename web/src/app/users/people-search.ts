import { Injectable } from '@angular/core';
import { wordsOfSession } from '../session/words-of-session.js';

/** The name or email address that an administrator searches for in the list of people. */
@Injectable({ providedIn: 'root' })
export class PeopleSearch {
  readonly words = wordsOfSession();
}
