import { Injectable } from '@nestjs/common';
import { type AnswerDifference, answerDifferences, changesAbout, returnSpan } from '@panel/case-rules';

import type { Tx } from '../database/transactions.js';
import type { ReferralEntity } from '../referrals/referral.entity.js';
import { wholeAnswers } from '../referrals/versions/referral-versions.service.js';
import { ReferralVersionsRepository } from '../referrals/versions/referral-versions.repository.js';
import { ReturnItemsRepository } from './return-items.repository.js';
import type { ChangesSinceReturn, TriagedReturnItem } from './triage.dto.js';

interface ReturnChanges {
  readonly returnItems: TriagedReturnItem[];
  readonly changesSinceReturns: ChangesSinceReturn[];
}

/** What a school has made of the questions that it was asked: which answers differ since each return. */
@Injectable()
export class ReturnChangesService {
  constructor(
    private readonly items: ReturnItemsRepository,
    private readonly versions: ReferralVersionsRepository,
  ) {}

  /** The referral was already found to be visible. */
  async find(tx: Tx, { authorityId, id }: ReferralEntity): Promise<ReturnChanges> {
    const items = await this.items.findOfReferral(tx, authorityId, id);
    if (items.length === 0) return { returnItems: [], changesSinceReturns: [] };
    const versions = await this.versions.findAll(tx, authorityId, id);
    const answersOf = (number: number) => wholeAnswers(versions.find((one) => one.number === number)?.answers ?? {});
    const sent = [...new Set(items.map(({ round }) => round))].flatMap((round) => {
      const span = returnSpan(round, items, versions[0]?.number ?? null);
      if (!span) return [];
      return [{ round, ...span, differences: answerDifferences(answersOf(span.before), answersOf(span.after)) }];
    });
    const differencesSince = (round: number): readonly AnswerDifference[] | undefined =>
      sent.find((changes) => changes.round === round)?.differences;
    return {
      returnItems: items.map(({ askedOfVersion: _, ...item }) => {
        const differences = differencesSince(item.round);
        return { ...item, changedAnswers: differences ? changesAbout(item, differences) : null };
      }),
      changesSinceReturns: sent.map(({ differences, ...span }) => ({ ...span, changes: differences.length })),
    };
  }
}
