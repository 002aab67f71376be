import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { LookedLink, PageReading } from './by-hand-api.js';
import { deadFirst } from './proposal.js';
import { whyWords } from './why-words.js';

interface Props {
  readonly reading: PageReading;
  /** Whether the campaign replaces dead links. */
  readonly asksLinks: boolean;
  readonly deadUrl: string | null;
  readonly onDeadLink: (link: LookedLink) => void;
  readonly sentence: string | null;
  readonly onSentence: (sentence: string) => void;
}

/** What was found on the page that a person must choose from. */
export function PageStep({ reading, asksLinks, deadUrl, onDeadLink, sentence, onSentence }: Props) {
  return (
    <Stack gap="md">
      {asksLinks && <DeadLinks reading={reading} chosen={deadUrl} onChoose={onDeadLink} />}
      {reading.mention !== null && <Mentions reading={reading} chosen={sentence} onChoose={onSentence} />}
    </Stack>
  );
}

interface DeadProps {
  readonly reading: PageReading;
  readonly chosen: string | null;
  readonly onChoose: (link: LookedLink) => void;
}

function DeadLinks({ reading, chosen, onChoose }: DeadProps) {
  const t = useMessages();
  const links = deadFirst(reading.links);
  const dead = links.filter((link) => link.answer === 'dead').length;
  const says = t.text('tasks.byHand.links', { dead, all: reading.links.length });
  if (links.length === 0) return <Alert color="gray">{says}</Alert>;
  return (
    <Radio.Group
      label={says}
      value={chosen}
      onChange={(url) => {
        const link = links.find((one) => one.url === url);
        if (link) onChoose(link);
      }}
    >
      <Stack gap="xs" mt="xs" mah={260} style={{ overflowY: 'auto' }}>
        {links.map((link) => (
          <Radio
            key={link.url}
            value={link.url}
            label={<span style={{ overflowWrap: 'anywhere' }}>{link.url}</span>}
            description={t.text(link.answer === 'dead' ? 'tasks.byHand.dead' : 'tasks.byHand.unknown', {
              why: whyWords(t, link),
              anchor: link.anchor || '—',
            })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface MentionProps {
  readonly reading: PageReading;
  readonly chosen: string | null;
  readonly onChoose: (sentence: string) => void;
}

function Mentions({ reading, chosen, onChoose }: MentionProps) {
  const t = useMessages();
  const { mention } = reading;
  if (mention === null) return null;
  const [first] = mention.links;
  const isLinked = mention.answer === 'linked_here' || mention.answer === 'linked_elsewhere';
  return (
    <>
      <Alert color={isLinked || mention.answer === 'not_mentioned' ? 'differs' : 'live'}>
        {t.text(`tasks.byHand.mention.${mention.answer}`)}
        {first && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {first.url}
          </Text>
        )}
      </Alert>
      {mention.mentions.length > 1 && (
        <Radio.Group label={t.text('tasks.byHand.whichSentence')} value={chosen} onChange={onChoose}>
          <Stack gap="xs" mt="xs" mah={220} style={{ overflowY: 'auto' }}>
            {[...new Set(mention.mentions.map((one) => one.sentence))].map((one) => (
              <Radio key={one} value={one} label={one} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
