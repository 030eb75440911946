import { ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { type Role, ROLES } from '@panel/case-rules';

/** A role as it can be put on: a hat. */
export class Hat {
  @Uuid()
  id: string;

  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Text({ max: 200, nullable: true })
  organisationName: string | null;

  @YesNo({ description: 'It is worn now, alone.' })
  isWorn: boolean;
}

export class HatsOfAuthority {
  @WholeNumber()
  authorityId: number;

  @Text({ max: 200 })
  authorityName: string;

  @YesNo({ description: 'The session is in this authority now.' })
  isCurrent: boolean;

  @ListOf(() => Hat)
  hats: Hat[];
}

export class Hats {
  @ListOf(() => HatsOfAuthority)
  authorities: HatsOfAuthority[];
}

export class ChooseHat {
  @WholeNumber({ min: 1, max: 2_147_483_647 })
  authorityId: number;

  @Uuid({ nullable: true, description: 'Null: all roles in this authority together.' })
  hatId: string | null;
}
