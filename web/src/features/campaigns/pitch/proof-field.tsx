import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { TASKS } from '../../../ui/task-api.js';
import { byHandActs, type Proof } from '../by-hand/by-hand-api.js';
import { FieldValue } from './field-value.js';
import classes from './pitch.module.css';
import { type KindField, type PitchDetail, pitchDetail } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly field: KindField;
  readonly mayWrite: boolean;
  readonly isWanted: boolean;
}

/** The dated looks at a page that is said to be dead, and one more now; it must be dead on two days before anybody is told. */
export function ProofField({ pitch, field, mayWrite, isWanted }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const [proof, setProof] = useState<Proof | null>(null);
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const prove = () =>
    act(async () => {
      setProof(await byHandActs.prove(pitch.id));
      // The first look asks for a second one, as a task.
      void queries.invalidateQueries({ queryKey: TASKS });
      return queries.query({ ...pitchDetail(pitch.id), staleTime: 0 });
    });
  return (
    <div className={classes['field']}>
      <div className={classes['fieldName']}>{field.name}</div>
      <div className={classes['fieldValue']}>
        <FieldValue field={field} value={pitch.fields[field.key]} isWanted={isWanted} />
        {proof && <p className={classes['proof']}>{proofWords(proof, t)}</p>}
        {mayWrite && pitch.status !== 'closed' && (
          <Button
            variant="default"
            size="compact-sm"
            mt="xs"
            loading={isBusy}
            leftSection={<IconEye size={16} stroke={1.75} aria-hidden />}
            onClick={() => void prove()}
          >
            {t.text('campaigns.pitch.prove')}
          </Button>
        )}
        <ProblemAlert error={problem} />
      </div>
    </div>
  );
}

/** What the look just made says, and what is left to do. */
function proofWords({ isProven, sight, days, daysNeeded }: Proof, t: Messages): string {
  if (isProven) return t.text('campaigns.pitch.proof.proven', { days });
  if (sight.isDead) return t.text('campaigns.pitch.proof.once', { days, daysNeeded });
  return t.text('campaigns.pitch.proof.notDead', {
    status: sight.status ?? t.text('campaigns.pitch.noAnswer'),
  });
}
