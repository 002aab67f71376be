import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAILURE_REASONS } from './bounces/failure-reasons.js';
import { MAIL_RULES } from './mail-rules.js';

describe('docs/mail-reading.md', () => {
  const page = readFileSync('docs/mail-reading.md', 'utf8');

  it.each([...Object.keys(MAIL_RULES), ...Object.values(MAIL_RULES).flat(), ...Object.keys(FAILURE_REASONS)])(
    'explains %s',
    (name) => {
      expect(page).toContain(`\`${name}\``);
    },
  );
});
