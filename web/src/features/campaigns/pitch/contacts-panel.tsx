import { ActionIcon, Button, Group, Select, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import classes from './pitch.module.css';
import { contactChoices, type PitchContact, type PitchDetail, pitchActs } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';

/** Whom the pitch asks, in order: the first is written to first. */
export function ContactsPanel({ pitch }: { readonly pitch: PitchDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write') && pitch.archivedAt === null;
  const [isAdding, setAdding] = useState(false);
  const { act, problem } = usePitchAct(pitch.id);
  const { contacts } = pitch;
  const ids = contacts.map(({ id }) => id);
  const put = (next: string[]) =>
    void act(() => pitchActs.setContacts(pitch.id, next), {
      says: t.text('campaigns.pitch.contactsChanged'),
      undo: (after) => pitchActs.setContacts(after.id, ids),
    });
  return (
    <Panel
      title={t.text('campaigns.pitch.contacts')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.text('campaigns.pitch.addContact')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <p className={layout['hint']}>{t.text('campaigns.pitch.noContact')}</p>}
      {contacts.length > 0 && (
        <Rows label={t.text('campaigns.pitch.contacts')}>
          {contacts.map((contact, place) => (
            <ContactRow
              key={contact.id}
              contact={contact}
              mayWrite={mayWrite}
              onUp={
                place === 0
                  ? null
                  : () =>
                      put([
                        ...ids.slice(0, place - 1),
                        contact.id,
                        ...ids.slice(place - 1).filter((id) => id !== contact.id),
                      ])
              }
              onRemove={() => put(ids.filter((id) => id !== contact.id))}
            />
          ))}
        </Rows>
      )}
      {isAdding && (
        <AddContact
          pitch={pitch}
          onAdd={(id) => {
            setAdding(false);
            put([...ids, id]);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      <ProblemAlert error={problem} />
    </Panel>
  );
}

interface RowProps {
  readonly contact: PitchContact;
  readonly mayWrite: boolean;
  readonly onUp: (() => void) | null;
  readonly onRemove: () => void;
}

function ContactRow({ contact, mayWrite, onUp, onRemove }: RowProps) {
  const t = useMessages();
  const name = contact.name || contact.mainAddress || t.text('contacts.nameless');
  const up = t.text('campaigns.pitch.contactUp', { name });
  const away = t.text('campaigns.pitch.contactAway', { name });
  return (
    <ListRow
      title={
        <Link to="/contacts/$id" params={{ id: contact.id }}>
          {name}
        </Link>
      }
      note={
        <>
          {[contact.position, contact.mainAddress].filter(Boolean).join(' · ')}
          {contact.hasObjected && (
            <div className={classes['missing']}>{t.text('campaigns.pitch.objected')}</div>
          )}
        </>
      }
    >
      {mayWrite && onUp && (
        <Tooltip label={up}>
          <ActionIcon aria-label={up} onClick={onUp}>
            <IconArrowUp size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {mayWrite && (
        <Tooltip label={away}>
          <ActionIcon aria-label={away} onClick={onRemove}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ListRow>
  );
}

interface AddProps {
  readonly pitch: PitchDetail;
  readonly onAdd: (contactId: string) => void;
  readonly onClose: () => void;
}

function AddContact({ pitch, onAdd, onClose }: AddProps) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data = [], isFetching } = useQuery(contactChoices(pitch.siteId, search));
  const here = new Set(pitch.contacts.map(({ id }) => id));
  const choices = data.filter(({ id }) => !here.has(id));
  return (
    <div className={classes['fieldForm']}>
      <Select
        label={t.text('campaigns.pitch.whom')}
        description={t.text('campaigns.pitch.whomTeach')}
        data={choices.map(({ id, name, mainAddress }) => ({
          value: id,
          label: [name, mainAddress].filter(Boolean).join(' · '),
        }))}
        filter={({ options }) => options}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(id) => id && onAdd(id)}
        nothingFoundMessage={isFetching ? '…' : t.text('campaigns.pitch.nobodyFound')}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      <Group justify="flex-end" mt="xs">
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t.text('app.cancel')}
        </Button>
      </Group>
    </div>
  );
}
