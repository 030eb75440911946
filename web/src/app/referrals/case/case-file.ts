import { inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { readCasePeopleResource } from '@panel/api-client/case-files/case-files.resource';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { map } from 'rxjs';

/** The case that is open: read once for its frame and for all its sections. Provided by the frame. */
@Injectable()
export class CaseFile {
  private readonly injector = inject(Injector);
  private asked: ReturnType<typeof readCasePeopleResource> | undefined;

  readonly referralId = toSignal(
    inject(ActivatedRoute).paramMap.pipe(map((parameters) => parameters.get('referralId') ?? '')),
    { requireSync: true },
  );
  readonly referral = readReferralResource(this.referralId);

  /** Who works on the case: read once, when the first section that names them is about to be shown. */
  people(): ReturnType<typeof readCasePeopleResource> {
    return (this.asked ??= runInInjectionContext(this.injector, () => readCasePeopleResource(this.referralId)));
  }
}
