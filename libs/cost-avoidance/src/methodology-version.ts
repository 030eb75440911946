/** The version of the formula in docs/methodology/cost-avoidance.md. A result stores it, so that it can be repeated. */
export const METHODOLOGY_VERSION = '1.0.0';
