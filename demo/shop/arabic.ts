/** The demo's texts in Arabic, by their English. */
export const arabic = {
  // The bar above every page
  'Demo shops': 'متاجر العرض',
  Language: 'اللغة',
  'Skip to what happened': 'انتقل إلى ما حدث',

  // The first page
  'Four shops, one logout tag': 'أربعة متاجر ووسم واحد لتسجيل الخروج',
  'Each shop is signed in to a simulated platform over real HTTP. Log out, and see every request, every token and the truth about the session.':
    'كل متجر مسجّل الدخول في منصة محاكاة عبر HTTP حقيقي. سجّل الخروج وشاهد كل طلب وكل رمز وحقيقة الجلسة.',
  'Dates and coffee': 'تمور وقهوة',
  'Tools that last': 'عُدد تدوم طويلًا',
  'Scarves and spices': 'أوشحة وتوابل',
  'Pots by hand': 'خزف يدوي',
  'A cookie session on the shop’s own origin, with the SDK or without.':
    'جلسة بملف تعريف ارتباط على نطاق المتجر نفسه، مع حزمة SDK أو بدونها.',
  'Tokens in localStorage, replaced by a visitor’s at logout.':
    'رموز في localStorage تحل محلها رموز زائر عند الخروج.',
  'A token in page memory and a refresh cookie that scripts cannot see.':
    'رمز في ذاكرة الصفحة وملف تجديد لا تراه البرامج النصية.',
  'Headless, REST, site or managed: four ways out.':
    'أربع طرق للخروج: Headless أو REST أو موقع أو موقع مُدار.',

  // The shops
  Shop: 'المتجر',
  Account: 'الحساب',
  Dates: 'تمور',
  Coffee: 'قهوة',
  Gifts: 'هدايا',
  'Ajwa dates, 500 g': 'تمر عجوة، ٥٠٠ غ',
  'Soft, dark and sweet, from a family grove in Madinah.':
    'طري وداكن وحلو، من بستان عائلي في المدينة المنورة.',
  '48 SAR': '٤٨ ر.س',
  Drills: 'مثاقب',
  Saws: 'مناشير',
  'Spare parts': 'قطع غيار',
  'Cordless drill 18 V': 'مثقاب لاسلكي ١٨ فولت',
  'Two batteries, a steel gearbox and ten years of spare parts.':
    'بطاريتان وعلبة تروس فولاذية وقطع غيار لعشر سنوات.',
  $129: '١٢٩ دولارًا',
  Scarves: 'أوشحة',
  Spices: 'توابل',
  Lamps: 'مصابيح',
  'Silk scarf “Indigo”': 'وشاح حرير «نيلي»',
  'Hand-printed in Jaipur, ninety centimetres square.': 'مطبوع يدويًا في جايبور، تسعون سنتيمترًا مربعًا.',
  '₹2,400': '٢٬٤٠٠ روبية',
  Cups: 'أكواب',
  Bowls: 'أوعية',
  Studio: 'المشغل',
  'Stoneware cup': 'كوب من الخزف الحجري',
  'Thrown, glazed and fired in our studio. No two are alike.':
    'مشكّل ومزجّج ومحروق في مشغلنا. لا يتشابه اثنان.',
  '€26': '٢٦ يورو',
  'Add to cart': 'أضف إلى السلة',
  'Sign in again': 'سجّل الدخول من جديد',
  'The simulated platforms cannot be reached: start the demo again.':
    'تعذّر الوصول إلى المنصات المحاكاة: شغّل العرض من جديد.',

  // The switches
  switch: 'مفتاح',
  'The session': 'الجلسة',
  'Try it': 'جرّب',
  'How to sign out': 'طريقة تسجيل الخروج',
  'What the platform does': 'ما الذي تفعله المنصة',
  'By the SDK': 'عبر حزمة SDK',
  'By a request': 'بطلب',
  'By going there': 'بالانتقال إليها',
  Headless: 'بدون واجهة (Headless)',
  'REST API': 'واجهة REST',
  'Wix site': 'موقع Wix',
  'Wix-managed site': 'موقع تديره Wix',
  "window.salla is a small stand-in made for this demo, not Salla's own script. Like the real one it clears, signs out of the accounts page in a hidden frame, and then takes the page to the store's logout, which leads back here.":
    'الكائن window.salla هنا بديل صغير صُنع لهذا العرض وليس برنامج سلة نفسه. وهو كالأصل يمحو الرموز ويسجّل الخروج من صفحة الحسابات في إطار مخفي، ثم ينقل الصفحة إلى عنوان الخروج في المتجر الذي يعود إلى هنا.',
  'One request to the store, and a hidden frame for the accounts page. This page stays.':
    'طلب واحد إلى المتجر وإطار مخفي لصفحة الحسابات. تبقى هذه الصفحة.',
  "The page goes to the store's own logout address, which leads back here.":
    'تنتقل الصفحة إلى عنوان الخروج في المتجر، وهو يعود إلى هنا.',
  "One request to another origin. The platform answers with a visitor's tokens, which take the place of the member's, so that the cart lives on.":
    'طلب واحد إلى نطاق آخر. تجيب المنصة برموز زائر تحل محل رموز العضو فتبقى السلة.',
  'One request to another origin, with the token from page memory and the refresh cookie that scripts cannot see.':
    'طلب واحد إلى نطاق آخر، مع الرمز من ذاكرة الصفحة وملف التجديد الذي لا تراه البرامج النصية.',
  'The API on another origin answers with an address. Going there ends the session, and leads back here.':
    'تجيب الواجهة على نطاق آخر بعنوان. الانتقال إليه ينهي الجلسة ثم يعود إلى هنا.',
  'The documented request to another origin. This page stays.': 'الطلب الموثّق إلى نطاق آخر. تبقى هذه الصفحة.',
  "The page goes to the site's own logout address, which leads back here.":
    'تنتقل الصفحة إلى عنوان الخروج في الموقع، وهو يعود إلى هنا.',
  "A form is posted to the site's own server, which sends the page back here.":
    'يُرسل نموذج إلى خادم الموقع نفسه، وهو يعيد الصفحة إلى هنا.',
  'The page itself goes to the platform: if you land on its error page, press Back.':
    'الصفحة نفسها تنتقل إلى المنصة: إن وصلت إلى صفحة خطأ فاضغط زر الرجوع.',
  Works: 'تعمل',
  'The platform answers as documented.': 'تجيب المنصة كما هو موثّق.',
  Slow: 'بطيئة',
  'The answer takes three seconds.': 'تستغرق الإجابة ثلاث ثوانٍ.',
  'Session already over': 'الجلسة منتهية',
  'Another device has ended the session. This page does not know yet.':
    'أنهى جهاز آخر الجلسة. هذه الصفحة لا تعلم بذلك بعد.',
  '401': '401',
  'The platform refuses every logout with 401 in its own error form, although the session is alive.':
    'ترفض المنصة كل خروج بالرمز 401 وبصيغة الخطأ الخاصة بها مع أن الجلسة قائمة.',
  '401 from a proxy': '401 من وسيط',
  'Something on the way answers 401 with a page of its own.': 'شيء ما في الطريق يجيب 401 بصفحة من عنده.',
  '429 once': '429 مرة',
  'The first request is told to wait for two seconds.': 'يُطلب من الطلب الأول أن ينتظر ثانيتين.',
  '500': '500',
  'The platform has a fault of its own.': 'في المنصة خلل من عندها.',
  'Answer lost once': 'إجابة تضيع مرة',
  'The platform ends the session, but a gateway loses the first answer.':
    'تنهي المنصة الجلسة لكن بوابة تضيّع الإجابة الأولى.',
  'Connection breaks': 'اتصال ينقطع',
  'The connection breaks before anything is answered.': 'ينقطع الاتصال قبل أي إجابة.',
  'No answer': 'لا إجابة',
  'The platform never answers; the button gives up after eight seconds.':
    'لا تجيب المنصة أبدًا؛ ويتوقف الزر بعد ثماني ثوانٍ.',
  'Captive portal': 'بوابة شبكة عامة',
  'A guest Wi-Fi answers in the place of the platform, with 200 and a page of its own.':
    'تجيب شبكة Wi-Fi عامة بدل المنصة بالرمز 200 وبصفحة من عندها.',
  'Offline (simulated)': 'بلا اتصال (محاكاة)',
  'This page is told that the browser is offline. The network itself stays as it is.':
    'تُخبر هذه الصفحة أن المتصفح بلا اتصال. أما الشبكة فتبقى كما هي.',
  'CORS refused': 'رفض CORS',
  'The platform does not allow this page to read its answers.': 'لا تسمح المنصة لهذه الصفحة بقراءة إجاباتها.',
  'Accounts page silent': 'صفحة الحسابات صامتة',
  'The hidden frame of the accounts page never says that it is done.':
    'الإطار المخفي لصفحة الحسابات لا يقول أبدًا إنه انتهى.',
  'Shared computer: remove the tokens even if it fails': 'جهاز مشترك: أزل الرموز حتى عند الفشل',
  'Sign in with an access token that has expired': 'سجّل الدخول برمز وصول منتهي الصلاحية',
  'Start over with a new session': 'ابدأ من جديد بجلسة جديدة',
  'The tag on this page': 'الوسم في هذه الصفحة',

  // What happened
  'What happened': 'ما حدث',
  'Asking the simulated platform …': 'جارٍ سؤال المنصة المحاكاة…',
  'The session is alive on the server. Press the logout button in the shop.':
    'الجلسة قائمة على الخادم. اضغط زر تسجيل الخروج في المتجر.',
  'There is no session on the server.': 'لا توجد جلسة على الخادم.',
  'The logout is under way …': 'تسجيل الخروج جارٍ…',
  'The page was left before its event.': 'غودرت الصفحة قبل حدثها.',
  'The event says that the session may still be alive, and so it is.':
    'يقول الحدث إن الجلسة قد تكون قائمة، وهي كذلك فعلًا.',
  'The event says that nobody can tell. The server has in fact ended the session.':
    'يقول الحدث إن لا أحد يعلم. والحقيقة أن الخادم أنهى الجلسة.',
  'The event says that the session is over, and so it is on the server.':
    'يقول الحدث إن الجلسة انتهت، وهي كذلك على الخادم.',
  'The page is on its way to the address that ends the session; it has not arrived.':
    'الصفحة في طريقها إلى العنوان الذي ينهي الجلسة ولم تصل بعد.',
  'The page went to the address that ends the session, but there the session was not ended.':
    'انتقلت الصفحة إلى العنوان الذي ينهي الجلسة، لكن الجلسة لم تنتهِ هناك.',
  'The event says that the session is over, because the platform said so. The server still has it.':
    'يقول الحدث إن الجلسة انتهت لأن المنصة قالت ذلك، لكنها ما زالت قائمة على الخادم.',
  'The event comes with a warning, see below.': 'مع الحدث تنبيه، انظر أدناه.',
  'still accepted by the server': 'ما زال الخادم يقبله',
  'no longer accepted': 'لم يعد مقبولًا',
  'Access token': 'رمز الوصول',
  'Refresh token': 'رمز التجديد',
  'Refresh cookie (HttpOnly)': 'ملف التجديد (HttpOnly)',
  'Store cookie (HttpOnly)': 'ملف المتجر (HttpOnly)',
  'Session cookie (HttpOnly)': 'ملف الجلسة (HttpOnly)',
  'Cookie of the accounts page (HttpOnly)': 'ملف صفحة الحسابات (HttpOnly)',
  Preflight: 'طلب تمهيدي',
  Request: 'طلب',
  'sent by script': 'أرسله برنامج نصي',
  'sent by going there': 'أُرسل بالانتقال',
  'sent by a hidden frame': 'أرسله إطار مخفي',
  'Headers of the browser': 'ترويسات المتصفح',
  'no answer': 'لا إجابة',
  'given up': 'تم التخلي عنه',
  'This demo leads back to the shop.': 'هذا العرض يعود إلى المتجر.',
  'Tokens now': 'الرموز الآن',
  'Tokens at the click': 'الرموز عند النقر',
  'Tokens before and after': 'الرموز قبل وبعد',
  localStorage: 'localStorage',
  'Cookie that scripts can read': 'ملف تعريف ارتباط تراه البرامج النصية',
  'Page memory': 'ذاكرة الصفحة',
  nothing: 'لا شيء',
  removed: 'أُزيل',
  kept: 'بقي',
  replaced: 'استُبدل',
  member: 'عضو',
  visitor: 'زائر',
  Event: 'حدث',
  'detail of the event': 'تفاصيل الحدث',
  'Heard on the page': 'سُمع في الصفحة',
} as const satisfies Readonly<Record<string, string>>;
