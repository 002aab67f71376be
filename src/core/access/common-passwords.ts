/** Words that lists of leaked passwords begin with, without the digits and signs people add at the end. */
const WORDS = `
password passwort passw0rd p@ssword p@ssw0rd pa55word wachtwoord welkom welcome welcome1 letmein iloveyou qwerty qwertyuiop qwertyuio
qwerty123456 asdfghjkl asdfghjklm zxcvbnm 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx qazwsxedc qazwsx administrator admin adminadmin
root rootroot toor changeme changemenow changeit secret topsecret geheim geheimpje default guest test testtest testing
football baseball basketball superman batman spiderman starwars pokemon princess sunshine shadow monkey dragon master mustang
michael jordan jennifer jessica charlie daniel thomas computer internet whatever trustno computer welkomwelkom amsterdam rotterdam
feyenoord ajaxamsterdam voetbal nederland holland zomer winter lente herfst summer spring autumn january february november december
liverpool chelsea arsenal manchester manunited barcelona realmadrid juventus chocolate cheese butterfly blink182 blahblah
abcdefghij abcdefghijk abcdefgh abc123abc123 abcd1234abcd a1b2c3d4e5 aa12345678 zaq12wsx zaq1zaq1 passpass passpasspass
passwordpassword iloveyouiloveyou mypassword thisisapassword newpassword oldpassword password1password yourpassword nopassword
loveyou loveme lovely forever hello hellohello helloworld goodluck freedom login loginlogin access system manager linkledger
linkledgerlinkledger outreach backlink backlinks linkbuilding
`;

/** Numbers of ten digits and more that come before anybody thinks. */
const NUMBERS = `
1234567890 12345678910 123456789a 1234567891 0123456789 9876543210 0987654321 1231231231 1212121212 1122334455 1029384756 1010101010
123123123123 123456123456 12345678901 123456789012 147258369 1472583690 147852369 159753159753 741852963 7418529630 963852741
1111111111 0000000000 5555555555 6666666666 7777777777 8888888888 9999999999 1234512345 1231231234 1357924680 2468013579
`;

/** Passwords nobody may have, in lower case. Digits and signs at the end do not save them (`passwordFault`). */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `${WORDS} ${NUMBERS}`.split(/\s+/).filter((word) => word !== ''),
);
