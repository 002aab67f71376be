import access from './nl/access.json';
import alerts from './nl/alerts.json';
import app from './nl/app.json';
import approvals from './nl/approvals.json';
import campaigns from './nl/campaigns.json';
import clients from './nl/clients.json';
import contacts from './nl/contacts.json';
import courtesy from './nl/courtesy.json';
import deliverability from './nl/deliverability.json';
import discovery from './nl/discovery.json';
import guide from './nl/guide.json';
import imports from './nl/imports.json';
import inbox from './nl/inbox.json';
import mailboxes from './nl/mailboxes.json';
import merges from './nl/merges.json';
import orders from './nl/orders.json';
import outbox from './nl/outbox.json';
import placements from './nl/placements.json';
import portal from './nl/portal.json';
import problems from './nl/problems.json';
import prospects from './nl/prospects.json';
import publishers from './nl/publishers.json';
import reclaims from './nl/reclaims.json';
import relationships from './nl/relationships.json';
import reports from './nl/reports.json';
import sequences from './nl/sequences.json';
import tasks from './nl/tasks.json';
import team from './nl/team.json';
import templates from './nl/templates.json';
import words from './nl/words.json';

/** All Dutch messages, by feature: the same keys and parameters as the English ones (a test compares them). */
export const nl = {
  access,
  alerts,
  app,
  approvals,
  campaigns,
  clients,
  contacts,
  discovery,
  guide,
  imports,
  merges,
  orders,
  placements,
  portal,
  problems,
  prospects,
  publishers,
  reclaims,
  relationships,
  reports,
  tasks,
  team,
  templates,
  mailboxes,
  sequences,
  outbox,
  inbox,
  courtesy,
  deliverability,
  words,
};
