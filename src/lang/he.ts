import { addLanguage, type Strings } from './strings.js';

/** Hebrew. */
export const he: Strings = {
  label: 'התנתקות',
  busy: 'מתבצעת התנתקות…',
  done: 'ההתנתקות הושלמה',
  failed: 'נסו שוב',
  confirm: 'האם ברצונך להתנתק?',
  cancel: 'ביטול',
  offline: 'אין חיבור לאינטרנט, וייתכן שהחשבון עדיין מחובר. יש להתחבר לאינטרנט ולנסות שוב.',
  unreachable: 'החנות לא ענתה. ייתכן שהחשבון עדיין מחובר. יש לנסות שוב.',
  refused: 'ההתנתקות נכשלה. יש לטעון את הדף מחדש ולנסות שוב.',
  stillSignedIn: 'ההתנתקות לא הושלמה והחשבון עדיין מחובר. יש לטעון את הדף מחדש ולנסות שוב.',
};

addLanguage('he', he);
