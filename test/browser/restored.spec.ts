import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { foundBureau } from './team.js';

const journey = aJourney();

const WHY = 'The data folder is new; nothing was put back.';

it('an owner reads what to do after a restore, lets sending go on without it, and says why', async () => {
  const owner = await journey.visitor();
  const { page } = owner;
  await foundBureau(owner.context.request);
  await journey.app.database.asOwner(
    `update sending_control set is_paused = true, pause_code = 'restored', paused_at = now(), reconciled_at = null`,
  );
  await owner.goTo('/outbox');
  await page.getByText('Run “linkledger reconcile” on the server').waitFor();
  expect(await page.getByRole('button', { name: 'Let sending go on', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Let sending go on without looking' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const goOn = dialog.getByRole('button', { name: 'Let sending go on', exact: true });
  expect(await goOn.isDisabled()).toBe(true);
  await dialog.getByLabel('Why nobody has to look').fill(WHY);
  await owner.expectAccessible();
  await goOn.press('Enter');
  await page.getByText('Sending goes on.').waitFor();
  await page.getByRole('button', { name: 'Stop all sending' }).waitFor();

  await journey.app.database.asOwner(
    `update sending_control set is_paused = true, pause_code = 'restored', paused_at = now(), reconciled_at = now()`,
  );
  await owner.goTo('/outbox');
  await page.getByText('The mailboxes were looked into').waitFor();
  await page.getByRole('button', { name: 'Let sending go on', exact: true }).waitFor();
  expect(owner.faults).toEqual([]);
});
