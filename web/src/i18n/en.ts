import access from './en/access.json';
import alerts from './en/alerts.json';
import app from './en/app.json';
import clients from './en/clients.json';
import guide from './en/guide.json';
import imports from './en/imports.json';
import placements from './en/placements.json';
import problems from './en/problems.json';
import words from './en/words.json';

/** All English messages, by feature. English is the measure: its keys are the keys there are. */
export const en = { access, alerts, app, clients, guide, imports, placements, problems, words };
