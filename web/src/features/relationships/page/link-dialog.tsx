import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import {
  LINK_STATES,
  type LinkDirection,
  type LinkState,
  type RelationshipDetail,
} from '../relationship-views.js';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

interface LinkDraft extends Record<string, unknown> {
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly anchor: string;
  readonly rel: string;
  readonly firstSeenOn: string;
  readonly state: LinkState;
}

interface Props {
  readonly relationship: RelationshipDetail;
  readonly direction: LinkDirection;
  readonly onClose: () => void;
}

/** Writes down a link somebody saw with their own eyes. */
export function LinkDialog({ relationship, direction, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const isTheirs = direction === 'to_us';
  const form = useForm<LinkDraft>({
    initialValues: {
      sourceUrl: isTheirs ? '' : relationship.brandHomeUrl,
      targetUrl: isTheirs ? relationship.brandHomeUrl : '',
      anchor: '',
      rel: '',
      firstSeenOn: new Date().toISOString().slice(0, 10),
      state: 'live',
    },
  });
  const act = useFormAct(form, async ({ anchor, rel, firstSeenOn, ...link }, headers) => {
    const body = {
      ...link,
      direction,
      sourceUrl: link.sourceUrl.trim(),
      targetUrl: link.targetUrl.trim(),
      ...(anchor.trim() ? { anchor: anchor.trim() } : {}),
      ...(rel.trim() ? { rel: rel.trim() } : {}),
      ...(firstSeenOn ? { firstSeenOn } : {}),
    };
    await relationshipActs.enterLink(relationship.id, body, headers);
    await refreshRelationships(queries);
    onClose();
  });
  const title = t.text(isTheirs ? 'relationships.link.addTheirs' : 'relationships.link.addOurs');
  const host = relationship.displayHost;
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('relationships.link.source')}
        description={
          isTheirs ? t.text('relationships.link.onTheirs', { host }) : t.text('relationships.link.onOurs')
        }
        inputMode="url"
        data-autofocus
        {...form.getInputProps('sourceUrl')}
      />
      <TextInput
        label={t.text('relationships.link.target')}
        description={
          isTheirs ? t.text('relationships.link.onOurs') : t.text('relationships.link.onTheirs', { host })
        }
        inputMode="url"
        {...form.getInputProps('targetUrl')}
      />
      <TextInput
        label={t.text('relationships.link.anchor')}
        maxLength={1_000}
        {...form.getInputProps('anchor')}
      />
      <TextInput
        label={t.text('relationships.link.rel')}
        description={t.text('relationships.link.relWhat')}
        maxLength={200}
        {...form.getInputProps('rel')}
      />
      <TextInput
        type="date"
        label={t.text('relationships.link.firstSeen')}
        {...form.getInputProps('firstSeenOn')}
      />
      <Select
        label={t.text('relationships.link.state')}
        data={LINK_STATES.map((value) => ({ value, label: t.text(`relationships.linkState.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('state')}
      />
    </FormDialog>
  );
}
