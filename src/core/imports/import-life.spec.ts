import { describe, expect, it } from '@jest/globals';
import { IMPORT_STATES, type ImportAct, mayImport } from './import-life.js';

describe('mayImport', () => {
  it.each<[ImportAct, readonly string[]]>([
    ['map', ['uploaded', 'tried', 'failed']],
    ['try', ['uploaded', 'tried', 'failed']],
    ['run', ['uploaded', 'tried', 'failed']],
    ['undo', ['done']],
  ])('%s is allowed from %s alone', (act, states) => {
    expect(IMPORT_STATES.filter((state) => mayImport(act, state))).toEqual(states);
  });
});
