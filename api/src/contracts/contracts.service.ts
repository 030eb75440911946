import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { type Tx, Transactions } from '../database/transactions.js';
import type { CommitmentKind } from './commitment-entry.entity.js';
import { type Contract, type ContractList, toContract, toContractListItem } from './contract.dto.js';
import { ContractLedgerQuery } from './contract-ledger.query.js';
import {
  contractCapacityExhausted,
  contractNotAllocatedByPanel,
  contractNotFound,
  contractNotInForce,
  contractUnknown,
} from './contract.problems.js';
import { type ContractRow, ContractsRepository } from './contracts.repository.js';

/** Units of a contract and what they cost, as an allocation holds them. */
export interface Commitment {
  readonly allocationId: string;
  readonly contractId: string;
  readonly units: number;
  readonly amountPence: number;
}

export interface Taken {
  readonly contract: ContractRow;
  readonly amountPence: number;
}

/** The register of contracts, and the only way to take from one or give back. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ContractsRepository,
    private readonly ledger: ContractLedgerQuery,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<ContractList> {
    return this.transactions.read(actor, async (tx) => ({
      items: (await this.repository.findAll(tx, actor)).map(toContractListItem),
    }));
  }

  read(actor: Actor, contractId: string): Promise<Contract> {
    return this.transactions.read(actor, async (tx) => {
      const contract = await this.repository.find(tx, actor, contractId);
      if (!contract) throw contractNotFound();
      return toContract(contract, await this.ledger.run(tx, actor.authorityId, contractId));
    });
  }

  /**
   * Takes units of a contract that the panel allocates and that is in force on `day`. Never more than are left, in units
   * and in money, whoever else takes at the same time. The caller enters the commitment in the ledger with `enter`.
   */
  async take(tx: Tx, actor: Actor, contractId: string, units: number, day: string): Promise<Taken> {
    const contract = await this.repository.find(tx, actor, contractId);
    if (!contract) throw contractUnknown();
    if (!contract.isAllocatedByPanel) throw contractNotAllocatedByPanel();
    if (day < contract.startsOn || day > contract.endsOn) throw contractNotInForce();
    const amountPence = units * contract.unitPricePence;
    if (await this.repository.take(tx, contract, units, amountPence)) return { contract, amountPence };

    // Read again: what was left before the attempt may be more than is left now.
    const now = (await this.repository.find(tx, actor, contractId)) ?? contract;
    throw contractCapacityExhausted(toContractListItem(now));
  }

  /** Gives the units and the money of a commitment back and says so in the ledger. */
  async release(tx: Tx, actor: Actor, commitment: Commitment): Promise<void> {
    const { contractId, units, amountPence } = commitment;
    await this.repository.giveBack(tx, { authorityId: actor.authorityId, id: contractId }, units, amountPence);
    await this.enter(tx, actor, 'released', { ...commitment, units: -units, amountPence: -amountPence });
  }

  enter(tx: Tx, actor: Actor, kind: CommitmentKind, commitment: Commitment): Promise<void> {
    return this.repository.enter(tx, {
      ...commitment,
      authorityId: actor.authorityId,
      kind,
      enteredAt: this.clock.now(),
    });
  }
}
