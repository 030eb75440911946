import { Injectable } from '@nestjs/common';

import { InvitationsService } from '../users/invitations.service.js';
import { demoActor } from './demo-actor.js';
import { demoId } from './demo-ids.js';
import { primarySchools } from './demo-names.js';

/** One invitation is open, so that the outbox of the demo shows how somebody joins. */
@Injectable()
export class DemoInvitationService {
  constructor(private readonly invitations: InvitationsService) {}

  async invite(authorityId: number): Promise<void> {
    const administrator = demoActor(authorityId, 'administrator', 'Ravi Menon', 'administrator');
    await this.invitations.invite(administrator, demoId('key invitation'), {
      email: 'grace.holloway@larkshire.example',
      name: 'Grace Holloway',
      roles: [{ role: 'senco', schoolId: demoId(`school ${primarySchools[2] ?? ''}`), providerId: null }],
    });
  }
}
