import access from './en/access.json';
import alerts from './en/alerts.json';
import app from './en/app.json';
import approvals from './en/approvals.json';
import campaigns from './en/campaigns.json';
import clients from './en/clients.json';
import contacts from './en/contacts.json';
import courtesy from './en/courtesy.json';
import deliverability from './en/deliverability.json';
import discovery from './en/discovery.json';
import guide from './en/guide.json';
import imports from './en/imports.json';
import inbox from './en/inbox.json';
import mailboxes from './en/mailboxes.json';
import merges from './en/merges.json';
import orders from './en/orders.json';
import outbox from './en/outbox.json';
import placements from './en/placements.json';
import portal from './en/portal.json';
import problems from './en/problems.json';
import prospects from './en/prospects.json';
import publishers from './en/publishers.json';
import reclaims from './en/reclaims.json';
import relationships from './en/relationships.json';
import reports from './en/reports.json';
import sequences from './en/sequences.json';
import tasks from './en/tasks.json';
import team from './en/team.json';
import templates from './en/templates.json';
import words from './en/words.json';

/** All English messages, by feature. English is the measure: its keys are the keys there are. */
export const en = {
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
