import type { Routes } from '@angular/router';
import { mustHave } from '../session/session-guards.js';

export const contactDetailsRoutes: Routes = [
  {
    path: '',
    title: 'Contact details',
    loadComponent: () => import('./contact-details-page.js').then((file) => file.ContactDetailsPage),
  },
  {
    path: 'names-and-colour',
    title: 'Change the names and the colour',
    canActivate: [mustHave('service_identity:change')],
    loadComponent: () => import('./change-service-identity-page.js').then((file) => file.ChangeServiceIdentityPage),
  },
  {
    path: 'change',
    title: 'Change the contact details',
    canActivate: [mustHave('contact_details:change')],
    loadComponent: () => import('./change-contact-details-page.js').then((file) => file.ChangeContactDetailsPage),
  },
];
