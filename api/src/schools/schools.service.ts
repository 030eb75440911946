import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Transactions } from '../database/transactions.js';
import { type SchoolList, toSchool } from './school.dto.js';
import { SchoolsRepository } from './schools.repository.js';

@Injectable()
export class SchoolsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SchoolsRepository,
  ) {}

  list(actor: Actor): Promise<SchoolList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toSchool),
    }));
  }
}
