import type { Link } from '@panel/ui';

/** A passage of the help, found by search and reached by its own address. */
export interface HelpPart {
  readonly id: string;
  readonly heading: string;
  readonly text?: readonly string[];
  /** One after the other. */
  readonly steps?: readonly string[];
  readonly list?: readonly string[];
  readonly links?: readonly Link[];
  /** Other words under which somebody may look for it. */
  readonly alsoCalled?: string;
}

export interface HelpTopic {
  /** In the address: `/help/senco`. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly HelpPart[];
}
