import access from './nl/access.json';
import alerts from './nl/alerts.json';
import app from './nl/app.json';
import clients from './nl/clients.json';
import contacts from './nl/contacts.json';
import discovery from './nl/discovery.json';
import guide from './nl/guide.json';
import imports from './nl/imports.json';
import merges from './nl/merges.json';
import placements from './nl/placements.json';
import problems from './nl/problems.json';
import prospects from './nl/prospects.json';
import publishers from './nl/publishers.json';
import relationships from './nl/relationships.json';
import words from './nl/words.json';

/** All Dutch messages, by feature: the same keys and parameters as the English ones (a test compares them). */
export const nl = {
  access,
  alerts,
  app,
  clients,
  contacts,
  discovery,
  guide,
  imports,
  merges,
  placements,
  problems,
  prospects,
  publishers,
  relationships,
  words,
};
