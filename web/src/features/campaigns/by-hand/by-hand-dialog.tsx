import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { KeyHeader } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import { refreshCampaigns } from '../campaigns-api.js';
import { byHandActs, type NewPitch, type PageReading, type TextReading } from './by-hand-api.js';
import { DraftStep } from './draft-step.js';
import { PageStep } from './page-step.js';
import {
  NOTHING_READ,
  type Proposal,
  proposalOfPage,
  proposalOfRequest,
  withDeadLink,
  withSentence,
} from './proposal.js';
import { ReadingStep } from './reading-step.js';
import { RequestStep } from './request-step.js';
import { SourceStep } from './source-step.js';

type Step =
  | { readonly at: 'source' }
  | { readonly at: 'reading'; readonly id: string }
  | { readonly at: 'page'; readonly reading: PageReading; readonly proposal: Proposal }
  | { readonly at: 'requests'; readonly reading: TextReading; readonly chosen: number }
  | { readonly at: 'draft'; readonly proposal: Proposal };

interface Props {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind;
  readonly onClose: () => void;
}

const has = (kind: CampaignKind, key: string): boolean => kind.fields.some((field) => field.key === key);

/** A pitch entered by hand: a page or a request is read, a person chooses and mends, and the pitch is made. */
export function ByHandDialog({ campaign, kind, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ at: 'source' });
  const isText = has(kind, 'request');
  const back = () => setStep({ at: 'source' });
  const skip = () => setStep({ at: 'draft', proposal: NOTHING_READ });
  const read = async (typed: string): Promise<void> => {
    if (isText)
      setStep({ at: 'requests', reading: await byHandActs.readText(campaign.id, typed), chosen: 0 });
    else setStep({ at: 'reading', id: (await byHandActs.readPage(campaign.id, typed)).jobId });
  };
  const asksLinks = has(kind, 'deadUrl');
  const onRead = useCallback(
    (reading: PageReading) => {
      const proposal = proposalOfPage(reading);
      const hasChoice = asksLinks || reading.mention !== null;
      setStep(hasChoice ? { at: 'page', reading, proposal } : { at: 'draft', proposal });
    },
    [asksLinks],
  );
  const add = async (body: NewPitch, key: KeyHeader): Promise<void> => {
    const pitch = await byHandActs.addPitch(campaign.id, body, key);
    if (asksLinks && body.fields?.['deadUrl'] !== undefined)
      await byHandActs.prove(pitch.id).catch((error: unknown) => toastProblem(t, error));
    await refreshCampaigns(queries);
    toast(t.text('tasks.byHand.added'));
    onClose();
    await navigate({ to: '/pitches/$id', params: { id: pitch.id } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.text('tasks.byHand.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      {step.at === 'source' && <SourceStep isText={isText} onRead={read} onSkip={skip} />}
      {step.at === 'reading' && <ReadingStep id={step.id} onRead={onRead} onBack={back} onSkip={skip} />}
      {step.at === 'page' && (
        <Choosing onBack={back} onNext={() => setStep({ at: 'draft', proposal: step.proposal })}>
          <PageStep
            reading={step.reading}
            asksLinks={asksLinks}
            deadUrl={fieldValue(step.proposal, 'deadUrl')}
            onDeadLink={(link) =>
              setStep({ ...step, proposal: withDeadLink(step.proposal, link, step.reading.links) })
            }
            sentence={fieldValue(step.proposal, 'sentence')}
            onSentence={(sentence) => setStep({ ...step, proposal: withSentence(step.proposal, sentence) })}
          />
        </Choosing>
      )}
      {step.at === 'requests' && (
        <Choosing
          onBack={back}
          onNext={() => {
            const request = step.reading.requests[step.chosen];
            setStep({ at: 'draft', proposal: request ? proposalOfRequest(request) : NOTHING_READ });
          }}
        >
          <RequestStep
            reading={step.reading}
            chosen={step.chosen}
            onChoose={(chosen) => setStep({ ...step, chosen })}
          />
        </Choosing>
      )}
      {step.at === 'draft' && (
        <DraftStep campaign={campaign} kind={kind} proposal={step.proposal} onAdd={add} onBack={back} />
      )}
    </Modal>
  );
}

function fieldValue({ fields }: Proposal, key: string): string | null {
  const value = fields.find((field) => field.key === key)?.value;
  return typeof value === 'string' ? value : null;
}

interface ChoosingProps {
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly children: ReactNode;
}

function Choosing({ onBack, onNext, children }: ChoosingProps) {
  const t = useMessages();
  return (
    <Stack gap="lg">
      {children}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t.text('tasks.byHand.back')}
        </Button>
        <Button onClick={onNext}>{t.text('tasks.byHand.next')}</Button>
      </Group>
    </Stack>
  );
}
