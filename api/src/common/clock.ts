import { Injectable } from '@nestjs/common';

/** The only place that asks the machine for the time, so that tests and the demo can say what day it is. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in England as 'YYYY-MM-DD': casework dates are dates on the wall, not instants. */
  today(): string {
    return dateInEngland(this.now());
  }
}

const englishDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

export function dateInEngland(instant: Date): string {
  return englishDate.format(instant);
}

const englishDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });

/** "1 December 2026": for mail, as pages write it. */
export function dayInWords(instant: Date): string {
  return englishDay.format(instant);
}
