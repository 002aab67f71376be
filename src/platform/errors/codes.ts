import { accessCodes } from './codes/access.js';
import { alertCodes } from './codes/alerts.js';
import { approvalCodes } from './codes/approvals.js';
import { campaignCodes } from './codes/campaigns.js';
import { clientCodes } from './codes/clients.js';
import { contactCodes } from './codes/contacts.js';
import { courtesyCodes } from './codes/courtesy.js';
import { discoveryCodes } from './codes/discovery.js';
import { httpCodes } from './codes/http.js';
import { importCodes } from './codes/imports.js';
import { inboxCodes } from './codes/inbox.js';
import { mailboxCodes } from './codes/mailboxes.js';
import { mergeCodes } from './codes/merges.js';
import { orderCodes } from './codes/orders.js';
import { placementCodes } from './codes/placements.js';
import { platformCodes } from './codes/platform.js';
import { prospectCodes } from './codes/prospects.js';
import { publisherCodes } from './codes/publishers.js';
import { reclamationCodes } from './codes/reclaims.js';
import { relationshipCodes } from './codes/relationships.js';
import { reportCodes } from './codes/reports.js';
import { sendingCodes } from './codes/sending.js';
import { sequenceCodes } from './codes/sequences.js';
import { siteCodes } from './codes/sites.js';
import { taskCodes } from './codes/tasks.js';
import { templateCodes } from './codes/templates.js';
import { viewCodes } from './codes/views.js';

/**
 * Every code of refusal with its HTTP status. Each domain has a file of its own in `codes/`; each code has its
 * sentences ("what happened, what to do next") in `i18n/en/problems.ts` and `i18n/nl/problems.ts`.
 */
export const ERROR_CODES = {
  ...platformCodes,
  ...httpCodes,
  ...accessCodes,
  ...clientCodes,
  ...siteCodes,
  ...placementCodes,
  ...importCodes,
  ...alertCodes,
  ...publisherCodes,
  ...contactCodes,
  ...prospectCodes,
  ...relationshipCodes,
  ...mergeCodes,
  ...viewCodes,
  ...discoveryCodes,
  ...templateCodes,
  ...taskCodes,
  ...campaignCodes,
  ...orderCodes,
  ...approvalCodes,
  ...mailboxCodes,
  ...courtesyCodes,
  ...sequenceCodes,
  ...sendingCodes,
  ...inboxCodes,
  ...reclamationCodes,
  ...reportCodes,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
