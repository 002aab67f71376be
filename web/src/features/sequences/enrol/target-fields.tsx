import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import type { EnrolSearch } from '../sequence-search.js';
import classes from '../sequences.module.css';
import { mailboxNames, sequenceActs, sequenceList } from '../sequences-api.js';

/** What pitches are enrolled in, as far as it was chosen. */
export interface Target {
  readonly sequenceId?: string;
  readonly mailboxId?: string;
  readonly startOn?: string;
}

/** A target that says everything it must. */
export type WholeTarget = Target & { readonly sequenceId: string; readonly mailboxId: string };

/** Whether a target says everything it must. */
export function isWhole(target: Target): target is WholeTarget {
  return target.sequenceId !== undefined && target.mailboxId !== undefined;
}

/** What was chosen; where there is only one mailbox, it is that one. */
export function useTarget({ sequence, mailbox, start }: EnrolSearch): Target {
  const boxes = useQuery(mailboxNames).data ?? [];
  const only = boxes.length === 1 ? boxes[0]?.id : undefined;
  return withoutNothing({ sequenceId: sequence, mailboxId: mailbox ?? only, startOn: start });
}

interface Props {
  readonly search: EnrolSearch;
  readonly target: Target;
  /** Takes the parts of the address that change; an absent one is taken out. */
  readonly go: (part: { [Key in keyof EnrolSearch]?: EnrolSearch[Key] | undefined }) => void;
}

/** In which sequence, from which mailbox, and from which day on. */
export function TargetFields({ search, target, go }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const sequences = useQuery(sequenceList({})).data?.items ?? [];
  const boxes = useQuery(mailboxNames);
  const chooseCatcher = async () => {
    const { id } = await sequenceActs.makeCatcher();
    await queries.invalidateQueries({ queryKey: ['mailboxes'] });
    go({ mailbox: id });
  };
  return (
    <>
      <div className={classes['fields']}>
        <Select
          label={t.text('sequences.sequence')}
          placeholder={t.text('sequences.chooseSequence')}
          searchable
          data={sequences.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.sequence ?? null}
          onChange={(sequence) => go({ sequence: sequence ?? undefined })}
        />
        <Select
          label={t.text('sequences.mailbox')}
          placeholder={t.text('sequences.chooseMailbox')}
          data={(boxes.data ?? []).map(({ id, address, isCatcher }) => ({
            value: id,
            label: isCatcher ? t.text('sequences.catcher', { address }) : address,
          }))}
          value={target.mailboxId ?? null}
          onChange={(mailbox) => go({ mailbox: mailbox ?? undefined })}
        />
        <TextInput
          type="date"
          label={t.text('sequences.startOn')}
          value={search.start ?? ''}
          onChange={(event) => go({ start: event.currentTarget.value || undefined })}
        />
      </div>
      {boxes.data?.length === 0 && (
        <Group mt="sm" gap="sm">
          <Text size="sm">{t.text('sequences.noMailbox')}</Text>
          <Button variant="default" size="compact-sm" onClick={() => void chooseCatcher()}>
            {t.text('sequences.useCatcher')}
          </Button>
        </Group>
      )}
    </>
  );
}
