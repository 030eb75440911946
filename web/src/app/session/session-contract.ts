/* What the API says about the service and about who is signed in, as the generated client describes it. */
export type { DemoPerson, Role, ServiceInformation, Session, SessionRole, SignIn, SignInStep } from '@panel/api-client';
