/** Where the pages of a person's own account begin. */
export const accountPage = '/account/sign-in-methods';
