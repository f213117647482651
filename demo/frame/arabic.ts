/** The demo's texts in Arabic, by their English. */
export const arabic = {
  // The bar above every page
  Demo: 'العرض',
  Playground: 'ساحة التجربة',
  Salla: 'سلة',
  'Commerce Engine': 'Commerce Engine',
  UniSouk: 'UniSouk',
  Wix: 'Wix',
  'Your own backend': 'خادمك الخاص',
  Manual: 'الدليل',
  Contributing: 'المساهمة',
  Changelog: 'سجل التغييرات',
  Licence: 'الرخصة',
  Colours: 'الألوان',
  'System colours': 'ألوان النظام',
  Light: 'فاتح',
  Dark: 'داكن',
  'Skip to the content': 'انتقل إلى المحتوى',
  Copy: 'انسخ',
  Copied: 'نُسخ',
  'Select the text and copy it by hand': 'حدّد النص وانسخه يدويًا',

  // Where the platforms are
  'This demo needs a service worker. Open it over https, outside a private window.':
    'يحتاج هذا العرض إلى عامل خدمة (service worker). افتحه عبر https وخارج نافذة التصفح الخاص.',
  'This browser does not allow the service worker that plays the platforms.':
    'لا يسمح هذا المتصفح بعامل الخدمة الذي يحاكي المنصات.',
  'The service worker does not start. Reload this page.': 'لم يبدأ عامل الخدمة. أعد تحميل هذه الصفحة.',

  // The first page
  'One logout tag for every shop': 'وسم خروج واحد لكل متجر',
  'Log out, and know that it is true': 'سجّل الخروج واعلم أنه حقيقي',
  'One tag ends the session on the server, removes the tokens here and in every other tab, and says what really happened. Try it in four shops, each signed in to a simulated platform.':
    'وسم واحد ينهي الجلسة على الخادم ويزيل الرموز هنا وفي كل تبويب آخر ويقول ما حدث حقًا. جرّبه في أربعة متاجر، كل منها مسجّل الدخول في منصة محاكاة.',
  'An address, a method and where the token is: no platform at all.':
    'عنوان وطريقة ومكان الرمز، من دون أي منصة.',
  'Open the playground': 'افتح ساحة التجربة',
  'Read the manual': 'اقرأ الدليل',

  // Loaded beforehand
  'Loaded beforehand': 'صفحات محمّلة مسبقًا',
  'The browser has loaded the account page before anybody asked for it, twice. Log out, then open both. Without the tag, the account comes up from memory.':
    'حمّل المتصفح صفحة الحساب مرتين قبل أن يطلبها أحد. سجّل الخروج ثم افتح كلتيهما. بدون الوسم يظهر الحساب من الذاكرة.',
  'This page needs the demo over real HTTP: npm start.':
    'تحتاج هذه الصفحة إلى العرض عبر HTTP الحقيقي: npm start.',
  'This browser loads no page beforehand.': 'لا يحمّل هذا المتصفح أي صفحة مسبقًا.',
  'The session is over on the server. Open both pages.': 'انتهت الجلسة على الخادم. افتح الصفحتين.',
  'You are signed in.': 'أنت مسجّل الدخول.',
  'Without the tag': 'بدون الوسم',
  'With the tag': 'مع الوسم',
  'My account': 'حسابي',

  // The shops
  'Wahat, a Salla shop': 'واحات، متجر على سلة',
  'Northbolt, a Commerce Engine shop': 'Northbolt، متجر على Commerce Engine',
  'Resham, a UniSouk shop': 'Resham، متجر على UniSouk',
  'Kiln & Co, a Wix shop': 'Kiln & Co، متجر على Wix',
  'Free delivery in the Kingdom from 200 SAR': 'توصيل مجاني داخل المملكة من ٢٠٠ ر.س',
  'This year’s harvest': 'من محصول هذا العام',
  Weight: 'الوزن',
  '500 g': '٥٠٠ غ',
  '1 kg': '١ كغ',
  '3 kg': '٣ كغ',
  'Packed within a day of your order': 'يُعبّأ خلال يوم من طلبك',
  'Tax included': 'شامل الضريبة',
  'Light-roasted coffee': 'قهوة شقراء',
  '36 SAR': '٣٦ ر.س',
  'Sidr honey': 'عسل سدر',
  '95 SAR': '٩٥ ر.س',
  'Gift box': 'صندوق هدية',
  '120 SAR': '١٢٠ ر.س',
  'Ordered by 4 p.m., on site tomorrow': 'اطلب قبل الرابعة عصرًا يصلك غدًا',
  'Article 40-118': 'صنف ‎40-118',
  Batteries: 'البطاريات',
  None: 'بدون',
  '2 × 2 Ah': '‎2 × 2 Ah',
  '2 × 5 Ah': '‎2 × 5 Ah',
  'Torque 65 Nm': 'عزم ٦٥ نيوتن متر',
  'Weight 1.4 kg': 'الوزن ١٫٤ كغ',
  '412 in stock': '٤١٢ في المخزون',
  'Bit set, 32 pieces': 'طقم رؤوس، ٣٢ قطعة',
  $24: '٢٤ دولارًا',
  'Folding saw': 'منشار قابل للطي',
  $31: '٣١ دولارًا',
  'Fast charger': 'شاحن سريع',
  $49: '٤٩ دولارًا',
  'Festival week: gift wrapping is on us': 'أسبوع الأعياد: تغليف الهدايا علينا',
  'Block-printed by hand': 'طباعة يدوية بالقوالب',
  Colour: 'اللون',
  Indigo: 'نيلي',
  Rose: 'وردي',
  Saffron: 'زعفراني',
  'Pay on delivery': 'الدفع عند الاستلام',
  'Seven days to return it': 'سبعة أيام للإرجاع',
  'Spice box': 'علبة توابل',
  '₹890': '٨٩٠ روبية',
  'Brass lamp': 'مصباح نحاسي',
  '₹1,650': '١٬٦٥٠ روبية',
  'Glass bangles': 'أساور زجاجية',
  '₹320': '٣٢٠ روبية',
  'The studio is open on Saturdays': 'المشغل مفتوح أيام السبت',
  'Small batch, number 7': 'دفعة صغيرة، رقم ٧',
  Glaze: 'التزجيج',
  Lagoon: 'بحيرة',
  Oat: 'شوفان',
  Soot: 'سخام',
  'Dishwasher safe': 'آمن في غسالة الصحون',
  'Shipped in straw, not plastic': 'يُشحن في القش لا في البلاستيك',
  Bowl: 'وعاء',
  '€34': '٣٤ يورو',
  Plate: 'طبق',
  '€29': '٢٩ يورو',
  Vase: 'مزهرية',
  '€58': '٥٨ يورو',
  'Goes well with it': 'يناسبه أيضًا',
  Cart: 'السلة',
  Guest: 'زائر',
  'My orders': 'طلباتي',
  Addresses: 'العناوين',
  'Sign in': 'تسجيل الدخول',
  'You may still be signed in. Please try again.': 'قد لا تزال مسجّل الدخول. حاول مرة أخرى من فضلك.',

  // Behind the counter
  'Behind the counter': 'خلف الكواليس',
  'See it fail, in the playground': 'شاهده يفشل في ساحة التجربة',
  'Its look, by CSS alone': 'مظهره بلغة CSS وحدها',

  // The playground
  'Every switch changes the real tag, every click asks a simulated platform, and every line of the outcome is what happened.':
    'كل مفتاح يغيّر الوسم الحقيقي، وكل نقرة تسأل منصة محاكاة، وكل سطر من النتيجة هو ما حدث.',
  'The button': 'الزر',
  'The switches': 'المفاتيح',
  'The code of what you see': 'شيفرة ما تراه',
  'The addresses in base-url lead to this demo’s simulated platform: leave them out in your shop.':
    'العناوين في base-url تقود إلى المنصة المحاكاة في هذا العرض: احذفها في متجرك.',
  Platform: 'المنصة',
  'One request to the shop’s own backend, with its session cookie and a token.':
    'طلب واحد إلى خادم المتجر نفسه مع ملف الجلسة ورمز.',
  'Attributes of the tag': 'سمات الوسم',
  'On this page a service worker plays the platforms, on the page’s own origin: there is no CORS and no preflight, a broken connection is a failed fetch, and the platform’s cookies are kept inside the worker. The demo over real HTTP has all of it: npm start.':
    'في هذه الصفحة يحاكي عامل خدمة المنصات على نطاق الصفحة نفسه: لا CORS ولا طلب تمهيدي، والاتصال المقطوع طلب فاشل، وملفات تعريف الارتباط الخاصة بالمنصة محفوظة داخل العامل. أما العرض عبر HTTP الحقيقي ففيه كل ذلك: npm start.',
  State: 'الحالة',
  'The shop takes you for signed in.': 'يعدّك المتجر مسجّل الدخول.',
  'The shop takes you for a guest.': 'يعدّك المتجر زائرًا.',
  'Show a state': 'أظهر حالة',
  'Show busy': 'أظهر الانشغال',
  'Show done': 'أظهر النجاح',
  'Show failed': 'أظهر الفشل',
  'Look, by CSS alone': 'المظهر بلغة CSS وحدها',
  Outlined: 'محدّد',
  Filled: 'ممتلئ',
  'Text link': 'رابط نصي',
  'Icon only': 'أيقونة فقط',
  'Full width': 'بعرض كامل',
  'Menu item': 'عنصر قائمة',
  'Language of the button': 'لغة الزر',
  'Colours of the preview': 'ألوان المعاينة',
  'As the page': 'كالصفحة',
  'Answer cut off': 'إجابة مبتورة',
  'The platform ends the session, but the connection breaks in the middle of its answer.':
    'تنهي المنصة الجلسة لكن الاتصال ينقطع في منتصف إجابتها.',
  '403': '403',
  'The platform says in its own error form that this account may do nothing.':
    'تقول المنصة بصيغة الخطأ الخاصة بها إن هذا الحساب لا يُسمح له بشيء.',
  '502 once': '502 مرة',
  'A gateway fails once; the second try gets through.': 'تفشل بوابة مرة واحدة، وتنجح المحاولة الثانية.',

  // The timeline
  'Nothing has happened yet. These tokens are kept now:': 'لم يحدث شيء بعد. هذه الرموز محفوظة الآن:',
  Details: 'التفاصيل',
  Click: 'نقرة',
  News: 'خبر',
  Answer: 'إجابة',
  Tokens: 'الرموز',
  Navigation: 'انتقال',
  'The logout begins; nothing is removed yet.': 'يبدأ تسجيل الخروج، ولم يُزل شيء بعد.',
  'A logout has happened elsewhere.': 'حدث تسجيل خروج في مكان آخر.',
  'The browser asks first.': 'يسأل المتصفح أولًا.',
  'The page itself goes there.': 'الصفحة نفسها تنتقل إليه.',
  'A hidden frame goes there.': 'ينتقل إليه إطار مخفي.',
  'Sent by script.': 'أرسله برنامج نصي.',
  fault: 'خلل',
  'The page gave up waiting.': 'توقفت الصفحة عن الانتظار.',
  'No answer has come.': 'لم تأتِ إجابة.',
  'This page may send the request.': 'يُسمح لهذه الصفحة بإرسال الطلب.',
  'This page may not send the request.': 'لا يُسمح لهذه الصفحة بإرسال الطلب.',
  'The status says that all went well.': 'يقول رمز الحالة إن كل شيء على ما يرام.',
  'The browser is sent on to another address.': 'يُحال المتصفح إلى عنوان آخر.',
  'The answer says: nobody is signed in here.': 'تقول الإجابة: لا أحد مسجّل الدخول هنا.',
  'The answer says: too many requests, wait.': 'تقول الإجابة: طلبات كثيرة، انتظر.',
  'The request is refused.': 'رُفض الطلب.',
  'Something on the way to the session has failed.': 'تعطّل شيء في الطريق إلى الجلسة.',
  'The tokens on this device have been removed.': 'أُزيلت الرموز من هذا الجهاز.',
  'The member’s tokens have given way to a visitor’s.': 'حلّت رموز زائر محل رموز العضو.',
  'The tokens stay, so that the logout can be tried again.': 'تبقى الرموز ليمكن تكرار المحاولة.',
  'Some tokens could not be removed.': 'تعذّرت إزالة بعض الرموز.',
  'The platform has confirmed that the session is over.': 'أكّدت المنصة أن الجلسة انتهت.',
  'There is no session any more: it was over before.': 'لم تعد هناك جلسة: كانت قد انتهت من قبل.',
  'The session ends when the page arrives at the address below.':
    'تنتهي الجلسة حين تصل الصفحة إلى العنوان أدناه.',
  'The platform has refused, so the session may still be alive.': 'رفضت المنصة، فقد تكون الجلسة قائمة.',
  'Nobody can tell whether the session is over, and the event says so.':
    'لا أحد يعلم هل انتهت الجلسة، والحدث يقول ذلك.',
  'The platform was not asked, so the session is as it was.': 'لم تُسأل المنصة، فالجلسة كما كانت.',
  'Another tab has signed out, and this one follows.': 'سجّل تبويب آخر الخروج وهذا يتبعه.',
  'This page is from before the logout, and has been told.': 'هذه الصفحة من قبل تسجيل الخروج وقد أُبلغت به.',
  Close: 'إغلاق',
  'Detail of the event': 'تفاصيل الحدث',
  'The page goes to the address that ends the session.': 'تنتقل الصفحة إلى العنوان الذي ينهي الجلسة.',
  'The page goes where the redirect says.': 'تنتقل الصفحة حيث يقول redirect.',

  // As before
  // The bar above every page
  Language: 'اللغة',

  // The first page
  'Four shops and your own backend, one logout tag': 'أربعة متاجر وخادمك الخاص، ووسم واحد لتسجيل الخروج',
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
  'The simulated platforms cannot be reached: start the demo again.':
    'تعذّر الوصول إلى المنصات المحاكاة: شغّل العرض من جديد.',

  // The switches
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
  'Sign in with an access token that has expired': 'سجّل الدخول برمز وصول منتهي الصلاحية',
  'The tag on this page': 'الوسم في هذه الصفحة',

  // What happened
  'What happened': 'ما حدث',
  'Asking the simulated platform …': 'جارٍ سؤال المنصة المحاكاة…',
  'The session is alive on the server. Press the logout button.':
    'الجلسة قائمة على الخادم. اضغط زر تسجيل الخروج.',
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
  'This demo leads back to the shop.': 'هذا العرض يعود إلى المتجر.',
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
  'Heard on the page': 'سُمع في الصفحة',
} as const satisfies Readonly<Record<string, string>>;
