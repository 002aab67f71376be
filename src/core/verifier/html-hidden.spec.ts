import { describe, expect, it } from '@jest/globals';
import { firstLink } from '../../../test/builders/html.js';

const A = '<a href="/x">the guide</a>';

function styled(style: string): string {
  return `<div style="${style}">${A}</div>`;
}

describe('suspicion of being hidden', () => {
  it.each<[string, string, string | null]>([
    ['a plain link is not', A, null],
    ['display none', styled('display: none'), 'display_none'],
    ['with importance and case', styled('Display:NONE !important;'), 'display_none'],
    ['on the link itself', '<a href="/x" style="display:none">x</a>', 'display_none'],
    ['on an ancestor far up', `<div style="display:none"><p><b>${A}</b></p></div>`, 'display_none'],
    [
      'the outermost reason is told',
      `<div style="opacity:0"><p style="display:none">${A}</p></div>`,
      'opacity_0',
    ],
    ['another display', styled('display:block'), null],
    ['visibility hidden', styled('visibility:hidden'), 'visibility_hidden'],
    ['visibility collapse', styled('visibility:collapse'), 'visibility_hidden'],
    ['opacity 0', styled('opacity:0'), 'opacity_0'],
    ['opacity 0.0', styled('opacity:0.0'), 'opacity_0'],
    ['opacity 0.5 is seen', styled('opacity:0.5'), null],
    ['font-size 0', styled('font-size:0px'), 'font_size_0'],
    ['font-size 10', styled('font-size:10px'), null],
    ['no height', styled('height:0;overflow:hidden'), 'no_size'],
    ['no width', styled('width:0px;overflow:hidden'), 'no_size'],
    ['no height that overflows is seen', styled('height:0'), null],
    ['clipped with a height is seen', styled('height:10px;overflow:hidden'), null],
    ['far to the left', styled('position:absolute;left:-9999px'), 'off_screen'],
    ['far above', styled('position:fixed;top:-200em'), 'off_screen'],
    ['a little to the left is seen', styled('position:absolute;left:-10px'), null],
    ['far to the left without position is seen', styled('left:-9999px'), null],
    ['indented away', styled('text-indent:-9999px'), 'off_screen'],
    ['pushed away by a margin', styled('margin-left:-1000px'), 'off_screen'],
    ['the same colours', styled('color:#fff;background:#ffffff'), 'same_colour'],
    ['the same colours by name', styled('color:white;background-color:#FFF'), 'same_colour'],
    [
      'the same colours in another notation',
      styled('color: rgb(1, 2, 3); background-color: rgb(1,2,3)'),
      'same_colour',
    ],
    ['other colours', styled('color:#fff;background:#000'), null],
    ['a colour alone', styled('color:#fff'), null],
    ['transparent on transparent is seen', styled('color:transparent;background:transparent'), null],
    ['the hidden attribute', `<div hidden>${A}</div>`, 'hidden_attribute'],
    ['hidden until found is not', `<div hidden="until-found">${A}</div>`, null],
    ['a tab panel is folded away, not hidden', `<div role="tabpanel" hidden>${A}</div>`, null],
    ['a menu likewise', `<ul class="sub-menu" style="display:none"><li>${A}</ul>`, null],
    ['an accordion by id', `<div id="faq-1" style="display:none">${A}</div>`, null],
    [
      'text for screen readers',
      `<span class="screen-reader-text" style="position:absolute;left:-9999px">${A}</span>`,
      null,
    ],
    ['a whole page hidden until scripts show it', `</body><body style="opacity:0">${A}`, null],
    ['a style that is none', styled('nonsense;;:'), null],
    ['a style of endless length is read in part', styled(`${'a:b;'.repeat(600)}display:none`), null],
    ['a link on one full stop', '<p>read on<a href="/x">.</a></p>', 'one_character'],
    ['a link on one letter is seen', '<a href="/x">A</a>', null],
  ])('%s', (_, body, reason) => {
    expect(firstLink(body).hidden).toBe(reason);
  });
});
