import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

export const contactDetailsRoutes: Routes = [
  {
    path: '',
    title: 'Contact details',
    loadComponent: () => import('./contact-details-page.js').then((file) => file.ContactDetailsPage),
  },
  {
    path: 'change',
    title: 'Change the contact details',
    canActivate: [mustHave('contact_details:change')],
    loadComponent: () => import('./change-contact-details-page.js').then((file) => file.ChangeContactDetailsPage),
  },
];
