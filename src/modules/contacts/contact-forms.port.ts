/** The forms of contacts that contact finding answers with and asks for. */
export { ContactAddressView, ContactDetail } from './contact-views.dto.js';
export { ContactWish, NewContact, NewGround } from './contact-wish.dto.js';
