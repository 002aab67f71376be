import access from './en/access.json';
import alerts from './en/alerts.json';
import app from './en/app.json';
import clients from './en/clients.json';
import contacts from './en/contacts.json';
import discovery from './en/discovery.json';
import guide from './en/guide.json';
import imports from './en/imports.json';
import merges from './en/merges.json';
import placements from './en/placements.json';
import problems from './en/problems.json';
import prospects from './en/prospects.json';
import publishers from './en/publishers.json';
import relationships from './en/relationships.json';
import words from './en/words.json';

/** All English messages, by feature. English is the measure: its keys are the keys there are. */
export const en = {
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
