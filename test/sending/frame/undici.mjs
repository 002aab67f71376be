/** Nothing is fetched by a sender that signs in with passwords. */
export class Agent {}
export const request = () => Promise.reject(new Error('no fetching here'));
export const fetch = request;
export const buildConnector = request;
export default {};
