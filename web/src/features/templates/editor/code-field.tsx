import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { TemplateFinding, TemplateVariable } from '../template-views.js';
import classes from '../templates.module.css';
import { editorTheme } from './editor-theme.js';

/** What others can do with a field: put a text where the cursor is, or lead to a place. */
export interface CodeHandle {
  readonly insert: (text: string) => void;
  readonly goTo: (line: number, column: number) => void;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly isHtml?: boolean;
  readonly readOnly: boolean;
  readonly variables: readonly TemplateVariable[];
  readonly snippets: readonly string[];
  readonly problems: readonly TemplateFinding[];
  readonly warnings: readonly TemplateFinding[];
  readonly onChange: (value: string) => void;
  readonly handle: RefObject<CodeHandle | null>;
}

const tags = new MatchDecorator({
  regexp: /\{\{[^{}]*\}\}/g,
  decoration: Decoration.mark({ class: 'll-tag' }),
});
const tagMarks = ViewPlugin.fromClass(
  class {
    decorations;
    constructor(view: EditorView) {
      this.decorations = tags.createDeco(view);
    }
    update(update: Parameters<typeof tags.updateDeco>[0]) {
      this.decorations = tags.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** A text with variables: they complete after two braces, and what is wrong is underlined, with a sentence for everybody. */
export function CodeField(props: Props) {
  const { label, value, isHtml = false, readOnly, problems, warnings, handle } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const note = useId();

  useEffect(() => {
    const parent = box.current;
    if (!parent) return undefined;
    const editable = new Compartment();
    const made = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          lineNumbers(),
          history(),
          EditorView.lineWrapping,
          tagMarks,
          lintGutter(),
          autocompletion({ override: [(context) => complete(context, latest.current)] }),
          ...(isHtml ? [html({ autoCloseTags: false })] : []),
          // Tab leaves the field, so that nobody is caught in it; it only takes a completion that is open.
          keymap.of([
            { key: 'Tab', run: acceptCompletion },
            ...completionKeymap,
            ...lintKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          editable.of([EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)]),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': note,
            spellcheck: 'true',
            tabindex: '0',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
          editorTheme,
        ],
      }),
    });
    view.current = made;
    handle.current = {
      insert: (text) => insert(made, text),
      goTo: (line, column) => goTo(made, line, column),
    };
    return () => {
      made.destroy();
      view.current = null;
      handle.current = null;
    };
  }, [handle, isHtml, label, note, readOnly]);

  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === value) return;
    made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const made = view.current;
    if (!made) return;
    const found = [
      ...problems.map((finding) => diagnosticOf(made.state, finding, 'error')),
      ...warnings.map((finding) => diagnosticOf(made.state, finding, 'warning')),
    ];
    made.dispatch(setDiagnostics(made.state, found));
  }, [problems, warnings]);

  return (
    <div>
      <div ref={box} className={classes['code']} />
      <div id={note} hidden>
        {[...problems, ...warnings]
          .map((finding) => `${finding.line}:${finding.column} ${finding.message}`)
          .join(' ')}
      </div>
    </div>
  );
}

function complete(context: CompletionContext, { variables, snippets }: Props): CompletionResult | null {
  const typed = context.matchBefore(/\{\{[#/]?(?:if |unless |default )?[\w.]*$/);
  if (!typed) return null;
  const word = context.matchBefore(/[\w.]*$/);
  const isClosed = context.state.sliceDoc(context.pos, context.pos + 2) === '}}';
  const end = isClosed ? '' : '}}';
  const isAsked = /\{\{#/.test(typed.text);
  return {
    from: word?.from ?? context.pos,
    options: [
      ...variables
        .filter(({ isFlag }) => isAsked || !isFlag)
        .map(({ path, name, example }) => ({
          label: path,
          detail: name,
          info: example,
          apply: `${path}${end}`,
        })),
      ...snippets.map((key) => ({ label: `snippet "${key}"`, apply: `snippet "${key}"${end}` })),
    ],
    validFor: /^[\w.]*$/,
  };
}

function diagnosticOf(
  state: EditorState,
  finding: TemplateFinding,
  severity: 'error' | 'warning',
): Diagnostic {
  const from = offsetOf(state, finding.line, finding.column);
  const to = Math.min(state.doc.length, from + finding.length);
  return { from, to, severity, message: finding.message };
}

function offsetOf(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

function insert(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
  view.focus();
}

function goTo(view: EditorView, line: number, column: number): void {
  view.dispatch({ selection: { anchor: offsetOf(view.state, line, column) }, scrollIntoView: true });
  view.focus();
}
