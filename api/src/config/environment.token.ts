/** Under this token the environment, read once at start, is handed to whoever needs a setting. */
export const environmentToken = Symbol('environment');
