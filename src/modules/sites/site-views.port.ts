/** What other modules take and answer about a site. */
export { NewSubSite, SiteDetail } from './sites.dto.js';
