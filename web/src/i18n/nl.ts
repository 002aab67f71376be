import access from './nl/access.json';
import alerts from './nl/alerts.json';
import app from './nl/app.json';
import clients from './nl/clients.json';
import guide from './nl/guide.json';
import imports from './nl/imports.json';
import placements from './nl/placements.json';
import problems from './nl/problems.json';
import words from './nl/words.json';

/** All Dutch messages, by feature: the same keys and parameters as the English ones (a test compares them). */
export const nl = { access, alerts, app, clients, guide, imports, placements, problems, words };
