/** Injection token of the application's database address, for connections outside of the pool: jobs and notifications. */
export const DATABASE_URL = Symbol('DATABASE_URL');
