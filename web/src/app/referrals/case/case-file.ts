import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { map } from 'rxjs';

/** The case that is open: read once for its frame and for all its sections. Provided by the frame. */
@Injectable()
export class CaseFile {
  readonly referralId = toSignal(
    inject(ActivatedRoute).paramMap.pipe(map((parameters) => parameters.get('referralId') ?? '')),
    { requireSync: true },
  );
  readonly referral = readReferralResource(this.referralId);
}
