/** The view of a site that other modules answer with. */
export { SiteDetail } from './sites.dto.js';
