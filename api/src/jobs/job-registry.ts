import { Injectable } from '@nestjs/common';

/** Work on one row: the row was committed first, and its id is the id of the job. */
export interface RowJob {
  run(authorityId: number, id: string): Promise<void>;
  /** Called once when the last attempt has failed: marks the row, so that nobody waits for it. */
  giveUp(authorityId: number, id: string): Promise<void>;
  /** Hands over rows of this authority that show no sign of life for so long. Doing so twice does no harm. */
  handOverForgotten(authorityId: number, silentMilliseconds: number): Promise<void>;
}

/** `at` is a time of day in England, as HH:MM. */
export type Schedule = { readonly everySeconds: number } | { readonly at: string };

/**
 * Work that comes again by itself, done for each authority in turn, once per due time whatever number of workers runs. A
 * killed worker's turn is taken over, so a turn must do no harm when it is done twice.
 */
export interface RecurringTask {
  readonly schedule: Schedule;
  run(authorityId: number): Promise<void>;
}

/** What the workers can do. Features say it when they are constructed, so that jobs know no feature. */
@Injectable()
export class JobRegistry {
  private readonly rowJobs = new Map<string, RowJob>();
  private readonly tasks = new Map<string, RecurringTask>();

  handle(name: string, job: RowJob): void {
    this.claim(name);
    this.rowJobs.set(name, job);
  }

  recur(name: string, task: RecurringTask): void {
    this.claim(name);
    this.tasks.set(name, task);
  }

  rowJob(name: string): RowJob | undefined {
    return this.rowJobs.get(name);
  }

  recurringTask(name: string): RecurringTask | undefined {
    return this.tasks.get(name);
  }

  get recurringTasks(): readonly (readonly [name: string, task: RecurringTask])[] {
    return [...this.tasks];
  }

  get allRowJobs(): readonly RowJob[] {
    return [...this.rowJobs.values()];
  }

  private claim(name: string): void {
    if (this.rowJobs.has(name) || this.tasks.has(name)) throw new Error(`Two jobs are called ${name}.`);
  }
}
