import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, bodyOf, idempotencyKey, type KeyHeader } from '../../../api/client.js';
import type {
  NewOwner,
  NewSiteMetric,
  NewSuppression,
  NewTouch,
  ProposalWish,
  ProspectDetail,
} from '../../../api/prospect-views.js';
import type { FitAnswer } from '../../../api/prospect-words.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toast, toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { patchRow, refreshLists, refreshProspect } from '../prospect-cache.js';

type Subject = Pick<ProspectDetail, 'id' | 'siteId' | 'displayHost'>;

/** Everything a person does to one prospect and its site apart from editing its fields; each shows its outcome at once. */
export function useProspectActs(prospect: Subject) {
  const queries = useQueryClient();
  const t = useMessages();
  const mayLift = useMay('manage');
  const { id, siteId, displayHost } = prospect;
  return useMemo(() => {
    const path = { params: { path: { id } } };
    const site = { params: { path: { id: siteId } } };
    const refresh = () => refreshProspect(queries, id, siteId);
    const shown = async (call: Promise<ProspectDetail>) => {
      const answer = await call;
      patchRow(queries, answer);
      await refresh();
      return answer;
    };
    const said = (call: Promise<unknown>) => call.catch((error: unknown) => toastProblem(t, error));
    const archive = () => shown(bodyOf(api.POST('/api/v1/prospects/{id}/archive', path)));
    const restore = () => shown(bodyOf(api.POST('/api/v1/prospects/{id}/restore', path)));
    const release = () => shown(bodyOf(api.POST('/api/v1/prospects/{id}/release', path)));
    const lift = async (suppressionId: string) => {
      await api.POST('/api/v1/suppressions/{id}/lift', {
        params: { path: { id: suppressionId } },
        body: { reason: t.text('prospects.act.liftReason') },
      });
      await refresh();
    };
    return {
      answer: (answers: Record<string, FitAnswer>) =>
        said(shown(bodyOf(api.PUT('/api/v1/prospects/{id}/fit', { ...path, body: { answers } })))),
      lock: () =>
        said(
          shown(bodyOf(api.POST('/api/v1/prospects/{id}/lock', { ...path, body: {} }))).then(() =>
            toastWithUndo(t, t.text('prospects.act.locked', { host: displayHost }), release),
          ),
        ),
      release: () => said(release()),
      archive: () =>
        said(
          archive().then(async () => {
            await refreshLists(queries);
            toastWithUndo(t, t.text('prospects.act.archived', { host: displayHost }), async () => {
              await restore();
              await refreshLists(queries);
            });
          }),
        ),
      restore: () => said(restore().then(() => refreshLists(queries))),
      suppress: async (body: Omit<NewSuppression, 'siteId'>) => {
        const made = await bodyOf(api.POST('/api/v1/suppressions', { body: { siteId, ...body } }));
        await refresh();
        const told = t.text('prospects.act.suppressed', { host: displayHost });
        // Only a manager may say that somebody can be contacted again.
        if (mayLift) toastWithUndo(t, told, () => lift(made.id));
        else toast(told);
      },
      lift: (suppressionId: string) =>
        said(lift(suppressionId).then(() => toast(t.text('prospects.act.lifted', { host: displayHost })))),
      addTouch: async (body: NewTouch, headers: KeyHeader) => {
        const made = await bodyOf(api.POST('/api/v1/sites/{id}/touches', { ...site, body, headers }));
        await refresh();
        toastWithUndo(t, t.text('prospects.touch.added'), async () => {
          await api.POST('/api/v1/touches/{id}/remove', { params: { path: { id: made.id } } });
          await refresh();
        });
      },
      removeTouch: (touchId: string) =>
        said(api.POST('/api/v1/touches/{id}/remove', { params: { path: { id: touchId } } }).then(refresh)),
      newOwner: async (body: NewOwner) => {
        await api.POST('/api/v1/sites/{id}/new-owner', { ...site, body, headers: idempotencyKey() });
        await refresh();
        toastWithUndo(t, t.text('prospects.owner.changed', { host: displayHost }), async () => {
          await api.POST('/api/v1/sites/{id}/new-owner/undo', site);
          await refresh();
        });
      },
      addMetric: async (body: NewSiteMetric) => {
        await api.POST('/api/v1/sites/{id}/metrics', { ...site, body });
        await refresh();
      },
      measure: (service: 'ahrefs' | 'moz') =>
        said(
          api.POST('/api/v1/sites/{id}/measure', { ...site, body: { service } }).then(async () => {
            await refresh();
            toast(t.text('prospects.metric.asked'));
          }),
        ),
      findContacts: (services: 'hunter'[] = []) =>
        bodyOf(api.POST('/api/v1/sites/{id}/find-contacts', { ...site, body: { services } })),
      acceptProposal: async (proposalId: string, body: ProposalWish, headers: KeyHeader) => {
        await api.POST('/api/v1/contact-proposals/{id}/accept', {
          params: { path: { id: proposalId } },
          body,
          headers,
        });
        await refresh();
      },
      dismissProposal: (proposalId: string) =>
        said(
          api
            .POST('/api/v1/contact-proposals/{id}/dismiss', { params: { path: { id: proposalId } } })
            .then(refresh),
        ),
      refresh,
    };
  }, [queries, t, mayLift, id, siteId, displayHost]);
}
