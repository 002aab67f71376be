import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  Kbd,
  Menu,
  Modal,
  Paper,
  Popover,
  Table,
  Tabs,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';
import { DARK, LIGHT, type TokenName, tokenVariable } from './tokens.js';

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** All shades are the one accent: lighter and darker forms come from the tokens, per colour scheme. */
const shades = (color: string) =>
  Array.from({ length: 10 }, () => color) as unknown as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];

/** The greys Mantine draws fields, lines and hovers with, taken from our tokens: text first in dark, ground first in light. */
const DARK_STEPS = [
  DARK.text1,
  DARK.text1,
  DARK.text2,
  DARK.quiet,
  DARK.lineStrong,
  DARK.line,
  DARK.surface,
  DARK.surface,
  DARK.sunken,
  DARK.background,
] as const;
const GRAY_STEPS = [
  LIGHT.background,
  LIGHT.sunken,
  LIGHT.line,
  LIGHT.lineStrong,
  LIGHT.lineStrong,
  LIGHT.quiet,
  LIGHT.quiet,
  LIGHT.text2,
  LIGHT.text2,
  LIGHT.text1,
] as const;

/** The colours of filled, light, default and subtle buttons, from the tokens instead of Mantine's palettes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const shown = defaultVariantColorsResolver(input);
  const danger = input.color === 'removed';
  const ink = danger ? 'var(--ll-removed)' : 'var(--ll-accent)';
  const wash = danger ? 'var(--ll-removed-wash)' : 'var(--ll-accent-wash)';
  switch (input.variant) {
    case 'filled':
      return {
        background: ink,
        hover: danger ? ink : 'var(--ll-accent-hover)',
        color: 'var(--ll-on-accent)',
        border: '1px solid transparent',
      };
    case 'light':
      return lightOf(input.color);
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--ll-sunken)',
        color: danger ? ink : 'var(--ll-text-2)',
        border: '1px solid transparent',
      };
    case 'outline':
      return { background: 'var(--ll-surface)', hover: wash, color: ink, border: `1px solid ${ink}` };
    case 'default':
      return {
        background: 'var(--ll-surface)',
        hover: 'var(--ll-sunken)',
        color: 'var(--ll-text-1)',
        border: '1px solid var(--ll-line-strong)',
      };
    default:
      return shown;
  }
};

/** States that have a colour and a wash of their own; anything else is washed in the accent. */
const TONES = ['removed', 'differs', 'live', 'down'];

function lightOf(color: string | undefined) {
  const tone = color !== undefined && TONES.includes(color) ? color : 'accent';
  const wash = `var(--ll-${tone}-wash)`;
  // Live as text on its wash is a shade darker, to be read.
  const ink = `var(--ll-${tone === 'live' ? 'live-ink' : tone})`;
  return { background: wash, hover: wash, color: ink, border: '1px solid transparent' };
}

const floating = { shadow: 'md', radius: 'md' } as const;

export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  primaryColor: 'accent',
  colors: {
    dark: DARK_STEPS,
    gray: GRAY_STEPS,
    accent: shades('#2457d6'),
    removed: shades('#c02626'),
  },
  primaryShade: 5,
  white: '#ffffff',
  black: '#14181f',
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '999px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: {
    xs: '0.6875rem',
    sm: '0.8125rem',
    label: '0.75rem',
    md: '0.8125rem',
    lg: '0.9375rem',
    xl: '1.0625rem',
  },
  lineHeights: { xs: '1rem', sm: '1.25rem', label: '1rem', md: '1.25rem', lg: '1.25rem', xl: '1.5rem' },
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '0.9375rem', lineHeight: '1.25rem' },
      h2: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      h4: { fontSize: '0.75rem', lineHeight: '1rem' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'var(--ll-shadow)',
    md: 'var(--ll-shadow)',
    lg: 'var(--ll-shadow)',
    xl: 'var(--ll-shadow)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 28 } }),
    Alert: Alert.extend({ defaultProps: { radius: 'md' } }),
    Badge: Badge.extend({ styles: { root: { textTransform: 'none', fontWeight: 550 } } }),
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        root:
          props.size === 'sm'
            ? { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '0.8125rem' }
            : {},
      }),
      styles: { root: { fontWeight: 550 } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right' } }),
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-height': '34px', '--input-fz': '0.8125rem' } }),
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontSize: '0.75rem', lineHeight: '1.25rem', fontWeight: 550 },
        description: { color: 'var(--ll-quiet)' },
      },
    }),
    Kbd: Kbd.extend({
      defaultProps: { size: 'xs' },
      styles: {
        root: { fontFamily: FONT, fontWeight: 400, borderBottomWidth: 1, background: 'transparent' },
      },
    }),
    // The placeholder that takes the first focus is no child a menu may have (WAI-ARIA); the first item takes it instead.
    Menu: Menu.extend({ defaultProps: { ...floating, withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, padding: 'lg' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
    Popover: Popover.extend({ defaultProps: floating }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 7, horizontalSpacing: 'md' } }),
    Tabs: Tabs.extend({
      vars: (_theme, props) => ({
        root:
          props.variant === 'pills'
            ? { '--tabs-color': 'var(--ll-accent-wash)', '--tabs-text-color': 'var(--ll-accent)' }
            : {},
      }),
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 300,
        withArrow: false,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});

function variables(tokens: Record<TokenName, string>): Record<string, string> {
  const own = Object.fromEntries(
    (Object.keys(tokens) as TokenName[]).map((name) => [tokenVariable(name), tokens[name]]),
  );
  return {
    ...own,
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text1,
    '--mantine-color-bright': tokens.text1,
    '--mantine-color-dimmed': tokens.quiet,
    '--mantine-color-placeholder': tokens.quiet,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.removed,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.sunken,
    '--mantine-color-default-color': tokens.text1,
    '--mantine-color-default-border': tokens.lineStrong,
    '--mantine-color-disabled': tokens.sunken,
    '--mantine-color-disabled-color': tokens.quiet,
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-primary-color-filled': tokens.accent,
    '--mantine-primary-color-filled-hover': tokens.accentHover,
    '--mantine-primary-color-light': tokens.accentWash,
    '--mantine-primary-color-light-hover': tokens.accentWash,
    '--mantine-primary-color-light-color': tokens.accent,
    '--mantine-primary-color-contrast': tokens.onAccent,
    '--mantine-color-accent-filled': tokens.accent,
    '--mantine-color-accent-filled-hover': tokens.accentHover,
    '--mantine-color-accent-light': tokens.accentWash,
    '--mantine-color-accent-light-color': tokens.accent,
    '--mantine-color-accent-outline': tokens.accent,
    '--mantine-color-accent-text': tokens.accent,
    '--mantine-color-removed-light': tokens.removedWash,
    '--mantine-color-removed-light-color': tokens.removed,
    '--mantine-color-removed-text': tokens.removed,
  };
}

/** Puts the tokens where Mantine's components and our own style sheets find them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(LIGHT),
  dark: variables(DARK),
});
