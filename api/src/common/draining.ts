import { Injectable } from '@nestjs/common';

/** Set once, when the process is about to end: no new work is sent here, and connections end with their answer. */
@Injectable()
export class Draining {
  private isSet = false;

  get isOn(): boolean {
    return this.isSet;
  }

  begin(): void {
    this.isSet = true;
  }
}
